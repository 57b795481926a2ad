import { flatten, groupOf, isList, mapObjects, nameOf, namespaceOf } from '../../src/manifest/manifest';
import { deepFreeze } from '../render/models';

const pod = (name: string): any => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name } });
const list = (...items: any[]): any => ({ apiVersion: 'v1', kind: 'List', items });

test.each([['v1', ''], ['apps/v1', 'apps'], ['external-secrets.io/v1', 'external-secrets.io'], [undefined as any, '']])('the group of %s is %j', (apiVersion, group) => {
  expect(groupOf({ apiVersion })).toBe(group);
});

test('the name is kind, namespace and name', () => {
  expect(nameOf({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' } })).toBe('Pod shop/web');
  expect(nameOf(pod('web'))).toBe('Pod web');
  expect(nameOf({ apiVersion: 'v1', kind: 'Pod' })).toBe('Pod (no name)');
});

test('the namespace of a manifest that names none is the one of kubectl', () => {
  expect(namespaceOf({ apiVersion: 'v1', kind: 'Pod', metadata: { namespace: 'shop' } })).toBe('shop');
  expect([namespaceOf(pod('web')), namespaceOf({ ...pod('web'), metadata: { namespace: '' } })]).toEqual(['default', 'default']);
});

test('Lists are opened, however deep', () => {
  expect(flatten(list(pod('a'), list(list(pod('b')), pod('c')), { ...list(pod('d')), kind: 'PodList' }))).toEqual(['a', 'b', 'c', 'd'].map(pod));
});

test('an object of a kind that ends like a List, with no items, is an object', () => {
  const whitelist = { apiVersion: 'example.com/v1', kind: 'AllowList', spec: { ips: [] } };
  expect(isList(whitelist)).toBe(false);
  expect(flatten(whitelist)).toEqual([whitelist]);
});

test.each([null, undefined, 'text', 7])('%j is no manifest', odd => {
  expect(flatten(odd as any)).toEqual([]);
  expect(flatten(list(odd, pod('a')))).toEqual([pod('a')]);
});

describe('mapObjects', () => {
  const rename = (object: any) => object.metadata.name === 'b' ? pod('changed') : object;

  test('changes every object of a List and mutates none', () => {
    const before = deepFreeze(list(pod('a'), list(pod('b'))));
    const after = mapObjects(before, rename);
    expect(after).toEqual(list(pod('a'), list(pod('changed'))));
    expect(after.items[0]).toBe(before.items[0]);
  });

  test('is the same value where nothing changes', () => {
    const before = list(pod('a'), list(pod('c')));
    expect(mapObjects(before, rename)).toBe(before);
    expect(mapObjects(pod('b'), rename)).toEqual(pod('changed'));
  });
});
