import { check, finding, job, object } from '../fixtures';

const RULE = 'kubernetes/one-kind-of-name';

test('accepts a name, and the beginning of one', () => {
  expect(check(RULE, [job('shop/night', {}), object('batch/v1', 'Job', '', { metadata: { namespace: 'shop', generateName: 'night-' } })])).toEqual([]);
});

test('warns of both', () => {
  const manifest = object('batch/v1', 'Job', 'shop/night', { metadata: { namespace: 'shop', name: 'night', generateName: 'night-' } });
  expect(check(RULE, [manifest])).toEqual([finding(RULE, manifest, "it has both 'name' and 'generateName'")]);
});
