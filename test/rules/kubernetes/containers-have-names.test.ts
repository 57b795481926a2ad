import { APP, check, deployment, finding } from '../fixtures';

const RULE = 'kubernetes/containers-have-names';

test('accepts containers with names of their own', () => {
  expect(check(RULE, [deployment('shop/web', { initContainers: [{ name: 'init' }], containers: [APP, { name: 'proxy' }] }), deployment('shop/none', {})])).toEqual([]);
});

test.each<[string, object, string]>([
  ['a container without a name', { containers: [APP, { securityContext: {} }] }, 'containers[1] has no name'],
  ['a name that is a number', { containers: [{ name: 1 }] }, 'containers[0] has no name'],
  ['an empty name', { initContainers: [{ name: '' }], containers: [APP] }, 'initContainers[0] has no name'],
  ['a text in place of a container', { containers: ['web'] }, 'containers[0] is not a container'],
  ['the name of another one', { initContainers: [{ name: 'web' }], containers: [APP] }, "two containers have the name 'web'"],
])('refuses %s', (_, pod, reason) => {
  const manifest = deployment('shop/web', pod);
  expect(check(RULE, [manifest])).toEqual([finding(RULE, manifest, reason)]);
});
