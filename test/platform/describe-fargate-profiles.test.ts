import { describeFargateProfiles } from '../../src/platform/describe-fargate-profiles';

test('a selector without labels takes every pod of its namespace', () => {
  const labels = { app: 'web' };
  expect(describeFargateProfiles([{ name: 'teams', selectors: [{ namespace: 'a' }, { namespace: 'b', labels }] }]))
    .toEqual([{ name: 'teams', selectors: [{ namespace: 'a', labels: {} }, { namespace: 'b', labels }] }]);
});

test('profiles that EKS does not take are an error', () => {
  expect(() => describeFargateProfiles([{ name: 'teams', selectors: [] }])).toThrow(/platform\/fargate-profile: .*has 0 selectors/s);
});
