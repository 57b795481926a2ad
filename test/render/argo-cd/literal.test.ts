import { execFileSync } from 'node:child_process';
import { IN_GO_TEMPLATE, literally, parameterValue, PLAIN } from '../../../src/render/argo-cd/literal';

/** What Go makes of text in which nothing but these actions is. */
const rendered = (text: string) => text.replace(/\{\{"([^"]*)"\}\}/g, '$1');

test.each(['', 'a', '{', '{ {', '{{', '{{{', '{{{{', '{{{{{', '}}', '{{ .a }}', '{{- end -}}', '{"a":{"b":1}}', '%%host%%', '{{"{{"}}'])('%j comes out of a Go template as it is', text => {
  const written = IN_GO_TEMPLATE(text);
  // Every begin of an action is of one that gives text.
  expect(written.replaceAll('{{"{{"}}', '')).not.toContain('{{');
  if (!text.includes('"')) expect(rendered(written)).toBe(text);
});

test('all strings of a value, in a copy', () => {
  const value = { 'a{{': ['{{', { b: 'c' }], 'n': 1, 'none': null, 'yes': true };
  expect(literally(value, IN_GO_TEMPLATE)).toEqual({ 'a{{"{{"}}': ['{{"{{"}}', { b: 'c' }], 'n': 1, 'none': null, 'yes': true });
  expect(literally(value, PLAIN)).toEqual(value);
  expect(literally(value, PLAIN)).not.toBe(value);
});

test.each([
  ['env:prd', 'env:prd'],
  ['costs $5', 'costs $$5'],
  ['$', '$$'],
  ['$$', '$$$$'],
  ['$ARGOCD_APP_NAME', '$ARGOCD_APP_NAME'],
  ['x-${ARGOCD_APP_NAME}-y', 'x-${ARGOCD_APP_NAME}-y'],
  ['$ARGOCD_APP_NAMES', '$$ARGOCD_APP_NAMES'],
  ['${ARGOCD_APP_NAME', '$${ARGOCD_APP_NAME'],
  ['$KUBE_VERSION$HOME', '$KUBE_VERSION$$HOME'],
  ['{{ $x := .name }}$', '{{ $x := .name }}$$'],
])('the parameter %j is written %j', (given, written) => expect(parameterValue(given)).toBe(written));

test('a program that replaces variables as Argo CD does gets the text back', () => {
  const script = 'const text = process.argv[1]; process.stdout.write(text.replace(/\\$(\\$|\\w+|\\{\\w+\\})/g, (_, name) => name === "$" ? "$" : ""));';
  expect(execFileSync(process.execPath, ['-e', script, parameterValue('a $5 and $HOME and ${x}')], { encoding: 'utf8' })).toBe('a $5 and $HOME and ${x}');
});
