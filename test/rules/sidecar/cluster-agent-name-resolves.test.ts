import { check, EC2, finding, instrumented, MIXED, remedies } from '../fixtures';

const RULE = 'sidecar/cluster-agent-name-resolves';

function web(pod: object, url = 'https://datadog-cluster-agent.datadog.svc.cluster.local:5005') {
  return instrumented('shop/web', { pod, env: { DD_CLUSTER_AGENT_URL: url } });
}

test.each([
  {},
  { dnsPolicy: 'ClusterFirst' },
  { dnsPolicy: 'None', dnsConfig: { nameservers: ['172.20.0.10'] } },
  { hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' },
])('%j finds Services', pod => {
  expect(check(RULE, [web(pod)])).toEqual([]);
});

test.each([
  [{ dnsPolicy: 'Default' }, "'dnsPolicy' is Default"],
  [{ hostNetwork: true, dnsPolicy: 'Default' }, "'dnsPolicy' is Default"],
  [{ hostNetwork: true }, "'hostNetwork' is true without"],
  [{ hostNetwork: true, dnsPolicy: 'ClusterFirst' }, "'hostNetwork' is true without"],
])('%j does not', (pod, reason) => {
  const manifest = web(pod);
  expect(check(RULE, [manifest], {})).toEqual([finding(RULE, manifest, reason)]);
});

test('on Fargate alone, the host network is the finding of another rule, with one remedy', () => {
  const manifest = web({ hostNetwork: true });
  expect(check(RULE, [manifest])).toEqual([]);
  expect(check('fargate/no-host-network', [manifest])).toHaveLength(1);
});

test('so it is of a pod that a profile takes, and of no other', () => {
  const manifest = web({ hostNetwork: true });
  expect(check(RULE, [manifest], MIXED)).toEqual([]);
  expect(check('fargate/no-host-network', [manifest], MIXED)).toHaveLength(1);
  expect(check(RULE, [manifest], EC2)).toHaveLength(1);
});

test.each(['https://datadog-cluster-agent.datadog.svc:5005', 'datadog-cluster-agent.datadog.svc.corp.example.:5005'])('%s is the name of a Service', url => {
  expect(check(RULE, [web({ dnsPolicy: 'Default' }, url)])).toHaveLength(1);
});

test.each(['https://172.20.0.20:5005', 'https://[fd00::20]:5005', 'https://agents.svcs.example.com/svc.'])('%s is not', url => {
  expect(check(RULE, [web({ dnsPolicy: 'Default' }, url)])).toEqual([]);
});

test.each([[{ dnsPolicy: 'Default' }, 'ClusterFirst'], [{ hostNetwork: true }, 'ClusterFirstWithHostNet']])('%j would find them with another policy', (pod, policy) => {
  expect(remedies(RULE, [web(pod)], {})).toEqual([expect.stringContaining(`Set 'dnsPolicy: ${policy}'; where`)]);
});
