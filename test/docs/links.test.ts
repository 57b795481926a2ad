import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const ROOT = join(__dirname, '../..');

/** Folders whose pages are ours. Those of `dist` and the like are made by tools. */
const FOLDERS = ['docs', 'e2e', 'examples'];
const PAGES = [
  ...readdirSync(ROOT).filter(file => file.endsWith('.md')),
  ...FOLDERS.flatMap(folder => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map(file => `${folder}/${file.replaceAll('\\', '/')}`)
    // Pages of the API are made of the docstrings: api-pages.test.ts looks at their links.
    .filter(file => file.endsWith('.md') && !/^docs\/api\/|\/(node_modules|target|src|\.venv|cdk\.out|dist)\//.test(file))),
].sort();

/** Targets of links, outside of code. */
function linksOf(text: string): string[] {
  const prose = text.replace(/^(`{3,}).*\n[\s\S]*?^\1`*$/gm, '').replace(/`[^`\n]*`/g, '`x`');
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target]) => target);
}

/** Anchors as GitHub makes them of headings; of each text once. */
const anchors = new Map<string, Set<string>>();
function anchorsOf(text: string): Set<string> {
  if (!anchors.has(text)) anchors.set(text, readAnchors(text));
  return anchors.get(text)!;
}

function readAnchors(text: string): Set<string> {
  const seen = new Map<string, number>();
  const prose = text.replace(/^(`{3,}).*\n[\s\S]*?^\1`*$/gm, '');
  return new Set([
    ...[...prose.matchAll(/^#{1,6} +(.*?) *#*$/gm)].map(([, heading]) => {
      const anchor = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
      const times = seen.get(anchor) ?? 0;
      seen.set(anchor, times + 1);
      return times === 0 ? anchor : `${anchor}-${times}`;
    }),
    ...[...prose.matchAll(/<a [^>]*>/g)].flatMap(([tag]) => [...tag.matchAll(/ (?:name|id)="([^"]+)"/g)].map(([, name]) => name)),
  ]);
}

/** Why a link of a page leads nowhere, or undefined where it leads somewhere. */
function fault(page: string, target: string, read: (path: string) => string | undefined): string | undefined {
  if (/^[a-z]+:/i.test(target)) return undefined;
  const [path, anchor] = target.split('#');
  const file = path === '' ? page : normalize(join(dirname(page), path)).replace(/\/$/, '');
  const text = read(file);
  if (file.startsWith('..') || text === undefined) return `${page}: ${target} is not there`;
  return anchor === undefined || anchorsOf(text).has(anchor) ? undefined : `${page}: ${target}: no heading of that name`;
}

function onDisk(path: string): string | undefined {
  const file = join(ROOT, path);
  if (!existsSync(file)) return undefined;
  return statSync(file).isDirectory() ? '' : readFileSync(file, 'utf8');
}

test.each(PAGES)('every link of %s leads somewhere', page => {
  const faults = linksOf(readFileSync(join(ROOT, page), 'utf8')).map(target => fault(page, target, onDisk));
  expect(faults.filter(found => found !== undefined)).toEqual([]);
});

test('links that lead nowhere are found', () => {
  const read = (path: string) => ({ 'a/b.md': '# B\n## What it is, and why\n```\n# no heading\n```\n## B\n', 'a': '' })[path];
  const faults = (text: string) => linksOf(text).map(target => fault('a/x.md', target, read)).filter(found => found !== undefined);
  expect(faults('[b](b.md) [b](b.md#what-it-is-and-why) [b](b.md#b-1) [up](../a) [up](../a/) [out](https://example.com/x.md)\n`[c](c.md)`\n```\n[c](c.md)\n```\n')).toEqual([]);
  expect(faults('[c](c.md)')).toEqual(['a/x.md: c.md is not there']);
  expect(faults('[b](b.md#no-heading)')).toEqual(['a/x.md: b.md#no-heading: no heading of that name']);
  expect(faults('[up](../../b.md)')).toEqual(['a/x.md: ../../b.md is not there']);
});

test('the README leads to every page of docs, and to what stands beside it', () => {
  const linked = linksOf(readFileSync(join(ROOT, 'README.md'), 'utf8')).map(target => target.split('#')[0]);
  const pages = PAGES.filter(page => /^(docs\/)?[^/]+\.md$/.test(page) && page !== 'README.md');
  expect(pages.filter(page => !linked.includes(page))).toEqual([]);
  expect(linked).toContain('docs/decisions/README.md');
});

test('the list of decisions has each, with its number and its title', () => {
  const list = readFileSync(join(ROOT, 'docs/decisions/README.md'), 'utf8').split('\n').filter(line => /^\| \d+ \|/.test(line));
  const decisions = readdirSync(join(ROOT, 'docs/decisions')).filter(file => /^\d{4}-/.test(file)).sort();
  expect(list.map(line => line.split(' | ').slice(0, 2).join('. ').replace('| ', ''))).toEqual(decisions.map(file => {
    const [, number, title] = /^# (\d+)\. (.*)\n/.exec(readFileSync(join(ROOT, 'docs/decisions', file), 'utf8'))!;
    expect(Number(file.slice(0, 4))).toBe(Number(number));
    return `${number}. [${title}](${file})`;
  }));
});
