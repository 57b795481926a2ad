import { deepMerge } from '../../src/parts/deep-merge';

const tree = (from: string, values: object) => ({ from: `the feature '${from}'`, tree: values as { readonly [key: string]: any } });

test('trees of several features are one, and what two of them say alike is there once', () => {
  const otlp = { enabled: true, ports: [4317] };
  expect(deepMerge([
    tree('one', { datadog: { otlp, apm: { socketEnabled: true } } }),
    tree('two', { datadog: { otlp, logs: { enabled: false } }, agents: { enabled: true } }),
  ])).toEqual({ datadog: { otlp, apm: { socketEnabled: true }, logs: { enabled: false } }, agents: { enabled: true } });
});

test.each<[string, object, object, string]>([
  ['a scalar', { datadog: { apm: { enabled: true } } }, { datadog: { apm: { enabled: false } } }, 'datadog.apm.enabled'],
  ['a list', { features: { types: ['a'] } }, { features: { types: ['b'] } }, 'features.types'],
  ['a tree and a scalar', { features: { apm: { enabled: true } } }, { features: { apm: true } }, 'features.apm'],
  ['a scalar and a tree', { features: { apm: true } }, { features: { apm: { enabled: true } } }, 'features.apm'],
  ['a value and nothing', { registry: 'a' }, { registry: null }, 'registry'],
])('%s of one key, written in two ways, is an error that names the key and both features', (_, one, other, path) => {
  expect(() => deepMerge([tree('one', one), tree('neither', {}), tree('two', other)]))
    .toThrow(`the feature 'one' and the feature 'two' write different values of ${path}`);
});

test('the feature that wrote the key is named, and not the one that wrote a neighbour of it', () => {
  expect(() => deepMerge([tree('one', { a: { x: 1 } }), tree('two', { a: { y: 1 } }), tree('three', { a: { y: 2 } })]))
    .toThrow("the feature 'two' and the feature 'three' write different values of a.y");
});

test('trees that are given stay as they are', () => {
  const one = tree('one', { a: { x: 1 } });
  deepMerge([one, tree('two', { a: { y: 2 } })]);
  expect(one.tree).toEqual({ a: { x: 1 } });
});
