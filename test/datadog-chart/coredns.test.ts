import * as path from 'path';
import { App, Chart, Include, Testing } from 'cdk8s';
import { ClusterAgentStandalone } from '../../src/cluster-agent/cluster-agent-standalone';
import { DatadogCredentials } from '../../src/credentials/datadog-credentials';
import { ExternalSecretStore } from '../../src/credentials/external-secret-store';
import { DatadogChart, DatadogChartProps } from '../../src/datadog-chart/datadog-chart';
import { Manifest } from '../../src/manifest/manifest';
import { Platform } from '../../src/platform/platform';
import { DatadogFargateSidecar } from '../../src/sidecar/datadog-fargate-sidecar';

const YAML = path.join(__dirname, '..', '..', 'examples', 'eks-fargate-coredns', 'coredns.yaml');
const CREDENTIALS = DatadogCredentials.externalSecrets({
  store: ExternalSecretStore.aws({ region: 'ap-northeast-2' }),
  apiKey: { key: 'datadog/apikey' },
  token: { key: 'datadog/token' },
});

function coredns(app: App): Chart {
  const chart = new Chart(app, 'coredns');
  new Include(chart, 'yaml', { url: YAML });
  return chart;
}

function synthesized(props: Partial<DatadogChartProps> = {}) {
  const app = Testing.app();
  const datadog = new DatadogChart(app, 'datadog', {
    platform: Platform.eksFargate({ serviceCidr: '172.20.0.0/16' }),
    clusterName: 'prod-seoul',
    credentials: CREDENTIALS,
    ...props,
  });
  const chart = coredns(app);
  datadog.instrument(chart);
  app.synth();
  return { ours: datadog.toJson() as Manifest[], theirs: chart.toJson() as Manifest[], datadog };
}

function urlIn(manifests: Manifest[]): string {
  const { spec } = manifests.find(m => m.kind === 'Deployment' && m.metadata?.name === 'coredns')!.spec.template;
  return spec.containers.find((c: any) => c.name === 'datadog-agent-injected').env.find((e: any) => e.name === 'DD_CLUSTER_AGENT_URL').value;
}

test('CoreDNS as EKS has it gets the address, and kube-system the Secret and the binding', () => {
  const { ours, theirs, datadog } = synthesized();
  expect(urlIn(theirs)).toBe('https://172.20.0.251:5005');
  expect(datadog.clusterAgent.addressUrl).toBe('https://172.20.0.251:5005');
  expect(ours.filter(m => m.kind === 'ExternalSecret').map(m => m.metadata?.namespace)).toEqual(['datadog', 'kube-system']);
  const binding = ours.find(m => m.kind === 'ClusterRoleBinding' && m.metadata?.name === 'datadog-agent-fargate')!;
  expect(binding.subjects).toEqual([{ kind: 'ServiceAccount', name: 'coredns', namespace: 'kube-system' }]);
  // Its own account stays, and everything else of the pod.
  const { spec } = theirs.find(m => m.kind === 'Deployment')!.spec.template;
  expect([spec.serviceAccountName, spec.dnsPolicy, spec.priorityClassName]).toEqual(['coredns', 'Default', 'system-cluster-critical']);
});

test('the address that the user chose is the one', () => {
  const { theirs, ours } = synthesized({ clusterAgent: { fixedAddress: { clusterIp: '172.20.0.99' } } });
  expect(urlIn(theirs)).toBe('https://172.20.0.99:5005');
  expect(ours.find(m => m.metadata?.name === 'datadog-cluster-agent-fixed')?.spec.clusterIP).toBe('172.20.0.99');
});

test('a network policy lets kube-system in', () => {
  const { ours } = synthesized({ networkPolicy: {} });
  const policy = ours.find(m => m.kind === 'NetworkPolicy' && m.metadata?.name === 'datadog-cluster-agent')!;
  expect(JSON.stringify(policy.spec.ingress)).toContain('kube-system');
});

test.each([
  ['nothing is known of the range', { platform: Platform.eksFargate() }],
  ['the address is turned off', { clusterAgent: { fixedAddress: { enabled: false } } }],
])('where %s, it is an error that names the options', (_, props) => {
  expect(() => synthesized(props)).toThrow(/sidecar\/cluster-agent-name-resolves: [^]*'serviceCidr' of the cluster, or the Cluster Agent a 'fixedAddress'/);
});

describe('a Cluster Agent of somebody else', () => {
  function url(addressUrl?: string): string {
    const app = Testing.app();
    const chart = new Chart(app, 'datadog');
    const clusterAgent = ClusterAgentStandalone.fromAttributes(chart, 'agent', { serviceName: 'dd', namespace: 'datadog', addressUrl });
    const sidecar = new DatadogFargateSidecar(chart, 'sidecar', {
      // What follows from the range is the address of ours, and not of that one.
      platform: Platform.eksFargate({ serviceCidr: '172.20.0.0/16' }),
      clusterName: 'prod-seoul',
      credentials: DatadogCredentials.existingSecret(),
      clusterAgent,
    });
    const theirs = coredns(app);
    sidecar.inject(theirs);
    app.synth();
    return urlIn(theirs.toJson());
  }

  test.each(['https://172.20.0.77:5005', 'https://[fd00::77]:5005'])('is reached by the address %s', address => {
    expect(url(address)).toBe(address);
  });

  test('without one, the pod is an error', () => {
    expect(() => url()).toThrow('sidecar/cluster-agent-name-resolves');
  });

  test.each(['https://dd.datadog.svc:5005', 'http://172.20.0.77:5005', '172.20.0.77'])('%s is no address', address => {
    expect(() => url(address)).toThrow('cluster-agent/url-is-https');
  });
});
