import { secretSign } from './secret-value';
import { isMap } from '../base/is-map';
import { ViolationError } from '../base/violation';
import { ARGO_CD_HELM } from '../facts/argo-cd';
import { PAGES } from '../facts/pages';

/** Values as text: one mapping, as a file of values is. What is nested is Helm's to read. */
export function requireValuesText(values: string): string {
  const fault = textFault(values);
  if (fault === undefined) {
    for (const [at, line] of values.split('\n').entries()) {
      const [, key = '', value] = /^\s*(?:- +)?(?:([\w.-]+): +)?["']?([^"'#\s]*)["']?\s*(?:#.*)?$/.exec(line) ?? [];
      if (value !== undefined) requireNoSecret(key === '' ? `line ${at + 1}` : key, value);
    }
    return values;
  }
  throw new ViolationError({
    rule: 'argo-cd/values-are-yaml',
    reason: `'values' ${fault}`,
    remedy: "Write the text of a values file, as DatadogHelmChart's values() gives it, or an object as 'valuesObject'",
    link: ARGO_CD_HELM.precedence.source,
  });
}

function textFault(values: unknown): string | undefined {
  if (typeof values !== 'string' || values.trim() === '') return 'has no text';
  if (values.trimStart().startsWith('{')) return isJsonObject(values) ? undefined : 'begins like an object of JSON and is none';
  const lines = values.split('\n').map(line => line.trimEnd()).filter(line => !/^\s*(#|$)/.test(line) && line !== '---');
  const tab = lines.find(line => /^ *\t/.test(line));
  if (tab !== undefined) return `has a tab before '${tab.trim()}', where YAML takes spaces alone`;
  const outermost = lines.filter(line => !line.startsWith(' '));
  // A list may stand as far left as the key that it belongs to.
  const odd = outermost.find((line, at) => !/^("[^"]*"|'[^']*'|[^\s:"'[\]{},][^:]*):( |$)/.test(line) && !(at > 0 && /^- ?/.test(line)));
  if (odd !== undefined) return `has the line '${odd}', which is no key with a value`;
  const keys = outermost.filter(line => !line.startsWith('-')).map(line => line.slice(0, line.indexOf(':')));
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  return twice === undefined ? undefined : `has the key '${twice}' twice, and of the first nothing is kept`;
}

function isJsonObject(text: string): boolean {
  try {
    return isMap(JSON.parse(text));
  } catch {
    return false;
  }
}

export function requireValuesObject(values: unknown): any {
  if (!isMap(values)) {
    throw new ViolationError({
      rule: 'argo-cd/values-are-yaml',
      reason: "'valuesObject' is no object",
      remedy: "Write it like { datadog: { site: 'datadoghq.eu' } }, or the text of a values file as 'values'",
      link: ARGO_CD_HELM.precedence.source,
    });
  }
  requireNoSecretIn('', values);
  return values;
}

function requireNoSecretIn(path: string, value: unknown): void {
  if (Array.isArray(value)) return value.forEach(item => requireNoSecretIn(path, item));
  if (isMap(value)) return Object.entries(value).forEach(([key, item]) => requireNoSecretIn(path === '' ? key : `${path}.${key}`, item));
  if (typeof value === 'string') requireNoSecret(path, value);
}

/** A value that every reader of the Application sees. Never shows it. */
export function requireNoSecret(of: string, value: string): void {
  const sign = secretSign(of, value);
  // The digits of a key are enough here: values of the chart have no digests.
  if (!sign || (!sign.certain && !/Datadog/.test(sign.what))) return;
  throw new ViolationError({
    rule: 'argo-cd/no-secret-in-values',
    reason: `the value of '${of}' is, or looks like, ${sign.what}, and every reader of the Application or of its repository has it then`,
    remedy: "Name a Secret: 'datadog.apiKeyExistingSecret', 'datadog.appKeyExistingSecret' and 'clusterAgent.tokenExistingSecret', as DatadogHelmChart does",
    link: PAGES.secretPractices.source,
  });
}

/** Helm's values come once; beside an object, Argo CD ignores text. */
export function requireValuesOnce(values: unknown, valuesObject: unknown): void {
  if (values === undefined || valuesObject === undefined) return;
  throw new ViolationError({
    rule: 'argo-cd/values-once',
    reason: "both 'values' and 'valuesObject' are given, and Argo CD ignores the first",
    remedy: "Leave one of them out, and write what differs as 'parameters'",
    link: ARGO_CD_HELM.precedence.source,
  });
}

/** Name of a parameter: keys with dots between them, and positions in lists, as `helm --set` takes them. */
export function requireParameter(name: string, value: unknown): string {
  const isName = /^([^\s.,=[\]{}\\]|\\.)+(\[\d+\])*(\.([^\s.,=[\]{}\\]|\\.)+(\[\d+\])*)*$/.test(name);
  if (isName && typeof value === 'string') {
    requireNoSecret(name, value);
    return name;
  }
  throw new ViolationError({
    rule: 'argo-cd/parameter',
    reason: isName ? `the value of the parameter '${name}' is no string` : `'${name}' is no name of a parameter: keys with dots between them, and positions in lists`,
    remedy: "Write it like 'datadog.tags[0]': 'env:prd'. A dot in a key is written '\\\\.'",
    link: ARGO_CD_HELM.precedence.source,
  });
}
