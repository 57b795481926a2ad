import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IMMEDIATE_RULES, SHARED_RULES } from '../../src/base/immediate-rules';
import { ALL_RULES } from '../../src/rules/all-rules';
import { rulesPage } from '../../src/rules/rules-page';

const ROOT = join(__dirname, '../..');
const SOURCES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => readFileSync(join(ROOT, 'src', file), 'utf8'))
  .join('\n');
const IDS = ALL_RULES.map(rule => rule.id);

test('docs/rules.md is what scripts/rules-page.js writes', () => {
  expect(readFileSync(join(ROOT, 'docs/rules.md'), 'utf8')).toBe(rulesPage(ALL_RULES, IMMEDIATE_RULES, SHARED_RULES));
});

test('each rule is on the page once, with severity, what holds and a page', () => {
  const page = rulesPage(ALL_RULES, IMMEDIATE_RULES, SHARED_RULES);
  for (const { id, title, link } of ALL_RULES) {
    const rows = page.split('\n').filter(line => line.startsWith(`| \`${id}\``));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain(`${title} | [page](${link})`);
  }
});

test('rules of a group stand together, under its name where it has no heading', () => {
  const [rule] = ALL_RULES;
  const page = rulesPage(['big-news/a', 'app/b', 'big-news/c'].map(id => ({ ...rule, id, title: 'It | holds.', severity: 'info' })), {}, ['app/b']);
  expect(page.split('\n').filter(line => /^(## |\| `)/.test(line))).toEqual([
    '## Findings in tests and CI',
    '## Acknowledgements',
    '## Big news',
    `| \`big-news/a\` | information | It \\| holds. | [page](${rule.link}) |`,
    `| \`big-news/c\` | information | It \\| holds. | [page](${rule.link}) |`,
    '## The app as a whole',
    `| \`app/b\` * | information | It \\| holds. | [page](${rule.link}) |`,
    '## Checked at once',
  ]);
});

describe('rules that are checked at once', () => {
  test.each(Object.entries(IMMEDIATE_RULES))('%s has a sentence, is thrown somewhere, and is no rule for manifests', (id, title) => {
    expect(title).toMatch(/^[A-Z].*[a-z0-9')]\.$/);
    expect(SOURCES).toContain(`rule: '${id}'`);
    expect(IDS).not.toContain(id);
  });

  test.each(SHARED_RULES)('%s is a rule for manifests too', id => {
    expect(SOURCES).toContain(`rule: '${id}'`);
    expect(IDS).toContain(id);
  });
});
