import * as fs from 'fs';
import * as path from 'path';
import { App, Chart, Size } from 'cdk8s';
import { Cpu, Deployment } from 'cdk8s-plus-33';
import { DatadogChart, DatadogCredentials, EksAddOn, InjectionMethod, Platform, SidecarPlacement } from 'cdk8s-datadog';

// Agents for pods that the app does not make, added by Kyverno when they are made: CoreDNS as the add-on of EKS, and the workloads
// of other teams. A workload of the app asks for its Agent in the same way, by a label. `kyverno-values.txt` says what
// has to change in Kyverno's own configuration before it sees kube-system.

/** By this label teams ask for an Agent. */
const ASKS = { 'agent.datadoghq.com/sidecar': 'fargate' };

const app = new App();
const platform = Platform.eksFargate({ serviceCidr: '10.96.0.0/16' });
const datadog = new DatadogChart(app, 'datadog', {
  platform,
  clusterName: 'prod-seoul',
  credentials: DatadogCredentials.existingSecret(),
});

const coreDns = datadog.injectAtAdmission({
  name: 'coredns-sidecar',
  via: InjectionMethod.kyverno(),
  namespaces: ['kube-system'],
  podLabels: { 'eks.amazonaws.com/component': 'coredns' },
  serviceAccounts: [{ namespace: 'kube-system', name: 'coredns' }],
});
const teams = datadog.injectAtAdmission({
  name: 'team-sidecar',
  via: InjectionMethod.kyverno(),
  namespaces: ['payments', 'search'],
  podLabels: ASKS,
  placement: SidecarPlacement.NATIVE,
});

const search = new Chart(app, 'search', { namespace: 'search' });
const [cpu, memory] = [Cpu.millis(500), Size.mebibytes(512)];
new Deployment(search, 'api', {
  containers: [{
    image: 'registry.example.com/search:1.4.2',
    resources: { cpu: { request: cpu, limit: cpu }, memory: { request: memory, limit: memory } },
  }],
});
teams.label(search);

app.synth();
fs.writeFileSync(path.join(app.outdir, 'coredns-add-on.sh'), EksAddOn.coreDns({ clusterName: 'prod-seoul', platform }).describe());
fs.writeFileSync(path.join(app.outdir, 'kyverno-values.txt'), coreDns.summary());
console.log(datadog.summary());
