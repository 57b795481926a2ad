import { App, Chart } from 'cdk8s';
import { DatadogNetworkPolicy, DatadogNetworkPolicyProps, DatadogSite, NetworkPolicyFlavor } from '../../src';
import { CLUSTER, inventory } from '../datadog-chart/program';
import { violationOf } from '../requirements/violations';

beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });
afterEach(() => jest.restoreAllMocks());

function policies(props: Partial<DatadogNetworkPolicyProps> = {}) {
  const chart = new Chart(new App(), 'chart');
  new DatadogNetworkPolicy(chart, 'policy', { ...CLUSTER, ...props });
  return chart.toJson();
}

test('there is one policy for the Cluster Agent and one for the runners', () => {
  expect(inventory(policies())).toEqual(['NetworkPolicy datadog/datadog-cluster-agent', 'NetworkPolicy datadog/datadog-clusterchecks']);
  expect(inventory(policies({ namespace: 'monitoring', clusterCheckRunners: { enabled: false }, flavor: NetworkPolicyFlavor.CILIUM })))
    .toEqual(['CiliumNetworkPolicy monitoring/datadog-cluster-agent']);
});

test('where no other namespace is known, none is selected: an empty list of names is no selector', () => {
  const [{ spec }] = policies();
  expect(spec.ingress).toEqual([{ from: [{ podSelector: {} }], ports: [{ port: 5005, protocol: 'TCP' }] }]);
});

test('Cilium reads DNS answers where names depend on them', () => {
  const [{ spec }] = policies({ flavor: NetworkPolicyFlavor.CILIUM });
  expect(spec.egress[0]).toEqual({
    toEndpoints: [{ matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'kube-system', 'k8s-app': 'kube-dns' } }],
    toPorts: [{ ports: [{ port: '53', protocol: 'UDP' }, { port: '53', protocol: 'TCP' }], rules: { dns: [{ matchPattern: '*' }] } }],
  });
});

test('Cilium is told the hosts of the site', () => {
  const [{ spec }] = policies({ flavor: NetworkPolicyFlavor.CILIUM, site: DatadogSite.EU1 });
  const names = spec.egress.flatMap((rule: any) => rule.toFQDNs ?? []);
  expect(names.map((n: any) => n.matchName ?? n.matchPattern)).toEqual(DatadogSite.EU1.intakeHosts);
  expect(names).toContainEqual({ matchPattern: '*.agent.datadoghq.eu' });
  expect(names).toContainEqual({ matchName: 'api.datadoghq.eu' });
});

test.each([
  ['apiServerCidrs', ['10.0.0.0']],
  ['apiServerCidrs', ['10.0.0.0/33']],
  ['datadogCidrs', ['ip-ranges.datadoghq.com/16']],
  ['datadogCidrs', []],
])('%s %j is refused', (option, cidrs) => {
  expect(violationOf(() => policies({ [option]: cidrs }))).toMatchObject({ rule: 'network-policy/cidr', reason: expect.stringContaining(`'${option}'`) });
});

test('IPv6 is taken', () => {
  expect(JSON.stringify(policies({ apiServerCidrs: ['2001:db8::/64'] }))).toContain('"cidr":"2001:db8::/64"');
});

test('the name of a namespace is checked', () => {
  expect(violationOf(() => policies({ agentNamespaces: ['No_Name'] })).rule).toBe('kubernetes/namespace-name');
});
