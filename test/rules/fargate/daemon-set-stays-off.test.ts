import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { APP, check, deployment, EC2, finding, MIXED, nodeAgent } from '../fixtures';

const RULE = 'fargate/daemon-set-stays-off';
const EVERY = [{ operator: 'Exists' }];
const anyOf = (...nodeSelectorTerms: object[]) => ({ nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } });
const terms = (...matchExpressions: object[]) => anyOf({ matchExpressions });
const OFF = { key: 'eks.amazonaws.com/compute-type', operator: 'NotIn', values: ['fargate'] };

test.each<[string, object]>([
  ['no tolerations', {}],
  ['other tolerations', { tolerations: [{ key: 'gpu', operator: 'Exists' }, { operator: 'Exists', effect: 'NoExecute' }] }],
  ['affinity', { tolerations: EVERY, affinity: terms(OFF) }],
  ['labels that Fargate nodes have not', { tolerations: EVERY, nodeSelector: { pool: 'gpu' } }],
  ['another architecture', { tolerations: EVERY, affinity: terms({ key: 'kubernetes.io/arch', operator: 'In', values: ['arm64'] }) }],
  ['names of nodes', { tolerations: EVERY, affinity: anyOf({ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'] }] }) }],
])('%s: off Fargate', (_, pod) => {
  expect(check(RULE, [nodeAgent('kube-system/nodes', pod)], MIXED)).toEqual([]);
});

test.each<[string, object]>([
  ['every taint', { tolerations: EVERY }],
  ['that taint', { tolerations: [{ key: 'eks.amazonaws.com/compute-type', value: 'fargate', effect: 'NoSchedule' }] }],
  ['every taint, on Linux in a zone', { tolerations: EVERY, nodeSelector: { 'kubernetes.io/os': 'linux', 'topology.kubernetes.io/zone': 'a' } }],
  ['every taint, and one of two terms', { tolerations: EVERY, affinity: anyOf({ matchExpressions: [OFF] }, { matchExpressions: [{ key: 'kubernetes.io/os', operator: 'Exists' }] }) }],
])('%s: a pod for each Fargate node', (_, pod) => {
  const nodes = nodeAgent('kube-system/nodes', pod);
  expect(check(RULE, [nodes], MIXED)).toEqual([finding(RULE, nodes, "it tolerates the taint 'eks.amazonaws.com/compute-type=fargate:NoSchedule'")]);
});

test('nothing of other workloads, and nothing where no node is one of Fargate, or every node is', () => {
  const pod = { containers: [APP], tolerations: EVERY };
  expect(check(RULE, [deployment('store/web', pod)], MIXED)).toEqual([]);
  expect(check(RULE, [nodeAgent('a/nodes', pod)], EC2)).toEqual([]);
  for (const platform of [undefined, PLATFORMS.eksFargate, PLATFORMS.kubeadm]) expect(check(RULE, [nodeAgent('a/nodes', pod)], { ...MIXED, platform })).toEqual([]);
});
