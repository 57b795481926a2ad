import type { PodSpec } from 'kubernetes-types/core/v1';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { injectSidecar } from '../../../src/render/sidecar/inject';
import { clusterModel, deepFreeze } from '../models';

const NAME = 'https://datadog-cluster-agent.datadog.svc.cluster.local:5005';

function urlOf(pod: Partial<PodSpec>, serviceCidr?: string): unknown {
  const model = deepFreeze(clusterModel({ platform: { fact: PLATFORMS.eksFargate, serviceCidr } }));
  const { spec } = injectSidecar({ spec: { containers: [{ name: 'coredns' }], ...pod } }, model, { runsToCompletion: false, defaultServiceAccount: 'datadog-agent' });
  return spec.containers.find(c => c.name === 'datadog-agent-injected')?.env?.find(e => e.name === 'DD_CLUSTER_AGENT_URL')?.value;
}

test.each<[Partial<PodSpec>]>([
  [{ dnsPolicy: 'Default' }],
  [{ hostNetwork: true }],
  [{ hostNetwork: true, dnsPolicy: 'ClusterFirst' }],
])('%j goes by the address', pod => {
  expect(urlOf(pod, '172.20.0.0/16')).toBe('https://172.20.0.251:5005');
  expect(urlOf(pod, 'fd00::/108')).toBe('https://[fd00::fb]:5005');
});

test.each<[Partial<PodSpec>]>([
  [{}],
  [{ dnsPolicy: 'ClusterFirst' }],
  [{ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' }],
  [{ dnsPolicy: 'None', dnsConfig: { nameservers: ['172.20.0.10'] } }],
])('%j goes by the name', pod => {
  expect(urlOf(pod, '172.20.0.0/16')).toBe(NAME);
});

test('without an address every pod goes by the name, and a rule tells of those that cannot', () => {
  expect(urlOf({ dnsPolicy: 'Default' })).toBe(NAME);
});
