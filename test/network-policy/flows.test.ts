import { cilium, End, Evaluator, kubernetes } from './evaluator';
import { DatadogCredentials, DatadogSite, NetworkPolicyFlavor, NetworkPolicyOptions } from '../../src';
import { deployment, find, program, synthesize } from '../datadog-chart/program';

beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });
afterEach(() => jest.restoreAllMocks());

const OUTSIDE: End[] = [
  { name: 'api-server', ip: '10.0.0.1', entity: 'kube-apiserver' },
  { name: 'intake', ip: '3.233.144.1', host: '7-81-1-app.agent.ap1.datadoghq.com' },
  { name: 'api', ip: '3.233.144.2', host: 'api.ap1.datadoghq.com' },
  { name: 'internet', ip: '203.0.113.9', host: 'example.com' },
  { name: 'look-alike', ip: '203.0.113.10', host: 'a.b.agent.ap1.datadoghq.com.example.com' },
  { name: 'dns', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
  { name: 'stranger', namespace: 'other', labels: { app: 'web' } },
  { name: 'prober', namespace: 'datadog', labels: { app: 'prober' } },
];

/** Policies and pods as the app makes them; `late` and `named` are in namespaces that become known in other ways. */
function cluster(networkPolicy: NetworkPolicyOptions, features: object = {}) {
  const { app, datadog, shop } = program({
    credentials: DatadogCredentials.existingSecret({ appKey: true }),
    site: DatadogSite.AP1,
    networkPolicy,
    features,
    secretNamespaces: ['named'],
  });
  deployment(shop, 'web');
  datadog.instrument(shop);
  deployment(shop, 'late', undefined, { namespace: 'late' });
  const manifests = synthesize(app);
  const pod = (name: string, namespace: string, is: string): End =>
    ({ name: is, namespace, labels: find(manifests, 'Deployment', name, namespace).spec.template.metadata.labels });
  const pods = [
    pod('datadog-cluster-agent', 'datadog', 'cluster-agent'),
    pod('datadog-clusterchecks', 'datadog', 'runner'),
    pod('web', 'shop', 'sidecar'),
    pod('late', 'late', 'late'),
    { name: 'named', namespace: 'named', labels: {} },
  ];
  return { ends: [...OUTSIDE, ...pods], policies: manifests.filter(m => m.kind.endsWith('NetworkPolicy')) };
}

type Row = [flow: string, allowed: boolean];

function expectFlows(evaluator: Evaluator, { ends, policies }: ReturnType<typeof cluster>, rows: Row[]) {
  expect(policies.length).toBeGreaterThan(0);
  const end = (name: string) => ends.find(e => e.name === name) ?? (() => { throw new Error(name); })();
  expect(rows.map(([flow]): Row => {
    const [from, to, port, protocol = 'TCP'] = flow.split(/ -> |:|\//);
    return [flow, evaluator(policies, end(from), end(to), Number(port), protocol as 'TCP')];
  })).toEqual(rows);
}

const EITHER_FLAVOR: Row[] = [
  // Agents of every namespace with the Secret reach the Cluster Agent, which both peers of this library forbid.
  ['sidecar -> cluster-agent:5005', true],
  ['late -> cluster-agent:5005', true],
  ['named -> cluster-agent:5005', true],
  ['runner -> cluster-agent:5005', true],
  ['prober -> cluster-agent:5005', true],
  ['cluster-agent -> cluster-agent:5005', true],
  ['stranger -> cluster-agent:5005', false],
  ['internet -> cluster-agent:5005', false],
  ['sidecar -> cluster-agent:5000', false],
  ['sidecar -> cluster-agent:5005/UDP', false],
  // Advanced dispatching.
  ['cluster-agent -> runner:5005', true],
  ['sidecar -> runner:5005', false],
  ['prober -> runner:5005', false],
  ['cluster-agent -> runner:5557', false],
  // The basics.
  ['cluster-agent -> dns:53/UDP', true],
  ['cluster-agent -> dns:53/TCP', true],
  ['cluster-agent -> api-server:443', true],
  ['cluster-agent -> api-server:6443', true],
  ['cluster-agent -> intake:443', true],
  ['cluster-agent -> api:443', true],
  ['cluster-agent -> intake:80', false],
  ['cluster-agent -> sidecar:8126', false],
  ['cluster-agent -> stranger:80', false],
  // Checks watch what they watch.
  ['runner -> stranger:9090', true],
  ['runner -> internet:8080', true],
  ['runner -> dns:53/UDP', true],
  // Nobody else is touched.
  ['sidecar -> internet:443', true],
  ['stranger -> sidecar:80', true],
];

const FLAVORS: Array<[NetworkPolicyFlavor, Evaluator, Row[]]> = [
  [NetworkPolicyFlavor.KUBERNETES, kubernetes, [['cluster-agent -> internet:443', true]]],
  [NetworkPolicyFlavor.CILIUM, cilium, [['cluster-agent -> internet:443', false], ['cluster-agent -> look-alike:443', false]]],
];

describe.each(FLAVORS)('%s', (flavor, evaluator, own) => {
  test('lets through what must pass, and nothing else', () => {
    expectFlows(evaluator, cluster({ flavor }), [...EITHER_FLAVOR, ...own]);
  });

  test('without a policy everything passes, so the table above can tell', () => {
    const { ends } = cluster({ flavor });
    expect(EITHER_FLAVOR.every(([flow]) => {
      const [from, to, port] = flow.split(/ -> |:|\//);
      return evaluator([], ends.find(e => e.name === from)!, ends.find(e => e.name === to)!, Number(port), 'TCP');
    })).toBe(true);
  });

  test('the API server reaches external metrics and the webhook where they are on', () => {
    const flows = (allowed: boolean): Row[] => [8443, 8000].map(port => [`api-server -> cluster-agent:${port}`, allowed]);
    expectFlows(evaluator, cluster({ flavor }), flows(false));
    expectFlows(evaluator, cluster({ flavor }, { externalMetrics: { enabled: true }, admissionController: { enabled: true } }), flows(true));
  });

  test('runners may be held to what they cannot do without', () => {
    expectFlows(evaluator, cluster({ flavor, restrictRunners: true }), [
      ['runner -> cluster-agent:5005', true],
      ['runner -> dns:53/UDP', true],
      ['runner -> dns:53/TCP', true],
      ['runner -> api-server:443', true],
      ['runner -> intake:443', true],
      ['runner -> stranger:9090', false],
      ['runner -> internet:8080', false],
    ]);
  });

  test('addresses are held to the blocks that are given', () => {
    const cidrs = { apiServerCidrs: ['10.0.0.0/24'], datadogCidrs: ['3.233.144.0/20'] };
    expectFlows(evaluator, cluster({ flavor, ...cidrs }), [
      ['cluster-agent -> api-server:443', true],
      ['cluster-agent -> api-server:6443', true],
      ['cluster-agent -> intake:443', true],
      ['cluster-agent -> intake:6443', false],
      ['cluster-agent -> internet:443', false],
    ]);
  });

  test('the DNS server is held to the pods that are given', () => {
    expectFlows(evaluator, cluster({ flavor, dnsPods: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } } }), [
      ['cluster-agent -> dns:53/UDP', true],
      ['cluster-agent -> dns:53/TCP', true],
      ['cluster-agent -> stranger:53/UDP', false],
    ]);
    expectFlows(evaluator, cluster({ flavor, dnsPods: { namespace: 'kube-system', labels: { app: 'mine' } } }), [['cluster-agent -> dns:53/UDP', false]]);
  });

  test('further namespaces may be named', () => {
    expectFlows(evaluator, cluster({ flavor, agentNamespaces: ['other'] }), [['stranger -> cluster-agent:5005', true]]);
  });
});

test('a chart without the option has no policy', () => {
  expect(synthesize(program().app).filter(m => m.kind.endsWith('NetworkPolicy'))).toEqual([]);
});
