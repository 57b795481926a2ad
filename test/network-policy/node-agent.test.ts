import { cilium, End, Evaluator, kubernetes } from './evaluator';
import { DatadogChartProps, DatadogCredentials, NetworkPolicyFlavor, Platform } from '../../src';
import { find, inventory, program, synthesize } from '../datadog-chart/program';

const PORTS = { apm: { portEnabled: true }, dogstatsd: { portEnabled: true } };
const OUTSIDE: End[] = [
  { name: 'web', namespace: 'shop', labels: { app: 'web' } },
  { name: 'kubelet', ip: '10.0.1.17' },
  // What comes from the host network has the address of the node.
  { name: 'agent-on-the-node', ip: '10.0.1.17', entity: 'host' },
];

/** Policies and pods of a cluster with EC2 nodes. */
function cluster(flavor: NetworkPolicyFlavor, props: Partial<DatadogChartProps> = {}, extend = false) {
  const { app, datadog } = program({
    platform: Platform.eks(), credentials: DatadogCredentials.existingSecret(), networkPolicy: { flavor }, features: PORTS, ...props,
  });
  if (extend) datadog.nodeAgent!._extend({ hostNetwork: true, ports: { agent: [{ name: 'more', containerPort: 9000, protocol: 'TCP' }] } });
  const manifests = synthesize(app);
  const labels = (kind: string, name: string) => find(manifests, kind, name).spec.template.metadata.labels;
  return {
    policies: manifests.filter(m => m.kind.endsWith('NetworkPolicy')),
    ends: [
      ...OUTSIDE,
      { name: 'cluster-agent', namespace: 'datadog', labels: labels('Deployment', 'datadog-cluster-agent') },
      ...datadog.nodeAgent ? [{ name: 'agent', namespace: 'datadog', labels: labels('DaemonSet', 'datadog-agent') }] : [],
    ],
  };
}

const FLAVORS: Array<[NetworkPolicyFlavor, Evaluator]> = [[NetworkPolicyFlavor.KUBERNETES, kubernetes], [NetworkPolicyFlavor.CILIUM, cilium]];

describe.each(FLAVORS)('%s', (flavor, evaluator) => {
  const passes = ({ policies, ends }: ReturnType<typeof cluster>, flows: readonly string[]) => flows.map(flow => {
    const [from, to, port, protocol = 'TCP'] = flow.split(/ -> |:|\//);
    const end = (name: string) => ends.find(e => e.name === name)!;
    return [flow, evaluator(policies, end(from), end(to), Number(port), protocol as 'TCP' | 'UDP')];
  });
  const all = (flows: readonly string[], allowed: boolean) => flows.map(flow => [flow, allowed]);

  test('applications send to the ports that are on, and to no other', () => {
    const open = ['web -> agent:8126', 'web -> agent:8125/UDP', 'agent -> cluster-agent:5005', 'agent -> web:6379', 'agent -> kubelet:10250'];
    const closed = ['web -> agent:5000', 'web -> agent:8125', 'web -> agent:5555', 'web -> cluster-agent:5005'];
    expect(passes(cluster(flavor), [...open, ...closed])).toEqual([...all(open, true), ...all(closed, false)]);
    const off = ['web -> agent:8126', 'web -> agent:8125/UDP'];
    expect(passes(cluster(flavor, { features: {} }), off)).toEqual(all(off, false));
  });

  test('node Agents check the Cluster Agent, and nobody else does', () => {
    const flows = ['agent -> cluster-agent:5000', 'web -> cluster-agent:5000', 'agent-on-the-node -> cluster-agent:5000'];
    expect(passes(cluster(flavor), flows)).toEqual([[flows[0], true], [flows[1], false], [flows[2], false]]);
    expect(passes(cluster(flavor, { nodeAgent: { hostNetwork: true } }), flows)).toEqual(all(flows, true));
    const without = cluster(flavor, { nodeAgent: { enabled: false } });
    const runner: End = { name: 'runner', namespace: 'datadog', labels: { 'agent.datadoghq.com/component': 'cluster-checks-runner' } };
    expect(passes({ ...without, ends: [...without.ends, runner] }, ['runner -> cluster-agent:5000'])).toEqual([['runner -> cluster-agent:5000', false]]);
  });

  test('Agents on the network of their nodes reach the Cluster Agent, which no selector could say', () => {
    const flows = ['agent-on-the-node -> cluster-agent:5005'];
    expect(passes(cluster(flavor), flows)).toEqual(all(flows, false));
    expect(passes(cluster(flavor, { nodeAgent: { hostNetwork: true } }), flows)).toEqual(all(flows, true));
  });

  test('what other constructs add to the pods counts, too', () => {
    const flows = ['agent-on-the-node -> cluster-agent:5005', 'web -> agent:9000'];
    expect(passes(cluster(flavor), flows)).toEqual(all(flows, false));
    expect(passes(cluster(flavor, {}, true), flows)).toEqual(all(flows, true));
  });

  test('without node Agents there is no policy for them', () => {
    const policies = (props: Partial<DatadogChartProps>) => inventory(cluster(flavor, props).policies).map(line => line.split('/')[1]);
    expect(policies({})).toEqual(['datadog-agent', 'datadog-cluster-agent']);
    expect(policies({ nodeAgent: { enabled: false } })).toEqual(['datadog-cluster-agent', 'datadog-clusterchecks']);
  });
});
