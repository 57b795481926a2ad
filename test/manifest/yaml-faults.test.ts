import * as fc from 'fast-check';
import { parseAllDocuments, stringify } from 'yaml';
import { yamlFault } from '../../src/manifest/yaml-faults';

/** The first document, as the Agent reads it. */
function accepted(text: string): boolean {
  const [first] = parseAllDocuments(text);
  try {
    first?.toJS({ mapAsMap: true });
    return (first?.errors ?? []).length === 0;
  } catch {
    return false;
  }
}

const WORDS = ['redis', 'host', '%%host%%', '%%env_PW%%', 'it is: so', '{{ .Values.x }}', "it's", 'say "x"', '*.log', 'a#b', '- x', '@shop', '#x', 'C:\\Temp\\x', 'env:prod', 'two\nlines\n', '', ' ', 'true', '0.5', '[x]', 'http://%%host%%:80/?a=b&c'];
const KEYS = ['host', 'port', 'instances', 'init_config', 'tags', 'min_collection_interval', 'a b', 'x:y', 'logs', 'log_processing_rules'];
const { value } = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof({ depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom<unknown>(...WORDS, 1, true, null, 6379),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 5 })),
}));
const written = fc.tuple(value, fc.constantFrom({}, { indentSeq: false }, { defaultStringType: 'QUOTE_DOUBLE' as const }, { defaultStringType: 'QUOTE_SINGLE' as const }, { collectionStyle: 'flow' as const }, { lineWidth: 20 }))
  .map(([made, options]) => stringify(made, options));
const BY_HAND = [
  'ad_identifiers:\n  - redis   # the image\ninit_config:\ninstances:\n  - host: "%%host%%"\n    port: 6379\n    tags: [env:prod, "a: b", team:x]\n    keys: {a: 1, "b":2}\n\n  # the second\n  - host: \'%%host_eth0%%\'\n    port: "%%port%%"\n',
  'init_config: {}\ninstances:\n- &one\n  url: http://%%host%%:80/x\n  timeout: 5\n- <<: *one\n  name: two\nlogs:\n- type: file\n  path: "/var/log/*.log"\n  log_processing_rules:\n  - type: multi_line\n    pattern: \\d{4}-\\d\\d\n',
  'cluster_check: true\ninit_config:\n  text: |\n    a: b\n      c: {\n  folded: >-\n    x "y\n    z\ninstances:\n  - query: select a\n      from b\n      where c\n    long: "one\n      two"\n    list: [\n      a, b\n    ]\n',
];
const texts = fc.oneof(written, fc.constantFrom(...BY_HAND));
const mutation = fc.tuple(fc.nat(), fc.constantFrom('cut', 'add', 'line', 'swap', 'indent', 'dedent', 'repeat'), fc.constantFrom(':', ' ', '"', "'", '[', '{', ']', '}', '\t', '#', ',', '*', '&', '-', '%', '@', '|', '\n', '!', '\\', 'x', ': '));
function mutate(text: string, [at, how, what]: [number, string, string]): string {
  const lines = text.split('\n');
  const row = at % lines.length;
  const col = at % (text.length + 1);
  const put = (...line: string[]) => [...lines.slice(0, row), ...line, ...lines.slice(row + 1)].join('\n');
  switch (how) {
    case 'cut': return text.slice(0, col) + text.slice(col + 1);
    case 'add': return text.slice(0, col) + what + text.slice(col);
    case 'line': return put();
    case 'swap': return row === 0 ? text : [...lines.slice(0, row - 1), lines[row], lines[row - 1], ...lines.slice(row + 1)].join('\n');
    case 'indent': return put(` ${lines[row]}`);
    case 'dedent': return put(lines[row].replace(/^ /, ''));
    default: return put(lines[row], lines[row]);
  }
}

test('flags nothing that a parser accepts, and at least 95 % of what it refuses', () => {
  let missed = 0;
  let refused = 0;
  fc.assert(fc.property(texts, fc.array(mutation, { maxLength: 2 }), (text, mutations) => {
    const mutated = mutations.reduce(mutate, text);
    const fault = yamlFault(mutated);
    if (accepted(mutated)) return expect(fault && `${fault.line}: ${fault.reason} ${mutated}`).toBeUndefined();
    refused += 1;
    if (!fault) missed += 1;
  }), { numRuns: Number(process.env.YAML_RUNS ?? 1500), seed: Number(process.env.YAML_SEED ?? 7) });
  expect(refused).toBeGreaterThan(300);
  expect(missed / refused).toBeLessThan(0.05);
});
