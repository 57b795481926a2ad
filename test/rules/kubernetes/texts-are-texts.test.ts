import { APP, check, deployment, finding, object } from '../fixtures';

const RULE = 'kubernetes/texts-are-texts';
const web = (changes: object) => deployment('shop/web', { containers: [{ ...APP, ...changes }] });

test('accepts texts, and fields without a value', () => {
  const env = [{ name: 'A', value: '1' }, { name: 'B' }, { name: 'C', value: null }, { name: 'D', valueFrom: {} }];
  expect(check(RULE, [web({ args: ['09:30', '.'], command: ['a'], env }), object('v1', 'ConfigMap', 'shop/a', { data: { a: '1' } })])).toEqual([]);
  // A custom resource may have a selector or data of its own.
  expect(check(RULE, [object('example.org/v1', 'Custom', 'shop/a', { data: { a: 1 }, spec: { selector: { app: 1 } } })])).toEqual([]);
});

test.each<[string, object, string]>([
  ['an argument', { args: ['--at', 570] }, "args[1] of the container 'web' is a number"],
  ['a command', { command: [true] }, "command[0] of the container 'web' is true or false without quotes"],
  ['an env var', { env: [{ name: 'DEBUG', value: true }] }, "the value of the env var 'DEBUG' of the container 'web' is true or false without quotes"],
  ['NaN', { args: [NaN] }, 'is NaN, which'],
  ['a list', { args: [['a']] }, 'is a list'],
  ['an object', { args: [{}] }, 'is an object'],
])('refuses %s that is not a text', (_, changes, reason) => {
  const manifest = web(changes);
  expect(check(RULE, [manifest])).toEqual([finding(RULE, manifest, reason)]);
});

test.each<[string, any, string]>([
  ['an annotation', object('v1', 'Pod', 'shop/web', { metadata: { namespace: 'shop', name: 'web', annotations: { at: 1 } } }), "'at' in annotations is a number"],
  ['a label', object('v1', 'Namespace', 'shop', { metadata: { name: 'shop', labels: { on: true } } }), "'on' in labels is true"],
  ['a value of a ConfigMap', object('v1', 'ConfigMap', 'shop/a', { data: { PORT: 80, A: 1 } }), "'PORT' in data is a number, and 1 more of its fields"],
  ['a value of a Secret', object('v1', 'Secret', 'shop/a', { stringData: { PIN: 1234 } }), "'PIN' in stringData is a number"],
  ['a selector of a Service', object('v1', 'Service', 'shop/a', { spec: { selector: { v: 1 } } }), "'v' in spec.selector is a number"],
  ['a choice of nodes', deployment('shop/web', { containers: [APP], nodeSelector: { gpu: true } }), "'gpu' in nodeSelector of the pod is true"],
])('refuses %s that is not a text', (_, manifest, reason) => {
  expect(check(RULE, [manifest])).toEqual([finding(RULE, manifest, reason)]);
});

test('refuses labels of the pod template, and tells no value', () => {
  const manifest: any = deployment('shop/web', { containers: [{ ...APP, env: [{ name: 'PIN', value: 987654 }] }] }, { v: 1 as any });
  const [found] = check(RULE, [manifest]);
  expect(found.reason).toContain("'v' in labels of the pod template is a number");
  expect(JSON.stringify(found)).not.toContain('987654');
});

test.each<[string, any, string]>([
  ['of the object', object('v1', 'Pod', 'shop/web', { metadata: { namespace: 'shop', name: 'web', annotations: ['a'] } }), 'annotations are no names with values'],
  ['of the pod template', { ...web({}), spec: { template: { metadata: { labels: 'agent.datadoghq.com/sidecar:fargate' }, spec: { containers: [APP] } } } }, 'labels of the pod template are no names with values'],
])('refuses labels and annotations %s that are no names with values', (_, manifest, reason) => {
  expect(check(RULE, [manifest])).toEqual([finding(RULE, manifest, reason)]);
});
