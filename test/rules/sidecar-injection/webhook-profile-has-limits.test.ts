import { clusterAgent } from './webhook';
import { check, finding } from '../fixtures';

const RULE = 'sidecar-injection/webhook-profile-has-limits';
const REQUESTS = { cpu: '100m', memory: '256Mi' };

test.each([[{ env: [] }], [{ resources: {} }], [{ resources: { requests: REQUESTS, limits: REQUESTS } }]])('%j', profile => {
  expect(check(RULE, [clusterAgent({ profiles: [profile] })])).toEqual([]);
});

test('requests without limits', () => {
  const broken = clusterAgent({ profiles: [{ resources: { requests: REQUESTS } }] });
  expect(check(RULE, [broken])).toEqual([finding(RULE, broken, "'resources' without 'limits', and then none of them counts")]);
});

test('no profile, and one of several', () => {
  expect(check(RULE, [clusterAgent()])).toEqual([]);
  expect(check(RULE, [clusterAgent({ profiles: [{ env: [] }, { resources: { requests: REQUESTS } }] })])).toHaveLength(1);
});
