import { matchesSelector, profileFor } from '../../src/manifest/fargate-profile';

const LABELS = { app: 'web', tier: 'front-end' };
const matches = (namespace: string, labels: { [name: string]: string } = {}) => matchesSelector('shop-prod', LABELS, { namespace, labels });

test.each(['shop-prod', 'shop-*', '*prod', '*', 'shop?prod', 'shop-prod*', '????-prod'])("the namespace 'shop-prod' matches %s", namespace => {
  expect(matches(namespace)).toBe(true);
});

test.each(['shop', 'shop-prod-2', 'shop?', 'shop-prod?', 'sh.p-prod', 'SHOP-PROD', '[a-z]*'])("the namespace 'shop-prod' does not match %s", namespace => {
  expect(matches(namespace)).toBe(false);
});

test('every label of the selector must match, and the pod may have more', () => {
  expect(matches('*', { app: 'web' })).toBe(true);
  expect(matches('*', { app: 'web', tier: 'front-end' })).toBe(true);
  expect(matches('*', { app: 'web', tier: 'back-end' })).toBe(false);
  expect(matches('*', { team: 'shop' })).toBe(false);
});

test('wildcards hold in names and values of labels', () => {
  expect(matches('*', { 'ti?r': 'front-*' })).toBe(true);
  expect(matches('*', { '*': 'front?' })).toBe(false);
});

describe('the profile of a pod', () => {
  const profile = (name: string, ...namespaces: string[]) => ({ name, selectors: namespaces.map(namespace => ({ namespace, labels: {} })) });
  const profiles = [profile('shop', 'shop'), profile('all', 'other', '*')];
  const name = (namespace: string, labels = {}) => profileFor(namespace, labels, profiles)?.name;

  test('is the first that has a selector for it, by name', () => {
    expect([name('shop'), name('elsewhere')]).toEqual(['all', 'all']);
  });

  test('is the one of its label, if that has a selector for it', () => {
    const label = { 'eks.amazonaws.com/fargate-profile': 'shop' };
    expect([name('shop', label), name('elsewhere', label)]).toEqual(['shop', undefined]);
  });

  test('is none where no selector matches', () => {
    expect(profileFor('shop', {}, [profile('other', 'other')])).toBeUndefined();
  });
});
