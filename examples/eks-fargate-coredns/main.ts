import * as fs from 'fs';
import * as path from 'path';
import { App, Chart, Include } from 'cdk8s';
import { Construct } from 'constructs';
import { DatadogChart, DatadogCredentials, EksAddOn, ExternalSecretStore, Platform } from 'cdk8s-datadog';

// CoreDNS on Fargate with an Agent beside it. Its pods ask the DNS of their node, which knows no Services, so their Agents reach the
// Cluster Agent by an address that never changes. It follows from the range of Services.

/** The label by which a Fargate profile takes pods of kube-system. */
const FARGATE = { 'compute-type': 'fargate' };

/** CoreDNS as a manifest of the app. An add-on of EKS would take it back: for that, see `coredns-add-on.sh`. */
class CoreDns extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new Include(this, 'yaml', { url: path.join(__dirname, 'coredns.yaml') });
  }
}

const app = new App();

const platform = Platform.eksFargate({
  serviceCidr: '10.96.0.0/16',
  fargateProfiles: [
    { name: 'datadog', selectors: [{ namespace: 'datadog' }] },
    { name: 'system', selectors: [{ namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } }, { namespace: 'kube-system', labels: FARGATE }] },
  ],
});
const datadog = new DatadogChart(app, 'datadog', {
  platform,
  clusterName: 'prod-seoul',
  credentials: DatadogCredentials.externalSecrets({
    store: ExternalSecretStore.aws({ region: 'ap-northeast-2', roleArn: 'arn:aws:iam::111122223333:role/datadog-secrets' }),
    apiKey: { key: 'datadog/apikey' },
    token: { key: 'datadog/cluster-agent-token' },
  }),
});
datadog.instrument(new CoreDns(app, 'coredns'));

app.synth();
const addOn = EksAddOn.coreDns({ clusterName: 'prod-seoul', platform, podLabels: FARGATE });
fs.writeFileSync(path.join(app.outdir, 'coredns-add-on.sh'), addOn.describe());
console.log(datadog.summary());
