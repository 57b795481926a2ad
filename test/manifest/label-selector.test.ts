import { selectorMatches } from '../../src/manifest/label-selector';

const labels = { team: 'shop', env: 'prd' };
const expression = (key: string, operator: string, ...values: string[]) =>
  ({ matchExpressions: [{ key, operator, ...values.length > 0 && { values } }] });

test.each<[object, boolean, boolean]>([
  [{}, true, true],
  [{ matchLabels: { team: 'shop' } }, true, true],
  [{ matchLabels: { team: 'web' } }, false, false],
  [{ matchLabels: { team: 'shop', tier: 'web' } }, false, true],
  [expression('env', 'In', 'prd', 'stg'), true, true],
  [expression('env', 'In', 'dev'), false, false],
  [expression('env', 'NotIn', 'dev'), true, true],
  [expression('env', 'NotIn', 'prd'), false, false],
  [expression('tier', 'NotIn', 'web'), true, true],
  [expression('tier', 'Exists'), false, true],
  [expression('env', 'Exists'), true, true],
  [expression('env', 'DoesNotExist'), false, false],
  [expression('tier', 'DoesNotExist'), true, true],
  [expression('env', 'Like', 'prd'), false, false],
  [{ matchLabels: { team: 'shop' }, ...expression('env', 'In', 'dev') }, false, false],
])('%j: %s where all labels are known, %s where there may be more', (selector, known, unknown) => {
  expect(selectorMatches(selector, { labels, all: true })).toBe(known);
  expect(selectorMatches(selector, { labels, all: false })).toBe(unknown);
});

test.each([undefined, null, 'odd', 7])('%s is no selector', selector => {
  expect(selectorMatches(selector, { labels, all: true })).toBe(false);
});
