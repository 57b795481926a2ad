import { logging, OUTPUT, section } from './logging';
import { check, finding } from '../fixtures';

const RULE = 'fargate-logging/required-keys-are-set';

test('keys may be written in any case', () => {
  expect(check(RULE, [logging(), logging({ 'output.conf': OUTPUT.replace('Match', 'match').replace('region', 'Region') })])).toEqual([]);
});

test.each([
  ['output.conf', section('OUTPUT', 'Match *'), 'a section OUTPUT has no Name'],
  ['output.conf', OUTPUT.replace('    Match kube.*\n', ''), "the OUTPUT 'cloudwatch_logs' has no Match"],
  ['filters.conf', section('FILTER', 'Name grep', 'Regex log x'), "the FILTER 'grep' has no Match"],
  ['filters.conf', section('FILTER', 'Match *'), 'a section FILTER has no Name'],
  ['parsers.conf', section('PARSER', 'Name crio'), "the PARSER 'crio' has no Format"],
  ['parsers.conf', section('PARSER', 'Format json'), 'a section PARSER has no Name'],
  ['output.conf', OUTPUT.replace('    region us-east-1\n', ''), "the OUTPUT 'cloudwatch_logs' has no region"],
  ['output.conf', OUTPUT.replace('    log_group_name my-logs\n', ''), "the OUTPUT 'cloudwatch_logs' has no log_group_name"],
  ['output.conf', OUTPUT.replace(/ {4}log_stream.*\n/, ''), 'has no log_stream_name, log_stream_prefix and no log_stream_template'],
  ['output.conf', section('OUTPUT', 'Name kinesis_firehose', 'Match *', 'region us-east-1'), 'has no delivery_stream'],
  ['output.conf', section('OUTPUT', 'Name firehose', 'Match *', 'delivery_stream x'), 'has no region'],
  ['output.conf', section('OUTPUT', 'Name kinesis', 'Match *', 'region us-east-1'), 'has no stream'],
  ['output.conf', section('OUTPUT', 'Name es', 'Match *', 'Index x'), "the OUTPUT 'es' has no Host"],
])('in %s, %j is refused', (key, text, reason) => {
  const odd = logging({ [key]: text });
  expect(check(RULE, [odd])).toEqual([finding(RULE, odd, reason)]);
});
