import { envOf, envValue, isFargateAgent, literalEnv } from '../../src/manifest/containers';

type Env = Array<{ name: string; value?: string; valueFrom?: object }>;
const container = (...env: Env): any => ({ name: 'web', env });
const A = (value: string) => ({ name: 'A', value });
const FROM = { name: 'A', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } };

test('the last of several entries counts, whichever it is', () => {
  expect(literalEnv(container(A('1'), A('2')), 'A')).toBe('2');
  expect(literalEnv(container(FROM, A('2')), 'A')).toBe('2');
  expect(literalEnv(container(A('1'), FROM), 'A')).toBeUndefined();
  expect(envOf(container(A('1'), FROM), 'A')).toBe(FROM);
  expect(isFargateAgent(container({ name: 'DD_EKS_FARGATE', value: 'true' }, { name: 'DD_EKS_FARGATE', value: 'false' }))).toBe(false);
  expect(isFargateAgent(container({ name: 'DD_EKS_FARGATE', value: 'false' }, { name: 'DD_EKS_FARGATE', value: 'true' }))).toBe(true);
});

test.each<[string, Env, string | undefined]>([
  ['fills in what stands before', [{ name: 'HOST', value: 'x' }, A('http://$(HOST)')], 'http://x'],
  ['leaves out what stands behind', [A('http://$(HOST)'), { name: 'HOST', value: 'x' }], undefined],
  ['takes the nearest before', [{ name: 'H', value: '1' }, { name: 'H', value: '2' }, A('$(H)'), { name: 'H', value: '3' }], '2'],
  ['follows several', [{ name: 'X', value: 'x' }, { name: 'Y', value: '$(X)y' }, A('$(Y)z')], 'xyz'],
  ['an entry may use the one that it replaces', [A('1'), A('$(A)2')], '12'],
  ['does not know a reference', [{ ...FROM, name: 'S' }, A('$(S)')], undefined],
  ['does not know the cluster', [A('$(KUBERNETES_SERVICE_HOST)')], undefined],
  ['keeps what is escaped', [A('$$(HOST) $5')], '$(HOST) $5'],
  ['has nothing for an empty text', [A('')], undefined],
])('a literal %s', (_, env, value) => {
  expect(literalEnv(container(...env), 'A')).toBe(value);
});

test('a value that is not known is as it is written', () => {
  expect(envValue(container(A('$(HOST)')), 'A')).toBe('$(HOST)');
  expect(envValue(container(FROM), 'A')).toBeUndefined();
  expect(envValue({ name: 'web' } as any, 'A')).toBeUndefined();
});
