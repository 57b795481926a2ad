import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { networkPolicyManifests } from '../../../src/render/network-policy/manifests';
import { clusterModel } from '../models';

const NODES = clusterModel({ platform: { fact: PLATFORMS.eks } });
const component = (name: string) => ({ 'agent.datadoghq.com/component': name });
const policiesOf = (flavor: 'kubernetes' | 'cilium', namespaces: string[] = [], model = NODES): { [name: string]: any } => {
  const policies = networkPolicyManifests(model, { flavor, agentNamespaces: [], restrictRunners: true }, namespaces);
  return Object.fromEntries(policies.map(policy => [policy.metadata!.name, policy]));
};

test('each flavor is of its own API', () => {
  expect(Object.values(policiesOf('kubernetes')).map(({ apiVersion, kind }) => `${apiVersion} ${kind}`)).toEqual(Array(2).fill('networking.k8s.io/v1 NetworkPolicy'));
  expect(Object.values(policiesOf('cilium')).map(({ apiVersion, kind }) => `${apiVersion} ${kind}`)).toEqual(Array(2).fill('cilium.io/v2 CiliumNetworkPolicy'));
});

test('other namespaces are named once, in order, and never the own', () => {
  const selected = policiesOf('cilium', ['shop', 'datadog', 'pay', 'shop'])['datadog-cluster-agent'].spec.ingress[0].fromEndpoints;
  expect(selected).toEqual([{}, ...['pay', 'shop'].map(name => ({ matchLabels: { 'k8s:io.kubernetes.pod.namespace': name } }))]);
});

test('pods of ours are selected by their component, in both directions', () => {
  const { ingress } = policiesOf('cilium')['datadog-cluster-agent'].spec;
  expect(ingress).toContainEqual({ fromEndpoints: [{ matchLabels: component('agent') }], toPorts: [{ ports: [{ port: '5000', protocol: 'TCP' }] }] });
  const { egress } = policiesOf('cilium', [], clusterModel())['datadog-clusterchecks'].spec;
  expect(egress).toContainEqual({ toEndpoints: [{ matchLabels: component('cluster-agent') }], toPorts: [expect.anything()] });
});

test('who may be anywhere is not selected', () => {
  const onHost = clusterModel({ platform: { fact: PLATFORMS.eks }, nodeAgent: { hostNetwork: true } });
  const { ingress } = policiesOf('cilium', [], onHost)['datadog-cluster-agent'].spec;
  expect(ingress).toContainEqual({ toPorts: [{ ports: [{ port: '5000', protocol: 'TCP' }] }] });
  expect(policiesOf('cilium')['datadog-agent'].spec.egress).toEqual([{ toEntities: ['all'] }]);
});
