import { FargateLogFilter } from '../../src';
import { fluentBitConf } from '../../src/render/fargate-logging/conf';
import { violationOf } from '../requirements/violations';

/** Entries behind Name and Match. */
function lines(filter: FargateLogFilter): string[] {
  const [head, name, match, ...entries] = fluentBitConf([filter._section]).trimEnd().split('\n').map(line => line.trim());
  expect([head, match]).toEqual(['[FILTER]', 'Match kube.*']);
  return [name, ...entries];
}

test('Kubernetes, with what the example of AWS sets, and pods that may keep their logs out', () => {
  expect(lines(FargateLogFilter.kubernetes())).toEqual([
    'Name kubernetes', 'Merge_Log On', 'Keep_Log Off', 'K8S-Logging.Exclude On', 'Buffer_Size 0', 'Kube_Meta_Cache_TTL 300s',
  ]);
  expect(lines(FargateLogFilter.kubernetes({
    mergeLog: false, mergeLogKey: 'app', labels: false, annotations: false, podsMayExclude: false, podsMayParse: true, metadataCacheSeconds: 60,
  }))).toEqual([
    'Name kubernetes', 'Merge_Log Off', 'Merge_Log_Key app', 'Keep_Log On', 'Labels Off', 'Annotations Off', 'K8S-Logging.Parser On', 'Buffer_Size 0', 'Kube_Meta_Cache_TTL 60s',
  ]);
  expect(lines(FargateLogFilter.kubernetes({ keepLog: true }))).toContain('Keep_Log On');
});

test.each<[FargateLogFilter, string[]]>([
  [FargateLogFilter.parser({ parsers: ['crio', 'json'], preserveKey: true, reserveData: true }),
    ['Name parser', 'Key_Name log', 'Parser crio', 'Parser json', 'Preserve_Key On', 'Reserve_Data On']],
  [FargateLogFilter.parser({ parsers: ['json'], key: 'message' }), ['Name parser', 'Key_Name message', 'Parser json']],
  [FargateLogFilter.grep({ exclude: [{ field: 'log', pattern: 'health' }, { field: 'log', pattern: 'ready' }], keep: { field: '$kubernetes[\'namespace_name\']', pattern: '^shop$' } }),
    ['Name grep', 'Exclude log health', 'Exclude log ready', "Regex $kubernetes['namespace_name'] ^shop$"]],
  [FargateLogFilter.grep({ exclude: [{ field: 'log', pattern: 'x' }] }), ['Name grep', 'Exclude log x']],
  [FargateLogFilter.recordModifier({ add: { cluster: 'prod' }, remove: ['stream'] }), ['Name record_modifier', 'Record cluster prod', 'Remove_key stream']],
  [FargateLogFilter.recordModifier({ keepOnly: ['log'] }), ['Name record_modifier', 'Allowlist_key log']],
  [FargateLogFilter.modify({ conditions: ['Key_Exists log'], set: { a: '1' }, add: { b: '2' }, remove: ['c'], rename: { d: 'e' }, copy: { f: 'g' } }),
    ['Name modify', 'Condition Key_Exists log', 'Set a 1', 'Add b 2', 'Remove c', 'Rename d e', 'Copy f g']],
  [FargateLogFilter.nest({ wildcards: ['a_*', 'b_*'], under: 'x', addPrefix: 'p', removePrefix: 'a_' }),
    ['Name nest', 'Operation nest', 'Wildcard a_*', 'Wildcard b_*', 'Nest_under x', 'Add_prefix p', 'Remove_prefix a_']],
  [FargateLogFilter.lift({ under: 'kubernetes', addPrefix: 'k8s_' }), ['Name nest', 'Operation lift', 'Nested_under kubernetes', 'Add_prefix k8s_']],
  [FargateLogFilter.rewriteTag({ rules: [{ field: '$log', pattern: '^x', tag: 'x.$TAG' }, { field: '$log', pattern: '^y', tag: 'y', keep: true }] }),
    ['Name rewrite_tag', 'Rule $log ^x x.$TAG false', 'Rule $log ^y y true']],
  [FargateLogFilter.throttle({ rate: 100, window: 10, intervalSeconds: 60 }), ['Name throttle', 'Rate 100', 'Window 10', 'Interval 60s']],
  [FargateLogFilter.throttle({ rate: 100 }), ['Name throttle', 'Rate 100']],
  [FargateLogFilter.custom('grep', { Regex: 'log x' }), ['Name grep', 'Regex log x']],
])('%#', (filter, expected) => {
  expect(lines(filter)).toEqual(expected);
});

test('a filter for some of the lines', () => {
  expect(fluentBitConf([FargateLogFilter.custom('grep', { Regex: 'log x' }, { match: 'kube.*_shop_*' })._section])).toContain('    Match kube.*_shop_*\n');
  expect(fluentBitConf([FargateLogFilter.kubernetes({ match: '*' })._section])).toContain('    Match *\n');
});

test.each([
  ['parsers', () => FargateLogFilter.parser({ parsers: [] })],
  ['exclude', () => FargateLogFilter.grep({})],
  ['exclude', () => FargateLogFilter.grep({ exclude: [] })],
  ['add', () => FargateLogFilter.recordModifier({ add: {} })],
  ['set', () => FargateLogFilter.modify({ conditions: ['Key_Exists log'] })],
  ['wildcards', () => FargateLogFilter.nest({ wildcards: [], under: 'x' })],
  ['rules', () => FargateLogFilter.rewriteTag({ rules: [] })],
])('a filter that does nothing: %s', (option, make) => {
  expect(violationOf(make)).toMatchObject({ rule: 'fargate-logging/filter-does-something', reason: expect.stringContaining(`'${option}`) });
});

test.each([
  ['field', () => FargateLogFilter.grep({ keep: { field: 'a b', pattern: 'x' } })],
  ['field', () => FargateLogFilter.recordModifier({ add: { 'a b': 'x' } })],
  ['field', () => FargateLogFilter.modify({ rename: { '': 'x' } })],
  ['pattern', () => FargateLogFilter.rewriteTag({ rules: [{ field: '$log', pattern: 'a b', tag: 'x' }] })],
  ['tag', () => FargateLogFilter.rewriteTag({ rules: [{ field: '$log', pattern: 'a', tag: 'x y' }] })],
])('%s ends at a space', (option, make) => {
  expect(violationOf(make)).toMatchObject({ rule: 'fargate-logging/one-word', reason: expect.stringContaining(`'${option}' is "`) });
});

test('a pattern of grep, and a value, go to the end of the line', () => {
  expect(lines(FargateLogFilter.grep({ keep: { field: 'log', pattern: 'a b' } }))).toContain('Regex log a b');
  expect(lines(FargateLogFilter.recordModifier({ add: { team: 'a b' } }))).toContain('Record team a b');
});

test.each([
  ['rate', () => FargateLogFilter.throttle({ rate: 0 })],
  ['window', () => FargateLogFilter.throttle({ rate: 1, window: 1.5 })],
  ['intervalSeconds', () => FargateLogFilter.throttle({ rate: 1, intervalSeconds: -1 })],
])('%s is a whole number from 1', (option, make) => {
  expect(violationOf(make)).toMatchObject({ rule: 'fargate-logging/count', reason: expect.stringContaining(`'${option}' is`) });
});

test('what is to be removed, and what is to be kept, exclude each other', () => {
  expect(violationOf(() => FargateLogFilter.recordModifier({ remove: ['a'], keepOnly: ['b'] }))).toMatchObject({ rule: 'fargate-logging/one-of' });
});

test.each([
  ['fargate-logging/plugins-are-allowed', () => FargateLogFilter.custom('lua', { script: 'x.lua' })],
  ['fargate-logging/keys-are-allowed', () => FargateLogFilter.custom('kubernetes', { Kube_Token_File: '/x' })],
  ['fargate-logging/no-env-vars', () => FargateLogFilter.recordModifier({ add: { host: '${HOSTNAME}' } })],
  ['fargate-logging/entry-is-one-line', () => FargateLogFilter.grep({ keep: { field: 'log', pattern: 'a\nb' } })],
])('%s', (rule, make) => {
  expect(violationOf(make)).toMatchObject({ rule });
});
