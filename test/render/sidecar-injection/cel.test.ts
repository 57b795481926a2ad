import { add, cel, concat, expression, listAt } from '../../../src/render/sidecar-injection/cel';

test.each<[unknown, string]>([
  ['text', '"text"'],
  ['say "$(X)"\\\n', '"say \\"$(X)\\"\\\\\\n"'],
  [7, '7'],
  [false, 'false'],
  [[], '[]'],
  [{}, '{}'],
  [['a', 'b'], '["a", "b"]'],
  [{ name: 'A', value: 'b' }, '{"name": "A", "value": "b"}'],
  [{ name: 'A', port: 1 }, '{"name": dyn("A"), "port": dyn(1)}'],
  [[{ name: 'A' }, 1], '[dyn({"name": "A"}), dyn(1)]'],
  [{ name: 'A', value: expression('variables.x') }, '{"name": dyn("A"), "value": dyn(variables.x)}'],
])('%j', (json, text) => {
  expect(cel(json)).toBe(text);
});

test('lists', () => {
  expect(listAt('object.spec.volumes')).toBe('(has(object.spec.volumes) ? dyn(object.spec.volumes) : dyn([]))');
  expect(concat('a', 'dyn([])', 'b')).toBe('a + b');
  expect(concat('dyn([])')).toBe('dyn([])');
  expect(add('"/spec/x"', '1')).toBe('JSONPatch{op: "add", path: "/spec/x", value: 1}');
});
