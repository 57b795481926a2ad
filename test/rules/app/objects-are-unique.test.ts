import { ManifestSet } from '../../../src/manifest/manifest-set';
import { objectsAreUnique } from '../../../src/rules/app/objects-are-unique';
import { check, finding, object } from '../fixtures';

const RULE = 'app/objects-are-unique';
const SETTINGS = object('v1', 'ConfigMap', 'shop/settings');

test('objects that differ in group, kind, namespace or name', () => {
  expect(check(RULE, [
    SETTINGS,
    object('example.com/v1', 'ConfigMap', 'shop/settings'),
    object('v1', 'Secret', 'shop/settings'),
    object('v1', 'ConfigMap', 'datadog/settings'),
    object('v1', 'ConfigMap', 'shop/other'),
  ])).toEqual([]);
});

test('two of one name are told at the second, with both paths', () => {
  const manifests = new ManifestSet([
    { path: 'shop/a', manifest: SETTINGS },
    { path: 'shop/b', manifest: { apiVersion: 'v1', kind: 'List', items: [object('v1', 'ConfigMap', 'shop/settings')] } },
  ]);
  expect(objectsAreUnique.check({ manifests })).toEqual([
    { at: { path: 'shop/b', manifest: SETTINGS }, reason: expect.stringContaining("'shop/a' and 'shop/b'"), remedy: expect.any(String) },
  ]);
});

test('one place that makes an object twice is named once', () => {
  expect(check(RULE, [SETTINGS, SETTINGS])).toEqual([finding(RULE, SETTINGS, "'shop/settings' makes this object twice, so")]);
});

test('another version of a group is no other object', () => {
  expect(check(RULE, [object('apps/v1', 'Deployment', 'shop/web'), object('apps/v1beta1', 'Deployment', 'shop/web')])).toHaveLength(1);
});

test('objects whose names the API server makes up never meet', () => {
  const generated = { apiVersion: 'batch/v1', kind: 'Job', metadata: { generateName: 'night-', namespace: 'shop' } };
  expect(check(RULE, [generated, generated])).toEqual([]);
});
