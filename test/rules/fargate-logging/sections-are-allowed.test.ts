import { logging, OUTPUT, section } from './logging';
import { check, finding } from '../fixtures';

const RULE = 'fargate-logging/sections-are-allowed';

test('each section under its own key', () => {
  expect(check(RULE, [logging()])).toEqual([]);
  expect(check(RULE, [logging({ 'output.conf': OUTPUT.replace('OUTPUT', 'Output') })])).toEqual([]);
});

test.each([
  ['INPUT', 'which AWS writes itself'],
  ['SERVICE', 'which AWS writes itself'],
  ['MULTILINE_PARSER', 'which AWS does not know'],
])('the section %s is refused', (name, reason) => {
  const odd = logging({ 'output.conf': OUTPUT + section(name, 'Name tail') });
  expect(check(RULE, [odd])).toEqual([finding(RULE, odd, `'output.conf' has a section ${name}, ${reason}: it takes OUTPUT, FILTER, PARSER alone`)]);
});

test('a section under the key of another', () => {
  const odd = logging({ 'output.conf': OUTPUT + section('FILTER', 'Name grep', 'Match *') });
  expect(check(RULE, [odd])).toEqual([finding(RULE, odd, "'output.conf' has a section FILTER, which belongs in 'filters.conf'")]);
});
