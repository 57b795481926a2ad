import { logging, OUTPUT } from './logging';
import { check, finding } from '../fixtures';

const RULE = 'fargate-logging/keys-are-known';

test('the keys of AWS', () => {
  expect(check(RULE, [logging(), logging({ 'flb_log_cw': 'true', 'parsers.conf': undefined })])).toEqual([]);
});

test.each(['outputs.conf', 'filter.conf', 'parser.conf', 'fluent-bit.conf'])('nobody reads %s', key => {
  const odd = logging({ [key]: OUTPUT });
  expect(check(RULE, [odd])).toEqual([finding(RULE, odd, `'${key}' is no key that AWS reads: it reads output.conf, filters.conf, parsers.conf, flb_log_cw`)]);
});

test.each([['yes', '"yes"'], ['True', '"True"'], [true, 'true']])('flb_log_cw is no %j', (value, told) => {
  const odd = logging({ flb_log_cw: value });
  expect(check(RULE, [odd])).toEqual([finding(RULE, odd, `'flb_log_cw' is ${told}`)]);
});

test('a file that is no text', () => {
  const odd = logging({ 'output.conf': { OUTPUT: {} } });
  expect(check(RULE, [odd])).toEqual([finding(RULE, odd, "'output.conf' is no text")]);
});
