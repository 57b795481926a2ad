import { logging, OUTPUT, section } from './logging';
import { check, finding } from '../fixtures';

const RULE = 'fargate-logging/has-output';

test('one output is enough', () => {
  expect(check(RULE, [logging()])).toEqual([]);
});

test.each([
  ['no file of outputs', { 'output.conf': undefined }],
  ['an empty file', { 'output.conf': '' }],
  ['no plugin that AWS lets in', { 'output.conf': section('OUTPUT', 'Name datadog', 'Match *') }],
  ['an output in another file', { 'output.conf': undefined, 'filters.conf': OUTPUT }],
])('logging is off with %s', (_, data) => {
  const odd = logging(data);
  expect(check(RULE, [odd])).toEqual([finding(RULE, odd, 'it has no output, and without one AWS turns logging off')]);
});
