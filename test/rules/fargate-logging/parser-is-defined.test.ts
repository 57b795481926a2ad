import { FILTERS, logging, PARSERS, section } from './logging';
import { check, finding } from '../fixtures';

const RULE = 'fargate-logging/parser-is-defined';

test('a parser that is defined', () => {
  expect(check(RULE, [logging()])).toEqual([]);
});

test('a parser that is not', () => {
  const odd = logging({ 'parsers.conf': undefined });
  expect(check(RULE, [odd])).toEqual([finding(RULE, odd, "the FILTER 'parser' names 'crio', which 'parsers.conf' does not define")]);
});

test('each parser of a filter counts', () => {
  const odd = logging({ 'filters.conf': FILTERS.replace('Parser crio', 'Parser crio\n    Parser json'), 'parsers.conf': PARSERS });
  expect(check(RULE, [odd])).toEqual([finding(RULE, odd, "names 'json'")]);
  expect(check(RULE, [logging({ 'filters.conf': section('FILTER', 'Name kubernetes', 'Match *', 'Merge_Parser x', 'Parser x') + section('FILTER', 'Parser x') })])).toEqual([]);
});
