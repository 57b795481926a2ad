import { ApiObject, App, Chart, Testing } from 'cdk8s';
import * as fc from 'fast-check';
import { DatadogCredentials } from '../../../src/credentials/datadog-credentials';
import { ExternalSecretStore } from '../../../src/credentials/external-secret-store';
import { DatadogChart, DatadogChartProps } from '../../../src/datadog-chart/datadog-chart';
import { KNOWN_ERRORS } from '../../../src/facts/known-errors';
import { FargateLogOutput } from '../../../src/fargate-logging/fargate-log-output';
import { Manifest } from '../../../src/manifest/manifest';
import { Platform } from '../../../src/platform/platform';

const size = { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '250m', memory: '256Mi' } };
const SOURCES: { [source: string]: DatadogCredentials } = {
  existing: DatadogCredentials.existingSecret(),
  external: DatadogCredentials.externalSecrets({
    store: ExternalSecretStore.aws({ region: 'ap-northeast-2' }),
    apiKey: { key: 'datadog/apikey' },
    token: { key: 'datadog/token', property: 'value', version: 'AWSCURRENT' },
  }),
  clusterExternal: DatadogCredentials.clusterExternalSecret({
    store: ExternalSecretStore.fromClusterSecretStore('datadog'),
    apiKey: { key: 'datadog/apikey' },
    token: { key: 'datadog/token' },
  }),
  kyverno: DatadogCredentials.kyvernoClone(),
  reflector: DatadogCredentials.reflector(),
  literal: DatadogCredentials.unsafeLiteral({ apiKey: 'k'.repeat(32), token: 't'.repeat(32) }),
};

function workload(chart: Chart, kind: string, name: string, pod: object = {}, labels: object = { app: name }): void {
  const template = { metadata: { labels }, spec: { containers: [{ name, image: name, resources: size }], ...pod } };
  const jobs = { Job: { template }, CronJob: { schedule: '0 0 * * *', jobTemplate: { spec: { template } } }, Pod: template.spec };
  const spec = (jobs as any)[kind] ?? { selector: { matchLabels: labels }, template };
  const apiVersion = { Pod: 'v1', Job: 'batch/v1', CronJob: 'batch/v1', Rollout: 'argoproj.io/v1alpha1' }[kind] ?? 'apps/v1';
  new ApiObject(chart, `${kind}-${name}`, { apiVersion, kind, metadata: { name, labels: { app: name } }, spec });
}

interface Made {
  readonly page: string;
  readonly manifests: Manifest[];
  readonly datadog: DatadogChart;
}

function made(props: Partial<DatadogChartProps> = {}): Made {
  const app = Testing.app();
  const datadog = new DatadogChart(app, 'datadog', {
    platform: Platform.eksFargate({ serviceCidr: '10.96.0.0/16' }),
    clusterName: 'prod-seoul',
    credentials: SOURCES.existing,
    ...props,
  });
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  workload(shop, 'Deployment', 'web', { serviceAccountName: 'web' });
  workload(shop, 'StatefulSet', 'db');
  workload(shop, 'Rollout', 'cart');
  workload(shop, 'CronJob', 'report', { restartPolicy: 'Never' }, {});
  workload(shop, 'Job', 'import', { restartPolicy: 'Never' });
  workload(shop, 'Pod', 'shell');
  const system = new Chart(app, 'system', { namespace: 'kube-system' });
  workload(system, 'Deployment', 'coredns', { dnsPolicy: 'Default', serviceAccountName: 'coredns' });
  // Another team's Secret is no business of the runbook.
  new ApiObject(shop, 'other', { apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', metadata: { name: 'db' }, spec: { target: { name: 'db-password' } } });
  datadog.instrument(shop, system);
  app.synth();
  const manifests = [datadog, shop, system].flatMap(chart => chart.toJson() as Manifest[]);
  return { page: datadog.runbook(), manifests, datadog };
}

function commandsOf(page: string): string[] {
  return [...page.matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)].flatMap(([, text]) => text.trim().split('\n').map(line => line.trim()));
}

let quiet: jest.SpyInstance;
beforeAll(() => { quiet = jest.spyOn(process.stderr, 'write').mockReturnValue(true); });
afterAll(() => quiet.mockRestore());

describe.each(Object.entries(SOURCES))('credentials: %s', (source, credentials) => {
  const cluster = () => made({ credentials });

  test('every command names an object that was made, a Secret that is promised, or what Kubernetes and the Cluster Agent make themselves', () => {
    const { page, manifests, datadog } = cluster();
    const has = (kind: string, namespace: string | undefined, name: string) => manifests.some(m => m.kind.toLowerCase() === kind
      && m.metadata?.name === name && m.metadata?.namespace === namespace);
    const named = commandsOf(page).flatMap(command => {
      const namespace = /--namespace (\S+)/.exec(command)?.[1];
      const [, kind, name] = / (deployment|daemonset|statefulset|job|pod|service|externalsecret|clusterexternalsecret|configmap)\/(\S+)/.exec(command) ?? [];
      const [, secret] = /kubectl (?:get|annotate|create) secret(?:\/| generic )(\S+)/.exec(command) ?? [];
      const [, account] = /serviceaccount:(\S+)/.exec(command) ?? [];
      return [
        ...kind ? [[command, has(kind, namespace, name)] as const] : [],
        ...secret ? [[command, secret === credentials.secretName && datadog.tokenReplicator.namespaces.includes(namespace!)] as const] : [],
        ...account ? [[command, ['shop:web', 'shop:datadog-agent', 'kube-system:coredns'].includes(account)] as const] : [],
      ];
    });
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter(([, known]) => !known)).toEqual([]);
  });

  test('is the same again', () => {
    expect(cluster().page).toBe(cluster().page);
  });

  test('says how to rotate the token', () => {
    const [, rotation] = cluster().page.split('## How to rotate the token');
    const expected: { [source: string]: string } = {
      existing: '--from-literal=token="${DD_CLUSTER_AGENT_AUTH_TOKEN:?}" --dry-run=client --output yaml | kubectl apply --filename -',
      external: 'Write it to the store, under `datadog/token`, property `value`. The app names the version `AWSCURRENT`',
      clusterExternal: 'kubectl annotate clusterexternalsecret',
      kyverno: 'Kyverno brings it to the other namespaces',
      reflector: 'Reflector brings it to the other namespaces',
      literal: 'Write it into the credentials of the app',
    };
    expect(rotation).toContain(expected[source]);
    expect(commandsOf(rotation)).toEqual(expect.arrayContaining([
      'kubectl rollout restart --namespace datadog deployment/datadog-cluster-agent',
      'kubectl rollout restart --namespace shop deployment/web',
      'kubectl argo rollouts restart --namespace shop cart',
    ]));
    expect(rotation).toContain('from their next run on: CronJob `shop/report`, Job `shop/import`');
    expect(rotation).toContain('deletes and makes them again: Pod `shop/shell`');
  });
});

test('it has no value of a literal Secret, whatever it is', () => {
  const value = fc.string({ unit: fc.constantFrom(...'abcdef0123456789XYZ/+=-'), minLength: 33, maxLength: 48 });
  fc.assert(fc.property(value, value, value, (apiKey, token, appKey) => {
    const credentials = DatadogCredentials.unsafeLiteral({ apiKey, token, appKey });
    const { page } = made({ credentials, features: { externalMetrics: { enabled: true } } });
    expect([apiKey, token, appKey].filter(secret => page.includes(secret) || page.includes(Buffer.from(secret).toString('base64')))).toEqual([]);
  }), { numRuns: 15 });
});

describe('the sections', () => {
  const titles = (page: string) => [...page.matchAll(/^#{2,3} (.*)$/gm)].map(([, title]) => title);

  test('of a cluster on Fargate', () => {
    expect(titles(made().page)).toEqual([
      'What is where', 'Does each link work', 'The Secret is in every namespace', 'The token is the same everywhere', 'The Cluster Agent runs',
      'The Service leads to it', 'The Agent is in the pods', 'The Agent may ask the kubelet', 'The name of the Cluster Agent resolves',
      'The Agents in pods reach the Cluster Agent', 'Cluster checks are handed out', 'Pods get their node on Fargate', 'What errors mean',
      'How to rotate the token',
    ]);
  });

  test('of one with nodes, where nothing is on Fargate', () => {
    const found = titles(made({ platform: Platform.eks(), controlPlane: {} }).page);
    expect(found).toContain('The Agents on nodes reach the kubelet and the Cluster Agent');
    expect(found).toContain('The control plane');
    expect(found).not.toContain('The Agent may ask the kubelet');
    expect(found).not.toContain('Pods get their node on Fargate');
  });

  test('of features that are on', () => {
    const { page } = made({
      features: { externalMetrics: { enabled: true }, admissionController: { enabled: true } },
      fargateLogging: { outputs: [FargateLogOutput.cloudWatchLogs({ region: 'ap-northeast-2', logGroupName: '/eks/prod' })], awsAccount: '123456789012' },
    });
    expect(titles(page)).toEqual(expect.arrayContaining(['External metrics are served', 'The webhook is registered', "AWS's log router has its configuration"]));
    expect(page).toContain('kubectl get apiservice v1beta1.external.metrics.k8s.io');
  });

  test('of features that are off', () => {
    const off = { enabled: false };
    expect(titles(made({ features: { clusterChecks: off, kubeStateMetrics: off, orchestratorExplorer: off } }).page)).not.toContain('Cluster checks are handed out');
  });
});

test('cluster checks are asked of the leader, who stands in a Lease where Kubernetes has them', () => {
  const ask = (page: string) => commandsOf(page).find(command => command.endsWith('-- agent clusterchecks'));
  expect(ask(made().page)).toContain('kubectl get lease/datadog-leader-election --namespace datadog');
  expect(ask(made({ platform: Platform.openShift3() }).page)).toContain('deployment/datadog-cluster-agent --container cluster-agent');
});

test('workloads on nodes are told with where they send to', () => {
  expect(made({ platform: Platform.eks() }).page).toContain('| sends to the Agent of its node | Deployment `shop/web` |');
  expect(made().page).not.toContain('sends to the Agent of its node');
});

test('every reference within the page leads to a heading', () => {
  const { page } = made();
  const anchors = [...page.matchAll(/^#+ (.*)$/gm)].map(([, title]) => title.toLowerCase().replace(/[^a-z0-9 -]/g, '').replaceAll(' ', '-'));
  const references = [...page.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor);
  expect(references.length).toBeGreaterThan(5);
  expect(references.filter(anchor => !anchors.includes(anchor))).toEqual([]);
});

test('the known errors are those that the cluster can have', () => {
  const { page } = made();
  const told = KNOWN_ERRORS.filter(({ message }) => page.includes(message));
  expect(told.map(({ withTls }) => withTls)).not.toContain(true);
  expect(told.map(({ message }) => message)).toEqual(expect.arrayContaining(['403, `invalid session token`', '`DATADOG_CLUSTER_AGENT_SERVICE_HOST is empty`']));
  expect(made({ clusterAgentTls: { secretName: 'ca' } }).page).toContain('x509: certificate signed by unknown authority');
  expect(made({ platform: Platform.eks() }).page).not.toContain('Pod not supported on Fargate');
});

test('a pod that resolves no names is proven by its address, one that does by the name', () => {
  const { page } = made();
  expect(page).toContain('Deployment `kube-system/coredns` | ServiceAccount `coredns`; reaches the Cluster Agent by its address');
  expect(page).toContain('kubectl exec --namespace kube-system deployment/coredns --container datadog-agent-injected -- printenv DD_CLUSTER_AGENT_URL');
  expect(page).toContain('-- getent hosts datadog-cluster-agent.datadog.svc.cluster.local');
  expect(page).toContain('kubectl get service/datadog-cluster-agent-fixed --namespace datadog');
});

test('Secrets of others are left alone', () => {
  expect(commandsOf(made({ credentials: SOURCES.external }).page).filter(command => command.includes('externalsecret db'))).toEqual([]);
});

test('with a revision, the app starts both sides anew', () => {
  const credentials = DatadogCredentials.existingSecret({ revision: '2026-11' });
  expect(made({ credentials }).page).toContain('Change `revision` of the credentials');
});

test('policies that add Agents are proven', () => {
  const app = new App({ outdir: Testing.app().outdir });
  const datadog = new DatadogChart(app, 'datadog', { platform: Platform.eksFargate(), clusterName: 'a', credentials: SOURCES.existing });
  const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-datadog' };
  new ApiObject(datadog, 'policy', { apiVersion: 'policies.kyverno.io/v1', kind: 'MutatingPolicy', metadata: { name: 'add-agents', labels } });
  new ApiObject(datadog, 'clone', { apiVersion: 'kyverno.io/v1', kind: 'ClusterPolicy', metadata: { name: 'copies', labels }, spec: { rules: [{ generate: {} }] } });
  new ApiObject(datadog, 'others', { apiVersion: 'policies.kyverno.io/v1', kind: 'MutatingPolicy', metadata: { name: 'others' } });
  app.synth();
  expect(commandsOf(datadog.runbook()).filter(command => /policy/.test(command))).toEqual(['kubectl get mutatingpolicy/add-agents']);
});

test('it needs a synthesis', () => {
  const datadog = new DatadogChart(Testing.app(), 'datadog', { platform: Platform.eksFargate(), clusterName: 'a', credentials: SOURCES.existing });
  expect(() => datadog.runbook()).toThrow('call app.synth() first');
});
