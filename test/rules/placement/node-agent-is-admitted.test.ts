import { check, EC2, finding, nodeAgent, object } from '../fixtures';

const RULE = 'placement/node-agent-is-admitted';
const POD = { volumes: [{ name: 'procdir', hostPath: { path: '/proc' } }] };
const namespace = (level?: unknown, name = 'datadog') => object('v1', 'Namespace', name, { metadata: { name, labels: level === undefined ? undefined : { 'pod-security.kubernetes.io/enforce': level } } });

test.each(['baseline', 'restricted'])('at the level %s the pods are refused', level => {
  const agent = nodeAgent(undefined, POD);
  expect(check(RULE, [namespace(level), agent], EC2)).toEqual([finding(RULE, agent, `the Namespace 'datadog' enforces the Pod Security level '${level}'`)]);
});

test('a Namespace whose chart has a namespace is one all the same', () => {
  const agent = nodeAgent(undefined, POD);
  const inChart = object('v1', 'Namespace', 'datadog', { metadata: { name: 'datadog', namespace: 'shop', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } } });
  expect(check(RULE, [inChart, agent], EC2)).toEqual([finding(RULE, agent, "'restricted'")]);
});

test.each<[string, object]>([
  ['privileged', namespace('privileged')],
  ['no level', namespace()],
  ['no name', { apiVersion: 'v1', kind: 'Namespace' }],
  ['another namespace', namespace('restricted', 'shop')],
  ['a level that is only warned of', object('v1', 'Namespace', 'datadog', { metadata: { name: 'datadog', labels: { 'pod-security.kubernetes.io/warn': 'restricted' } } })],
])('%s: nothing to tell', (_, other) => {
  expect(check(RULE, [other as any, nodeAgent(undefined, POD)], EC2)).toEqual([]);
});

test('nothing of an Agent without folders of its node, and without an Agent', () => {
  expect(check(RULE, [namespace('restricted'), nodeAgent()], EC2)).toEqual([]);
  expect(check(RULE, [namespace('restricted')], EC2)).toEqual([]);
});
