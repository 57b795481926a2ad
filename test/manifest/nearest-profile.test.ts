import { FargateProfile } from '../../src/manifest/fargate-profile';
import { nearestProfile } from '../../src/manifest/nearest-profile';

const PROFILES: readonly FargateProfile[] = [
  { name: 'shop', selectors: [{ namespace: 'shop', labels: { tier: 'web', team: 'a' } }, { namespace: 'store-*', labels: {} }] },
  { name: 'jobs', selectors: [{ namespace: 'jobs', labels: { run: 'fargate' } }] },
];
const near = (namespace: string, labels = {}) => nearestProfile(namespace, labels, PROFILES);

test('one label away', () => {
  expect(near('shop', { tier: 'web' })).toEqual({ profile: 'shop', wants: 'the label team=a' });
  expect(near('jobs')).toEqual({ profile: 'jobs', wants: 'the label run=fargate' });
});

test('the namespace away, the first profile by name', () => {
  expect(near('other', { run: 'fargate' })).toEqual({ profile: 'jobs', wants: "the namespace 'jobs'" });
  expect(near('other')).toEqual({ profile: 'shop', wants: "the namespace 'store-*'" });
});

test('further away, or taken', () => {
  expect(nearestProfile('other', {}, PROFILES.slice(1))).toBeUndefined();
  expect(nearestProfile('jobs', { run: 'fargate' }, PROFILES.slice(1))).toBeUndefined();
});

test('of the profile alone that a label names', () => {
  expect(near('other', { 'run': 'fargate', 'eks.amazonaws.com/fargate-profile': 'shop' })).toEqual({ profile: 'shop', wants: "the namespace 'store-*'" });
});
