import { byRule, describeFindings } from '../../src/rules/describe-findings';
import { Finding } from '../../src/rules/rule';

const found = (path: string, reason: string, more: Partial<Finding> = {}): Finding =>
  ({ rule: 'a/rule', path, severity: 'warning', object: `Pod ${path}`, reason, remedy: 'Write b', link: 'https://x', ...more });

test('one finding is one line', () => {
  expect(describeFindings([found('shop/web', 'it is so')])).toEqual(['a/rule: Pod shop/web: it is so. Write b. See https://x']);
});

test('equal findings are told once, with a line for each of the other objects', () => {
  expect(describeFindings(['shop/web', 'shop/api', 'shop/db'].map(path => found(path, 'it is so')))).toEqual([
    'a/rule: Pod shop/web and 2 more: it is so. Write b. See https://x',
    '[shop/api] Pod shop/api',
    '[shop/db] Pod shop/db',
  ]);
});

test('lines repeat only the words that differ', () => {
  expect(describeFindings([
    found('shop/web', "the container 'web' requests 1Gi and has a limit of 2Gi"),
    found('shop/api', "the container 'api' requests 1Gi and has a limit of 3Gi"),
  ])[1]).toBe("[shop/api] Pod shop/api: 'api', 3Gi");
});

test('texts that are not alike are told in full, each before those that are like it', () => {
  expect(describeFindings([
    found('shop/web', 'it is so'),
    found('shop/api', 'the annotation of the pods says something else', { remedy: 'Remove it' }),
    found('shop/db', 'the annotation of the pods says something else', { remedy: 'Remove it' }),
    found('shop/cart', 'it is so'),
  ])).toEqual([
    'a/rule: Pod shop/web and 3 more: it is so. Write b. See https://x',
    '[shop/cart] Pod shop/cart',
    '[shop/api] Pod shop/api: the annotation of the pods says something else. Remove it',
    '  [shop/db] Pod shop/db',
  ]);
});

test('an object that breaks a rule twice counts once', () => {
  expect(describeFindings([found('shop/web', "the container 'a' is the one"), found('shop/web', "the container 'b' is the one")])).toEqual([
    "a/rule: Pod shop/web: the container 'a' is the one. Write b. See https://x",
    "[shop/web] Pod shop/web: 'b'",
  ]);
});

test('a finding about a construct names no object', () => {
  expect(describeFindings([found('shop', 'it is so', { object: undefined }), found('store', 'it is so', { object: undefined })])).toEqual([
    'a/rule: it is so. Write b. See https://x',
    '[store]',
  ]);
});

test('the last line of many counts the rest', () => {
  const lines = describeFindings(Array.from({ length: 9 }, (_, at) => found(`shop/${at}`, 'it is so')), 5);
  expect(lines).toHaveLength(7);
  expect(lines.at(-1)).toBe('and 3 more; the summary and Findings.of(...) list them all');
});

test('groups are in the order of their first findings', () => {
  const all = [found('1', 'r', { rule: 'b' }), found('2', 'r', { rule: 'a' }), found('3', 'r', { rule: 'b' })];
  expect(byRule(all).map(group => group.map(({ path }) => path))).toEqual([['1', '3'], ['2']]);
});
