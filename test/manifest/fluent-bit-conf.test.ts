import * as fc from 'fast-check';
import { parseFluentBitConf } from '../../src/manifest/fluent-bit-conf';
import { fluentBitConf } from '../../src/render/fargate-logging/conf';

test('the example of AWS for CloudWatch, with columns as it has them', () => {
  const text = '[OUTPUT]\n    Name cloudwatch_logs\n    Match   kube.*\n    region us-east-1\n\n# a comment\n[OUTPUT]\n    Name es\r\n';
  expect(parseFluentBitConf(text)).toEqual({
    sections: [
      { name: 'OUTPUT', entries: [{ key: 'Name', value: 'cloudwatch_logs' }, { key: 'Match', value: 'kube.*' }, { key: 'region', value: 'us-east-1' }] },
      { name: 'OUTPUT', entries: [{ key: 'Name', value: 'es' }] },
    ],
    faults: [],
  });
});

test('sections may be indented, as far as the first', () => {
  expect(parseFluentBitConf('  [FILTER]\n    Name grep\n  [FILTER]\n    Name nest\n').faults).toEqual([]);
  expect(parseFluentBitConf('  [FILTER]\n    Name grep\n[FILTER]\n    Name nest\n').faults).toEqual(['line 3 is indented otherwise than the first section']);
});

test('a tab is no four spaces', () => {
  expect(parseFluentBitConf('[FILTER]\n    Name grep\n\tMatch *\n').faults).toEqual(['line 3 is indented otherwise than the first entry']);
});

test('a value has whatever stands in its line, a number sign too', () => {
  expect(parseFluentBitConf('[FILTER]\n    Exclude log ^# [x] $  \n').sections[0].entries).toEqual([{ key: 'Exclude', value: 'log ^# [x] $' }]);
});

test.each([
  ['an unclosed section', '[OUTPUT\n    Name es\n', ['line 1 is neither a section nor a key with a value', 'line 2 stands before the first section']],
  ['a section with more in its line', '[OUTPUT] x\n', ['line 1 is neither a section nor a key with a value']],
  ['nothing', '', []],
  ['comments alone', '# x\n  # y\n', []],
])('%s', (_, text, faults) => {
  expect(parseFluentBitConf(text).faults).toEqual(faults);
});

test('what is written comes back as it was, and has no faults', () => {
  const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,12}$/);
  const value = fc.string({ minLength: 1, maxLength: 40 }).map(text => text.replace(/\s+/g, ' ').trim()).filter(text => text !== '');
  const section = fc.record({ name: fc.constantFrom('OUTPUT', 'FILTER', 'PARSER'), entries: fc.array(fc.record({ key: word, value }), { minLength: 1, maxLength: 6 }) });
  fc.assert(fc.property(fc.array(section, { maxLength: 5 }), sections => {
    expect(parseFluentBitConf(fluentBitConf(sections))).toEqual({ sections, faults: [] });
  }), { numRuns: 500, seed: 1 });
});
