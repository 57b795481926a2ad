import { violationOf } from './violations';
import { requireParameter, requireValuesObject, requireValuesOnce, requireValuesText } from '../../src/requirements/argo-cd-values';

const API_KEY = '0123456789abcdef0123456789abcdef';
const APP_KEY = `${API_KEY}01234567`;
const ruleOf = (work: () => unknown) => violationOf(work).rule;

test.each([
  'a: 1\n',
  '# values\n\n---\ndatadog:\n  site: datadoghq.eu\n  tags:\n  - env:prd\nclusterAgent:\n  enabled: true\n',
  'list:\n- a\n- b\nother:\n  text: |\n    - {{ x }}\n',
  '"quoted key": 1\n\'another\': 2\n',
  '{"datadog": {"site": "datadoghq.eu"}}',
  'datadog:\n  apiKeyExistingSecret: datadog-secrets\n  apiKey: ""\n  appKey: null # none\nclusterAgent:\n  token: ENC[token]\n',
  `image:\n  digest: sha256:${API_KEY}${API_KEY}\n  tags:\n    - git.commit.sha:${APP_KEY}\n`,
])('values: %j', values => expect(requireValuesText(values)).toBe(values));

test.each([
  ['', 'has no text'],
  [' \n', 'has no text'],
  [undefined as any, 'has no text'],
  ['just text', "has the line 'just text'"],
  ['- a\n- b\n', "has the line '- a'"],
  ['a: 1\nb\n', "has the line 'b'"],
  ['a:\n\tb: 1\n', "has a tab before 'b: 1'"],
  ['{"a": 1', 'begins like an object of JSON'],
  ['a: 1\nb: 2\na: 3\n', "has the key 'a' twice"],
])('no values: %j', (values, reason) => {
  const violation = violationOf(() => requireValuesText(values));
  expect(violation.rule).toBe('argo-cd/values-are-yaml');
  expect(violation.reason).toContain(reason);
});

test.each([
  `datadog:\n  apiKey: ${API_KEY}\n`,
  `datadog:\n  appKey: "${APP_KEY}" # ours\n`,
  'clusterAgent:\n  token: hunter2\n',
  `env:\n  - name: DD_API_KEY\n    value: '${API_KEY}'\n`,
  `keys:\n  - ${API_KEY}\n`,
])('a key in values: %j', values => {
  const violation = violationOf(() => requireValuesText(values));
  expect(violation.rule).toBe('argo-cd/no-secret-in-values');
  expect(violation.reason).not.toMatch(/hunter2|0123456789/);
});

test('values as an object', () => {
  const values = { datadog: { apiKeyExistingSecret: 'datadog-secrets', apiKey: '', tags: ['env:prd'], n: 3, none: null } };
  expect(requireValuesObject(values)).toBe(values);
  for (const wrong of ['a: 1', ['a'], null, 3]) expect(ruleOf(() => requireValuesObject(wrong))).toBe('argo-cd/values-are-yaml');
  expect(ruleOf(() => requireValuesObject({ datadog: { apiKey: 'x' } }))).toBe('argo-cd/no-secret-in-values');
  expect(ruleOf(() => requireValuesObject({ env: [{ name: 'X', value: API_KEY }] }))).toBe('argo-cd/no-secret-in-values');
});

test('values come once', () => {
  expect(() => requireValuesOnce('a: 1', undefined)).not.toThrow();
  expect(() => requireValuesOnce(undefined, {})).not.toThrow();
  expect(ruleOf(() => requireValuesOnce('a: 1', {}))).toBe('argo-cd/values-once');
});

test.each(['datadog.clusterName', 'datadog.tags[0]', 'agents.podAnnotations.ad\\.datadoghq\\.com/x', 'a[0][1].b'])('%s is a parameter', name =>
  expect(requireParameter(name, 'x')).toBe(name));

test.each(['', 'a.', '.a', 'a b', 'a=b', 'a[x]', 'a,b', 'datadog.tags[]'])("'%s' is no parameter", name =>
  expect(ruleOf(() => requireParameter(name, 'x'))).toBe('argo-cd/parameter'));

test('parameters are strings, and no keys', () => {
  expect(violationOf(() => requireParameter('a', 3)).reason).toBe("the value of the parameter 'a' is no string");
  expect(ruleOf(() => requireParameter('datadog.apiKey', 'x'))).toBe('argo-cd/no-secret-in-values');
  expect(ruleOf(() => requireParameter('a', APP_KEY))).toBe('argo-cd/no-secret-in-values');
});
