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
  ['instances:\n  - host: redis\n      port: 6379\n', 'line 3 of \'redisdb.yaml\' is a key below a value that has begun'],
  ['instances:\n  - host: "%%host%%"\n   port: 6379\n', 'line 3 of \'redisdb.yaml\' is indented as nothing before it is'],
  ['instances:\n  - name: "redis\n    port: 6379\n', "line 2 of 'redisdb.yaml' opens a quote that is never closed"],
  ['instances:\n  - tags: [env:prod, "a"\n', "opens a '[' that is never closed"],
  ['instances:\n  - {host: x port: y}\n', "has something other than a comma or '}'"],
  ['instances:\n  - host: x\n    name:redis\n', "line 3 of 'redisdb.yaml' has no space behind the ':' of its key"],
  ['instances:\n  - name:redis\n    host: x\n', "line 2 of 'redisdb.yaml' has no space behind the ':' of its key"],
  ['instances:\n  - host: x\n    port: 1\n    host: y\n', "line 4 of 'redisdb.yaml' has a key that the same mapping has already, and only one of the two values counts"],
  ['instances:\n  - name: shop: redis\n', "has a second ': ' on one line"],
  ['logs:\n  - path: *.log\n', "begins a value with '*'"],
  ['instances:\n  - <<: *common\n', "begins a value with '*'"],
  ['logs:\n  - pattern: "\\d+"\n', 'begins no escape of YAML'],
  ['init_config: - a\n', "has '-' behind a key"],
  ['init_config:\nlogs:\n  - path: x\n  type: file\n', "line 4 of 'redisdb.yaml' is indented as nothing before it is"],
  ['a: > text\n', "has text behind '>'"],
  ['a: "x" y\n', 'has text behind the end of a quoted text'],
  ['a: [x, %%host%%]\n', "begins with '%'"],
  ['a: ,\n', "has a ',' where a value begins"],
  ['a: [b, , c]\n', "has a ',' where an entry"],
])('finds the fault of %j', (text, reason) => {
  expect(check(RULE, [agents, files(text)])).toEqual([finding(RULE, files(text), reason)]);
  expect(check(RULE, [files(text)])).toEqual([]);
  expect(check(RULE, [agents, files(text, 'notes.txt')])).toEqual([]);
});

test.each([
  'instances:\n  - host: "%%host%%"\n    port: 6379\n', '{"a":\n\t"%x"}', 'a: |\n  b: %x\n  \t- c: d\nd: e\n', '# a: %x\na: b # %x\n', 'a: "x\n  b: %y"\n', 'a: 5%\nurl: http://%%host%%/x\n', '%YAML 1.1\n---\na: b\n', '',
  '---\na: {{ x }}\nb: {{ y }}/z\n', '{{- if .x }}\na: b\n{{- end }}\n', 'tags:\n- env:prod\n- {a: b}\n', 'a: &x\n  b: c\nd: *x\ne:\n  <<: *x\n  <<: *x\n', '? a\n: b\n', '"a": b\n---\nc: d: e\n', 'a: |2\n   b: c: d\n  e\nf: !!str g\n', '- - a\n  - b\n-\n  - c\n', 'a: b\n\tc\n',
])('passes %j', text => {
  expect(yamlFault(text)).toBeUndefined();
});

test('reads Secrets and Helm values as well, and prints nothing of their text', () => {
  const text = 'instances:\n  - password:hunter2\n    host: x\n';
  const pod = (volume: object) => nodeAgent('datadog/agents', { containers: [{ name: 'agent', volumeMounts: [{ name: 'x', mountPath: '/conf.d' }] }], volumes: [{ name: 'x', ...volume }] });
  const made = [object('v1', 'Secret', 'datadog/checks', { stringData: { 'a.yaml': text } }), object('v1', 'Secret', 'datadog/checks', { data: { 'a.yaml': Buffer.from(text).toString('base64') } })];
  for (const secret of made) {
    for (const volume of [{ secret: { secretName: 'checks' } }, { projected: { sources: [{ secret: { name: 'checks' } }] } }]) {
      expect(check(RULE, [pod(volume), secret])).toEqual([finding(RULE, secret, "line 2 of 'a.yaml' has no space behind the ':'")]);
    }
  }
  const helm = object('helm.cattle.io/v1', 'HelmChart', 'kube-system/datadog', { spec: { chart: 'datadog', valuesContent: 'datadog:\n  site: a: b\n' } });
  const found = check(RULE, [helm]);
  expect(found).toEqual([finding(RULE, helm, "line 2 of 'spec.valuesContent' has a second ': '")]);
});
