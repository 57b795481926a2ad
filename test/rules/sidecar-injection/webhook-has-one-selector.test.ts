import { clusterAgent, SHOP } from './webhook';
import { check, finding } from '../fixtures';

const RULE = 'sidecar-injection/webhook-has-one-selector';

test('one selector, or the label of the provider', () => {
  expect(check(RULE, [clusterAgent({ selectors: [SHOP], provider: '' })])).toEqual([]);
  expect(check(RULE, [clusterAgent()])).toEqual([]);
});

test('two selectors', () => {
  const broken = clusterAgent({ selectors: [SHOP, SHOP] });
  expect(check(RULE, [broken])).toEqual([finding(RULE, broken, 'has 2 selectors, and then the webhook is not there at all')]);
});

test('text that is no JSON', () => {
  const broken = clusterAgent({ selectors: '- objectSelector' });
  expect(check(RULE, [broken])).toEqual([finding(RULE, broken, 'is no list in JSON')]);
});

test('neither a selector nor a provider', () => {
  const broken = clusterAgent({ selectors: [], provider: '' });
  expect(check(RULE, [broken])).toEqual([finding(RULE, broken, 'is empty without a provider')]);
});
