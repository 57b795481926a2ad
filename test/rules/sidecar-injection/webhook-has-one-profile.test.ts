import { clusterAgent } from './webhook';
import { check, finding } from '../fixtures';

const RULE = 'sidecar-injection/webhook-has-one-profile';

test.each([[undefined], [[]], [[{ env: [] }]]])('%j', profiles => {
  expect(check(RULE, [clusterAgent({ profiles })])).toEqual([]);
});

test('two profiles', () => {
  const broken = clusterAgent({ profiles: [{}, {}] });
  expect(check(RULE, [broken])).toEqual([finding(RULE, broken, 'has 2 profiles, and then the webhook is not there at all')]);
});

test.each(['{"env": []}', 'env:'])('%s is no list', profiles => {
  const broken = clusterAgent({ profiles });
  expect(check(RULE, [broken])).toEqual([finding(RULE, broken, 'is no list in JSON')]);
});

test('a webhook that is off', () => {
  expect(check(RULE, [clusterAgent({ enabled: 'false', profiles: [{}, {}] })])).toEqual([]);
});
