import { clusterAgent, SHOP } from './webhook';
import { check, finding } from '../fixtures';

const RULE = 'sidecar-injection/webhook-selector-chooses';

test.each([
  ['labels and namespaces', SHOP],
  ['labels alone', { objectSelector: SHOP.objectSelector, namespaceSelector: null }],
  ['namespaces alone', { namespaceSelector: SHOP.namespaceSelector }],
  ['an expression', { objectSelector: { matchExpressions: [{ key: 'team', operator: 'Exists' }] } }],
])('%s', (_, selector) => {
  expect(check(RULE, [clusterAgent({ selectors: [selector] })])).toEqual([]);
});

test.each([
  ['a null selector, after a wrong indent', { objectSelector: null, matchLabels: { team: 'shop' } }],
  ['no selector', {}],
  ['empty selectors', { objectSelector: {}, namespaceSelector: { matchLabels: {}, matchExpressions: [] } }],
  ['null', null],
])('%s', (_, selector) => {
  const broken = clusterAgent({ selectors: [selector] });
  expect(check(RULE, [broken])).toEqual([finding(RULE, broken, 'chooses every pod of the cluster')]);
});

test('without a selector, a label chooses', () => {
  expect(check(RULE, [clusterAgent()])).toEqual([]);
});
