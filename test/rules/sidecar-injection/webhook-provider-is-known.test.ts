import { clusterAgent, SHOP } from './webhook';
import { check, finding } from '../fixtures';

const RULE = 'sidecar-injection/webhook-provider-is-known';

test.each(['fargate', ''])("'%s'", provider => {
  expect(check(RULE, [clusterAgent({ provider, selectors: [SHOP] })])).toEqual([]);
});

test.each(['Fargate', 'eks'])("'%s'", provider => {
  const broken = clusterAgent({ provider });
  expect(check(RULE, [broken])).toEqual([finding(RULE, broken, `is '${provider}', which the webhook does not know`)]);
});
