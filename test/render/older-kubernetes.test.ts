import { Platform } from '../../src';
import { forKubernetes } from '../../src/render/older-kubernetes';
import { watched } from '../control-plane-checks/clusters';

const BUDGET = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' };
const POD = {
  apiVersion: 'v1', kind: 'Pod', spec: { securityContext: { runAsUser: 1, seccompProfile: { type: 'RuntimeDefault' } }, containers: [{ name: 'x', startupProbe: {}, livenessProbe: {} }] },
};

test.each([['1.21', 'policy/v1'], ['1.20', 'policy/v1beta1']])('a budget on %s', (version, apiVersion) => {
  expect(forKubernetes(version, BUDGET)).toEqual({ ...BUDGET, apiVersion });
});

test('a CronJob', () => {
  expect(forKubernetes('1.20', { apiVersion: 'batch/v1', kind: 'CronJob' }).apiVersion).toBe('batch/v1beta1');
  expect(forKubernetes('1.20', { apiVersion: 'batch/v1', kind: 'Job' }).apiVersion).toBe('batch/v1');
});

test.each([
  ['1.19', { securityContext: { runAsUser: 1, seccompProfile: { type: 'RuntimeDefault' } }, containers: [{ name: 'x', startupProbe: {}, livenessProbe: {} }] }],
  ['1.18', { securityContext: { runAsUser: 1 }, containers: [{ name: 'x', startupProbe: {}, livenessProbe: {} }] }],
  ['1.17', { securityContext: { runAsUser: 1 }, containers: [{ name: 'x', livenessProbe: {} }] }],
])('a pod on %s', (version, spec) => {
  expect(forKubernetes(version, POD)).toEqual({ ...POD, spec });
});

test('what the version has is left alone', () => {
  expect(forKubernetes('1.35', POD)).toBe(POD);
});

test('a whole cluster of 1.11 has nothing that came later', () => {
  const { manifests } = watched(Platform.openShift3(), {}, { clusterAgent: { replicas: 2 } });
  const text = JSON.stringify(manifests);
  for (const word of ['"startupProbe"', '"seccompProfile"', '"appArmorProfile"', '"internalTrafficPolicy"', '"policy/v1"', '"batch/v1"']) expect(text).not.toContain(word);
  const agent = manifests.find(m => m.kind === 'Deployment' && m.metadata.name === 'datadog-cluster-agent').spec.template.spec.containers[0];
  const env = Object.fromEntries(agent.env.map((e: any) => [e.name, e.value]));
  expect(env).toMatchObject({ DD_LEADER_ELECTION_DEFAULT_RESOURCE: 'configmap', DD_KUBERNETES_USE_ENDPOINT_SLICES: 'false' });
  const role = manifests.find(m => m.kind === 'Role' && m.metadata.name === 'datadog-cluster-agent');
  expect(role.rules).toContainEqual({ apiGroups: [''], resources: ['configmaps'], resourceNames: ['datadog-leader-election'], verbs: ['get', 'update'] });
  const state = JSON.parse(manifests.find(m => m.kind === 'ConfigMap' && m.metadata.name === 'datadog-cluster-agent-confd').data['kubernetes_state_core.yaml.default']);
  expect(state.instances[0].collectors).not.toContain('endpointslices');
});

test('a cluster of today has Leases and EndpointSlices', () => {
  const agent = watched(Platform.kubeadm()).manifests.find(m => m.metadata.name === 'datadog-cluster-agent' && m.kind === 'Deployment').spec.template.spec.containers[0];
  const env = Object.fromEntries(agent.env.map((e: any) => [e.name, e.value]));
  expect(env).toMatchObject({ DD_LEADER_ELECTION_DEFAULT_RESOURCE: 'lease', DD_KUBERNETES_USE_ENDPOINT_SLICES: 'true' });
});
