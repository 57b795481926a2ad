import { FoundSecret, secretsIn } from './secret-value';
import { ADDITIONAL_ENDPOINTS, SECRET_SHAPES } from '../facts/secret-shapes';

/** A line `key: value`, with or without the dash of a list before it. */
interface Line {
  readonly number: number;
  readonly indent: number;
  readonly isItem: boolean;
  readonly key: string;
  readonly value: string;
}

/**
 * Every secret in clear text of a file of settings, which is JSON or YAML: by the name before it, by its shape, and in lists of additional
 * endpoints. Comments do not count. It reads lines and does not parse, so what stands in a form of YAML that hardly any file has is not seen.
 */
export function secretsInText(text: string): FoundSecret[] {
  const json = jsonOf(text);
  if (json !== undefined) return secretsIn('', json);
  const keys = SECRET_SHAPES.filter(({ certain, pattern }) => certain && pattern.source.startsWith('-----') && pattern.test(text)).map(({ what, certain }) => ({ path: 'a block', what, certain }));
  const lines = linesOf(text);
  return [...keys, ...lines.flatMap((line, at) => secretsOfLine(line, lines.slice(0, at)))];
}

/** Env vars by name in a text: `- name: X` with `value: y` behind it, and `X: y`, in YAML, in JSON and in expressions of CEL. */
export function envPairsInText(text: string): Array<{ readonly name: string; readonly value: string }> {
  const pairs = [...text.matchAll(/\bname["']?\s*[:=]\s*["']?((?:DD|DATADOG)_[A-Z0-9_]+)["']?\s*,?\s*["']?value["']?\s*[:=]\s*("[^"\n]*"|'[^'\n]*'|[^\s,}]+)/g)];
  const fields = [...text.matchAll(/(?:^|[\s{,"'])((?:DD|DATADOG)_[A-Z0-9_]+)["']?\s*:\s*("[^"\n]*"|'[^'\n]*'|[^\s,}]+)/g)];
  return [...pairs, ...fields].map(([, name, value]) => ({ name, value: unquoted(value) }));
}

function secretsOfLine({ number, isItem, key, value, indent }: Line, before: readonly Line[]): FoundSecret[] {
  const path = `line ${number}${key === '' ? '' : `, ${key}`}`;
  if (key !== '') return secretsIn(key, value).map(found => ({ ...found, path }));
  const parents = parentsOf(indent, before);
  const inEndpoints = isItem && parents.some(parent => parent.endsWith(ADDITIONAL_ENDPOINTS.suffix));
  const found = inEndpoints ? secretsIn(ADDITIONAL_ENDPOINTS.suffix, { key: value }) : secretsIn(parents[0] ?? '', value);
  return found.map(one => ({ ...one, path }));
}

/** Keys that the line stands below, nearest first. */
function parentsOf(indent: number, before: readonly Line[]): string[] {
  const parents: string[] = [];
  let limit = indent + 1;
  for (const line of [...before].reverse()) {
    if (line.key === '' || line.indent >= limit) continue;
    parents.push(line.key);
    limit = line.indent;
  }
  return parents;
}

function linesOf(text: string): Line[] {
  return text.split('\n').flatMap((line, at): Line[] => {
    const [, spaces, dash, rest] = /^(\s*)((?:- +)*)(.*)$/.exec(line.trimEnd())!;
    if (rest === '' || rest.startsWith('#')) return [];
    const [, key = '', value = rest] = /^["']?([\w./:-]*\w)["']?\s*:(?:\s+(.*))?$/.exec(rest) ?? [];
    const written = key === '' ? rest : value === rest ? '' : value;
    return [{ number: at + 1, indent: spaces.length, isItem: dash !== '', key, value: unquoted(written.replace(/\s+#.*$/, '')) }];
  });
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
