import { add, allOf, always, anyOf, cel, celObject, enclose, expression, forEach, when } from '../../../src/render/sidecar-injection/cel';

const LONG = 'x'.repeat(100);

test.each<[unknown, string]>([
  ['text', '"text"'],
  ['say "$(X)"\\\n', '"say \\"$(X)\\"\\\\\\n"'],
  [7, '7'],
  [false, 'false'],
  [[], '[]'],
  [{}, '{}'],
  [['a', 'b'], '["a", "b"]'],
  [{ name: 'A', value: 'b' }, '{"name": "A", "value": "b"}'],
  [{ name: 'A', value: expression('variables.x') }, '{"name": "A", "value": variables.x}'],
])('%j', (json, text) => {
  expect(cel(json)).toBe(text);
});

test('gives each item of a long list a line', () => {
  expect(cel([`${LONG}${LONG}`, 'shop'])).toBe(`[\n  "${LONG}${LONG}",\n  "shop"\n]`);
});

test('names the type of each object after its place, so that values of several types stand side by side', () => {
  expect(celObject({ name: 'A', port: 1, on: true, args: ['x'], empty: {}, value: expression('variables.x') }, 'Object.spec'))
    .toBe('Object.spec{name: "A", port: 1, on: true, args: ["x"], empty: {}, value: variables.x}');
  expect(celObject({ from: { ref: { name: 'a' }, n: 1 } }, 'Object.env')).toBe('Object.env{from: Object.env.from{ref: {"name": "a"}, n: 1}}');
});

test('gives each object of a list, and each field of a long object, a line', () => {
  expect(celObject({ env: [{ name: 'A' }, { name: 'B' }] }, 'Object')).toBe([
    'Object{', '  env: [', '    Object.env{name: "A"},', '    Object.env{name: "B"}', '  ]', '}',
  ].join('\n'));
  expect(celObject({ name: LONG, value: LONG }, 'Object')).toBe(`Object{\n  name: "${LONG}",\n  value: "${LONG}"\n}`);
});

test('writes operations and what they depend on', () => {
  const one = add('"/spec/x"', '1');
  expect(one).toBe('JSONPatch{op: "add", path: "/spec/x", value: 1}');
  expect(always(one)).toBe(`[${one}]`);
  expect(when('variables.a', one)).toBe(`(variables.a ? [${one}] : [])`);
  expect(when(LONG, one)).toBe(`(${LONG} ?\n  [${one}] :\n  []\n)`);
  expect(forEach('object.spec.containers', one, '!has(container.env)'))
    .toBe(`object.spec.containers.transformList(\n  index, container,\n  !has(container.env),\n  ${one}\n)`);
  expect(forEach('object.spec.containers', one)).toBe(`object.spec.containers.transformList(\n  index, container,\n  ${one}\n)`);
});

test('breaks conditions where there are many', () => {
  expect(allOf('a', 'b')).toBe('a && b');
  expect(anyOf(LONG, LONG)).toBe(`${LONG} ||\n${LONG}`);
  expect(enclose('(', [], ')')).toBe('()');
});
