import { inspect } from 'node:util';
import { App, Chart } from 'cdk8s';
import { DatadogCredentials, SecretOptions, TokenReplicator } from '../../src';
import { externalSecrets } from '../datadog-chart/program';
import { violationOf } from '../requirements/violations';

const API_KEY = 'api-key-value';
const APP_KEY = 'app-key-value';
const TOKEN = 'token-value-of-32-characters----';

function literal() {
  return DatadogCredentials.unsafeLiteral({ apiKey: API_KEY, token: TOKEN, appKey: APP_KEY });
}

describe('the values of unsafeLiteral', () => {
  test.each<[string, (credentials: any) => string]>([
    ['util.inspect', c => inspect(c, { depth: Infinity, showHidden: true })],
    ['JSON.stringify', c => JSON.stringify(c)],
    ['toString', c => String(c)],
    ['a template', c => `${c}`],
    ['concatenation', c => '' + c],
    ['the entries of its fields', c => JSON.stringify(Object.entries(c))],
    ['a copy', c => JSON.stringify(structuredClone({ ...c, _model: { ...c._model, source: { ...c._model.source, values: undefined } } }))],
  ])('are not shown by %s', (_, show) => {
    const shown = show(literal());
    expect(shown.length).toBeGreaterThan(10);
    for (const value of [API_KEY, APP_KEY, TOKEN]) expect(shown).not.toContain(value);
  });

  test('are not shown by the error of a short token', () => {
    const token = TOKEN.slice(0, 31);
    const violation = violationOf(() => DatadogCredentials.unsafeLiteral({ apiKey: API_KEY, token, appKey: APP_KEY }));
    expect(violation).toMatchObject({ rule: 'credentials/token-length', reason: expect.stringContaining('31 characters') });
    for (const value of [token, API_KEY, APP_KEY]) expect(JSON.stringify(violation)).not.toContain(value);
  });

  test('are in the Secret, so that the tests above do not pass for want of values', () => {
    const chart = new Chart(new App(), 'chart');
    new TokenReplicator(chart, 'tokens', { credentials: literal() });
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const [secret] = chart.toJson();
    jest.restoreAllMocks();
    expect(secret.stringData).toEqual({ 'api-key': API_KEY, 'app-key': APP_KEY, 'token': TOKEN });
  });
});

test('a token of 31 characters is refused, one of 32 accepted', () => {
  const withToken = (length: number) => () => DatadogCredentials.unsafeLiteral({ apiKey: 'k', token: 't'.repeat(length) });
  expect(violationOf(withToken(31)).rule).toBe('credentials/token-length');
  expect(withToken(32)().secretName).toBe('datadog-secret');
});

describe('the Secret', () => {
  test('has the name and the keys that the Agent expects', () => {
    expect(DatadogCredentials.existingSecret()._model.secret).toEqual({ name: 'datadog-secret', apiKey: 'api-key', appKey: 'app-key', token: 'token' });
  });

  test.each([
    ['existingSecret', (options: object) => DatadogCredentials.existingSecret(options)],
    ['externalSecrets', (options: object) => externalSecrets({ appKey: { key: 'datadog/appkey' }, ...options } as SecretOptions)],
    ['unsafeLiteral', (options: object) => DatadogCredentials.unsafeLiteral({ apiKey: 'k', token: TOKEN, appKey: 'k', ...options })],
  ])('of %s has those that the user chose', (_, create) => {
    const credentials = create({ secretName: 'dd', apiKeyKey: 'a', appKeyKey: 'b', tokenKey: 't' });
    expect(credentials.secretName).toBe('dd');
    expect(credentials._model.secret).toEqual({ name: 'dd', apiKey: 'a', appKey: 'b', token: 't' });
  });
});

test('the values are read from a store every hour unless it is said', () => {
  expect(externalSecrets()._model.source).toMatchObject({ kind: 'external', refreshInterval: '1h' });
});
