import { logging, section } from './logging';
import { check, finding } from '../fixtures';

const RULE = 'fargate-logging/form-is-valid';

test('the examples of AWS', () => {
  const openSearch = '[OUTPUT]\n  Name  es\n  Match *\n  Host  search.example\n  Port  443\n';
  const firehose = '[OUTPUT]\n Name  kinesis_firehose\n Match *\n region us-east-1\n delivery_stream my-stream-firehose\n';
  expect(check(RULE, [logging(), logging({ 'output.conf': openSearch }), logging({ 'output.conf': firehose })])).toEqual([]);
});

test.each([
  ['other indentation of a key', '[OUTPUT]\n    Name es\n   Match *\n', 'line 3 is indented otherwise than the first entry'],
  ['other indentation of a section', `${section('OUTPUT', 'Name es')}  [OUTPUT]\n    Name es\n`, 'line 3 is indented otherwise than the first section'],
  ['keys as far out as sections', '[OUTPUT]\nName es\n', 'keys are not indented more than their sections'],
  ['a key without a value', '[OUTPUT]\n    Name\n    Match *\n', "the key 'Name' in line 2 has no value"],
  ['a key before a section', '    Name es\n[OUTPUT]\n    Name es\n', 'line 1 stands before the first section'],
  ['an empty section', `[OUTPUT]\n${section('OUTPUT', 'Name es')}`, 'the section OUTPUT in line 1 is empty'],
  ['a command', '@SET a=b\n', 'line 1 is neither a section nor a key with a value'],
])('%s', (_, text, reason) => {
  const odd = logging({ 'output.conf': text });
  expect(check(RULE, [odd])).toEqual([finding(RULE, odd, `in 'output.conf', ${reason}`)]);
});
