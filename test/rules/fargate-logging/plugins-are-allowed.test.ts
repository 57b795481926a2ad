import { logging, section } from './logging';
import { runRules } from '../../../src/rules/run-rules';
import { check, FARGATE, finding, manifestSet } from '../fixtures';

const RULE = 'fargate-logging/plugins-are-allowed';
const output = (name: string) => logging({ 'output.conf': section('OUTPUT', `Name ${name}`, 'Match *') });
const filter = (name: string) => logging({ 'filters.conf': section('FILTER', `Name ${name}`, 'Match *') });

test.each(['es', 'firehose', 'kinesis_firehose', 'cloudwatch', 'cloudwatch_logs', 'kinesis', 'CloudWatch_Logs'])('the output %s', name => {
  expect(check(RULE, [output(name)])).toEqual([]);
});

test.each(['grep', 'parser', 'record_modifier', 'rewrite_tag', 'throttle', 'nest', 'modify', 'kubernetes'])('the filter %s', name => {
  expect(check(RULE, [filter(name)])).toEqual([]);
});

test.each(['stdout', 's3', 'http'])('the output %s is refused', name => {
  expect(check(RULE, [output(name)])).toEqual([finding(RULE, output(name), `the OUTPUT '${name}' is none of those that AWS lets in`)]);
});

test.each(['lua', 'multiline', 'aws'])('the filter %s is refused', name => {
  expect(check(RULE, [filter(name)])).toEqual([finding(RULE, filter(name), `the FILTER '${name}' is none of those that AWS lets in`)]);
});

test.each([
  ['kinesis_streams', "Write 'kinesis',"],
  ['opensearch', "Write 'es',"],
  ['datadog', 'subscribe the Datadog Forwarder'],
  ['stdout', 'Use one of es, firehose'],
])('who writes %s is told what to write', (name, remedy) => {
  const found = runRules({ ...FARGATE, manifests: manifestSet([output(name)]) }).filter(({ rule }) => rule === RULE);
  expect(found.map(f => f.remedy)).toEqual([expect.stringContaining(remedy)]);
});

test('a parser has a name of its own', () => {
  expect(check(RULE, [logging({ 'parsers.conf': section('PARSER', 'Name anything', 'Format json') })])).toEqual([]);
});
