import { yamlFault } from '../../../src/manifest/yaml-faults';
import { check, finding, nodeAgent, object } from '../fixtures';

const RULE = 'autodiscovery/file-is-yaml';
const agents = nodeAgent('datadog/agents', { containers: [{ name: 'agent', volumeMounts: [{ name: 'x', mountPath: '/conf.d' }] }], volumes: [{ name: 'x', configMap: { name: 'checks' } }] });
const files = (text: string, key = 'redisdb.yaml') => object('v1', 'ConfigMap', 'datadog/checks', { data: { [key]: text } });

test.each([
  ['instances:\n  - host: %%host%%\n', "line 2 of 'redisdb.yaml' has a value that begins with '%'"],
  ['instances:\n\t- host: x\n', "line 2 of 'redisdb.yaml' has a tab before it"],
  ['instances:\n  - user: @shop\n', "begins with '@'"],
  ['tags:\n  - %%kube_namespace%%\n', "begins with '%'"],
])('finds the fault of %j', (text, reason) => {
  expect(check(RULE, [agents, files(text)])).toEqual([finding(RULE, files(text), reason)]);
  expect(check(RULE, [files(text)])).toEqual([]);
  expect(check(RULE, [agents, files(text, 'notes.txt')])).toEqual([]);
});

test.each([
  'instances:\n  - host: "%%host%%"\n    port: 6379\n', '{"a":\n\t"%x"}', 'a: |\n  b: %x\n  \t- c: d\nd: e\n', '# a: %x\na: b # %x\n', 'a: "x\n  b: %y"\n', 'a: 5%\nurl: http://%%host%%/x\n', '%YAML 1.1\n---\na: b\n', '',
])('passes %j', text => {
  expect(yamlFault(text)).toBeUndefined();
});
