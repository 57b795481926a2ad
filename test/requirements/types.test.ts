import { violationOf } from './violations';
import { DatadogChartProps, NodeConnection, Platform } from '../../src';
import { deployment, program } from '../datadog-chart/program';

const chart = (props: unknown) => () => program(props as Partial<DatadogChartProps>);
const onNodes = (nodeAgent: unknown) => chart({ platform: Platform.kubeadm(), nodeAgent });

test.each<[string, () => unknown, string, string]>([
  ['a string for a boolean', chart({ features: { logs: { enabled: 'false' } } }), "'features.logs.enabled' is a string, and it has to be true or false", 'Write enabled: false'],
  ['a number for a namespace', chart({ namespace: 5 }), "'namespace' is a number, and it has to be a string", "Write namespace: '5'"],
  ['a number for a version', onNodes({ oldestKubeletVersion: 1.3 }), "'nodeAgent.oldestKubeletVersion' is a number, and it has to be a string", "Write oldestKubeletVersion: '1.3'"],
  ['a string for a list of structs', onNodes({ checks: 'x' }), "'nodeAgent.checks' is a string, and it has to be a list of objects", "Write checks: [{ name: '...' }]"],
  ['null in a list', onNodes({ checks: [null] }), "'nodeAgent.checks[0]' is null, and it has to be an object", "Write { name: '...' }"],
  ['an object for a list', onNodes({ tolerations: {} }), "'nodeAgent.tolerations' is an object, and it has to be a list of values that JSON can hold", 'Write tolerations: [{}]'],
  ['a string for a list of names', chart({ clusterAgent: { imagePullSecrets: 'mirror' } }), "'clusterAgent.imagePullSecrets' is a string, and it has to be a list of strings", "Write imagePullSecrets: ['mirror']"],
  ['a string for a feature', chart({ features: { apm: 'on' } }), "'features.apm' is a string, and it has to be an object", 'Write apm: {}'],
  ['true for a feature', chart({ features: { logs: true } }), "'features.logs' is true, and it has to be an object", 'Write logs: { enabled: true }, or {}'],
  ['a function', chart({ namespace: () => 'x' }), "'namespace' is a function, and it has to be a string", "Write namespace: '...'"],
  ['a list for tags', chart({ tags: ['env:prd', 'team=web'] }), "'tags' is a list, and it has to be an object of strings", "Write tags: { env: 'prd', team: 'web' }"],
  ['a list for env vars', chart({ sidecar: { env: [{ name: 'DD_LOG_LEVEL', value: 'debug' }] } }), "'sidecar.env' is a list, and it has to be an object of strings", "Write env: { DD_LOG_LEVEL: '...' }"],
  ['a list for env vars of any look', chart({ clusterAgent: { env: ['X=hunter2-Sup3r'] } }), "'clusterAgent.env' is a list, and it has to be an object of strings", "Write env: { X: '...' }"],
])('refuses %s and shows the right form', (_, work, reason, remedy) => {
  expect(violationOf(work)).toMatchObject({ rule: 'options/types', reason, remedy });
});

test.each<[string, () => unknown]>([
  ['a string for an env var in a list', chart({ sidecar: { env: ['DD_API_KEY=0123456789abcdef0123456789abcdef'] } })],
  ['a string for credentials', chart({ credentials: '0123456789abcdef0123456789abcdef' })],
  ['a string for all env vars', chart({ clusterAgent: { env: 'DD_X=0123456789abcdef0123456789abcdef' } })],
  ['a pair in a list', chart({ clusterAgent: { env: [{ name: 'PASSWORD', value: '0123456789abcdef0123456789abcdef' }] } })],
  ['an unknown option', chart({ apiKey: '0123456789abcdef0123456789abcdef' })],
])('never shows the value of %s', (_, work) => {
  expect(JSON.stringify(violationOf(work))).not.toMatch(/0123|abcdef/);
});

test('names the nearest factory of a class, and the others', () => {
  expect(violationOf(chart({ platform: 'eksFargate' })).remedy).toMatch(/^Write platform: Platform\.eksFargate\(\), or one of Platform\.eks\(\), /);
  expect(violationOf(chart({ site: 'EU1' })).remedy).toMatch(/^Write site: DatadogSite\.EU1, or one of /);
});

test('names every required option that is missing, with an example', () => {
  expect(violationOf(chart({ platform: undefined, clusterName: null }))).toMatchObject({
    reason: "'clusterName' and 'platform' are required and are not given", remedy: "Add clusterName: '...', platform: Platform.eksFargate()",
  });
});

test('refuses a connection that does not exist', () => {
  const connect = (nodeConnection: unknown) => () => {
    const { datadog, shop } = program({ platform: Platform.kubeadm() });
    deployment(shop, 'web');
    datadog.instrumentTarget(shop, { nodeConnection: nodeConnection as NodeConnection });
  };
  expect(violationOf(connect('foo'))).toMatchObject({ rule: 'options/value-is-known', reason: "'nodeConnection' is a string that is not a value of NodeConnection" });
  for (const known of [undefined, ...Object.values(NodeConnection)]) expect(connect(known)).not.toThrow();
});

test.each(['a\u0000b', 'a\rb', 'a\u202eb', 'a\u001b[31m'])('refuses the key of a tag with a control character: %j', key => {
  expect(violationOf(chart({ tags: { [key]: 'x' } }))).toMatchObject({ rule: 'datadog/tag-key' });
});
