import * as fc from 'fast-check';
import { logging, OUTPUT } from './logging';
import { check, finding } from '../fixtures';

const RULE = 'fargate-logging/fits';
const KEYS = 'output.conf'.length;

/** An output with a comment that makes the data as long as that. */
function ofSize(size: number) {
  const rest = size - KEYS - OUTPUT.length - '# \n'.length;
  return logging({ 'flb_log_cw': undefined, 'filters.conf': undefined, 'parsers.conf': undefined, 'output.conf': `${OUTPUT}# ${'x'.repeat(rest)}\n` });
}

test('5,300 characters are not too many, and 5,301 are', () => {
  expect(check(RULE, [ofSize(5300)])).toEqual([]);
  expect(check(RULE, [ofSize(5301)])).toEqual([finding(RULE, ofSize(5301), 'its data has 5301 characters, and AWS takes 5300 at most')]);
});

test('a configuration is refused from 5,301 characters on, however they are spread over its keys', () => {
  const part = fc.nat({ max: 3000 });
  fc.assert(fc.property(fc.tuple(part, part, part), sizes => {
    const keys = ['output.conf', 'filters.conf', 'parsers.conf'];
    const data = Object.fromEntries(keys.map((key, at) => [key, '#'.repeat(sizes[at])]));
    const total = keys.join('').length + sizes[0] + sizes[1] + sizes[2];
    expect(check(RULE, [logging({ flb_log_cw: undefined, ...data })]).length).toBe(total > 5300 ? 1 : 0);
  }), { numRuns: 300, seed: 1 });
});

test('a character is one, however many bytes it has', () => {
  const data = { 'flb_log_cw': undefined, 'filters.conf': undefined, 'parsers.conf': undefined };
  expect(check(RULE, [logging({ ...data, 'output.conf': '🐶'.repeat(5300 - KEYS) })])).toEqual([]);
  expect(check(RULE, [logging({ ...data, 'output.conf': '🐶'.repeat(5301 - KEYS) })])).toHaveLength(1);
});
