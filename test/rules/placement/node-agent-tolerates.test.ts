import { APP, check, deployment, EC2, finding, MIXED, nodeAgent, remedies } from '../fixtures';

const RULE = 'placement/node-agent-tolerates';
const GPU = { key: 'nvidia.com/gpu', value: 'true', effect: 'NoSchedule' };
const POOL = { pool: 'gpu' };
const affinity = { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'pool', operator: 'In', values: ['gpu'] }] }] } } };
const web = (pod: object) => deployment('ml/web', { containers: [APP], tolerations: [GPU], nodeSelector: POOL, ...pod });

test.each<[string, object[]]>([
  ['the same', [GPU]],
  ['every value of the key', [{ key: 'nvidia.com/gpu', operator: 'Exists' }]],
  ['every taint', [{ operator: 'Exists' }]],
  ['every effect', [{ key: 'nvidia.com/gpu', operator: 'Equal', value: 'true' }]],
])('the node Agent tolerates %s', (_, tolerations) => {
  expect(check(RULE, [web({}), nodeAgent(undefined, { tolerations })], EC2)).toEqual([]);
});

test.each<[string, object[] | undefined]>([
  ['nothing', undefined],
  ['another value', [{ ...GPU, value: 'false' }]],
  ['another effect', [{ ...GPU, effect: 'NoExecute' }]],
  ['another key', [{ ...GPU, key: 'gpu' }]],
])('where it tolerates %s, the toleration to add is named', (_, tolerations) => {
  const manifest = web({});
  expect(check(RULE, [manifest, nodeAgent(undefined, { tolerations })], EC2)).toEqual([
    finding(RULE, manifest, "tolerate { key: 'nvidia.com/gpu', value: 'true', effect: 'NoSchedule' }, which the node Agent does not"),
  ]);
});

test('nodes are chosen by affinity as well, and a toleration may name no value', () => {
  const manifest = web({ nodeSelector: undefined, affinity, tolerations: [{ key: 'gpu', operator: 'Exists' }] });
  expect(check(RULE, [manifest, nodeAgent()], EC2)).toEqual([finding(RULE, manifest, "tolerate { key: 'gpu', operator: 'Exists' }")]);
});

test('several are told together', () => {
  const manifest = web({ tolerations: [GPU, { key: 'gpu', operator: 'Exists' }] });
  const [one, two] = ["{ key: 'nvidia.com/gpu', value: 'true', effect: 'NoSchedule' }", "{ key: 'gpu', operator: 'Exists' }"];
  expect(check(RULE, [manifest, nodeAgent()], EC2)).toEqual([finding(RULE, manifest, `tolerate ${one} and ${two}, which`)]);
  expect(remedies(RULE, [manifest, nodeAgent()], EC2)).toEqual([`Add ${one}, ${two} to 'tolerations' of the node Agent`]);
});

test.each<[string, object]>([
  ['nodes that are not chosen', { nodeSelector: {} }],
  ['nodes that are not chosen by affinity either', { nodeSelector: undefined, affinity: {} }],
  ['nodes that are preferred', { nodeSelector: undefined, affinity: { nodeAffinity: {} } }],
  ['no key', { tolerations: [{ operator: 'Exists' }] }],
  ['an empty key', { tolerations: [{ key: '', operator: 'Exists' }] }],
  ['a taint of nodes in trouble', { tolerations: [{ key: 'node.kubernetes.io/not-ready', operator: 'Exists' }] }],
  ['a wish', { tolerations: [{ ...GPU, effect: 'PreferNoSchedule' }] }],
  ['the taint of Fargate', { tolerations: [{ key: 'eks.amazonaws.com/compute-type', value: 'fargate' }] }],
])('%s: nothing to tell', (_, pod) => {
  expect(check(RULE, [web(pod), nodeAgent()], EC2)).toEqual([]);
});

test('a pod that asks for a device goes where the device is, without a choice of nodes', () => {
  const gpu = (toleration: object) => web({ nodeSelector: undefined, tolerations: [toleration], containers: [{ ...APP, resources: { limits: { 'nvidia.com/gpu': 1 } } }] });
  const exists = gpu({ key: 'nvidia.com/gpu', operator: 'Exists' });
  expect(check(RULE, [exists, nodeAgent()], EC2)).toEqual([finding(RULE, exists, "its pods ask for a device, which some nodes have, and tolerate { key: 'nvidia.com/gpu', operator: 'Exists' }")]);
  expect(check(RULE, [gpu(GPU), nodeAgent(undefined, { tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists' }] })], EC2)).toEqual([]);
});

test('nothing without a node Agent, on Fargate, and of what runs on every node', () => {
  const pod = { containers: [APP], tolerations: [GPU], nodeSelector: POOL };
  expect(check(RULE, [web({})], EC2)).toEqual([]);
  expect(check(RULE, [deployment('shop/web', pod), nodeAgent()], MIXED)).toEqual([]);
  expect(check(RULE, [{ ...web({}), kind: 'DaemonSet' }, nodeAgent()], EC2)).toEqual([]);
});
