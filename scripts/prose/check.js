// Looks for the words of words.json on lines that a change adds: in pages, comments, docstrings, error texts and names of tests. Lines that
// were there before stay as they are, so a change need not rewrite what it does not touch. `--all` looks at every line.
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const ts = require('typescript');

const root = path.resolve(__dirname, '..', '..');
const WORDS = JSON.parse(fs.readFileSync(path.join(__dirname, 'words.json'), 'utf8')).map(row => ({ ...row, pattern: new RegExp(row.avoid, 'gi') }));
/** Files with texts. What scripts write is left out: it says what the sources say. */
const HAS_TEXT = /\.(?:md|ts|js|mjs|sh)$|^\.ci\/run$/;
const LEFT_OUT = /^(?:API\.md|docs\/api\/|CHANGELOG\.md|dist\/|lib\/)|(?:^|\/)node_modules\//;
const WRITTEN = /^<!-- Written by /;
const TEST_NAMES = new Set(['describe', 'test', 'it']);

/** The texts of a page by line: without code, whole or in a line. */
function textsOfPage(text) {
  let fence;
  return text.split('\n').map(line => {
    const [, mark] = /^\s*(`{3,}|~{3,})/.exec(line) ?? [];
    if (mark !== undefined) fence = fence === undefined ? mark : mark.startsWith(fence) ? undefined : fence;
    return mark !== undefined || fence !== undefined ? '' : line.replace(/`[^`]*`/g, '`x`');
  });
}

function textsOfScript(text) {
  return text.split('\n').map((line, at) => at === 0 && line.startsWith('#!') ? '' : /(?:^|\s)#\s(.*)/.exec(line)?.[1] ?? '');
}

/** Comments, and the strings that people read: those of src, and the names of tests. */
function textsOfProgram(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('.ts') ? ts.ScriptKind.TS : ts.ScriptKind.JS);
  const texts = text.split('\n').map(() => '');
  const add = (from, to) => {
    const first = source.getLineAndCharacterOfPosition(from).line;
    text.slice(from, to).split('\n').forEach((line, at) => { texts[first + at] += ` ${line.replace(/`[^`]*`/g, '`x`')}`; });
  };
  const seen = new Set();
  const comments = position => {
    for (const range of ts.getLeadingCommentRanges(text, position) ?? []) if (!seen.has(range.pos)) add(range.pos, range.end), seen.add(range.pos);
    for (const range of ts.getTrailingCommentRanges(text, position) ?? []) if (!seen.has(range.pos)) add(range.pos, range.end), seen.add(range.pos);
  };
  const strings = /^src\//.test(file) ? isText : isTestName;
  const visit = node => {
    comments(node.getFullStart());
    comments(node.getEnd());
    if (strings(node)) add(node.getStart() + 1, node.getEnd());
    node.getChildren(source).forEach(visit);
  };
  visit(source);
  return texts;
}

function isText(node) {
  const isString = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
  return isString && !ts.isImportDeclaration(node.parent);
}

/** The first argument of `test(...)`, `describe(...)`, `test.each(...)(...)` and the like. */
function isTestName(node) {
  if (!isText(node)) return false;
  let argument = node;
  while (ts.isTemplateSpan(argument.parent) || ts.isTemplateExpression(argument.parent)) argument = argument.parent;
  const call = argument.parent;
  if (!ts.isCallExpression(call) || call.arguments[0] !== argument) return false;
  let called = call.expression;
  while (ts.isCallExpression(called) || ts.isPropertyAccessExpression(called)) called = called.expression;
  return ts.isIdentifier(called) && TEST_NAMES.has(called.text);
}

/** What stands on each line of a file for people to read. */
function textsOf(file, text) {
  if (LEFT_OUT.test(file) || !HAS_TEXT.test(file) || WRITTEN.test(text)) return [];
  if (file.endsWith('.md')) return textsOfPage(text);
  return /\.(?:ts|js|mjs)$/.test(file) ? textsOfProgram(file, text) : textsOfScript(text);
}

/** What is to be rewritten of a file, on the given lines, or on all. */
function findings(file, text, lines) {
  return textsOf(file, text).flatMap((line, at) => lines && !lines.has(at + 1) ? [] : WORDS.flatMap(({ pattern, write }) =>
    [...line.matchAll(pattern)].map(([found]) => `${file}:${at + 1}: '${found.trim()}': write ${write}`)));
}

/** The lines that a diff without context adds, by file. */
function addedLines(diff) {
  const added = new Map();
  let file;
  for (const line of diff.split('\n')) {
    if (line.startsWith('+++ ')) file = line === '+++ /dev/null' ? undefined : line.slice('+++ b/'.length);
    const [, first, count = '1'] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (first === undefined || file === undefined) continue;
    if (!added.has(file)) added.set(file, new Set());
    for (let at = 0; at < Number(count); at++) added.get(file).add(Number(first) + at);
  }
  return added;
}

function git(...args) {
  try {
    return execFileSync('git', ['-c', 'core.quotePath=false', ...args], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 28 });
  } catch {
    return undefined;
  }
}

/**
 * Where the change began: the last commit that it shares with the default branch. On that branch itself, the change is what is not committed
 * yet or, where nothing is left to commit, the last commit.
 */
function base() {
  const head = git('rev-parse', 'HEAD')?.trim();
  const branches = [git('symbolic-ref', '--short', 'refs/remotes/origin/HEAD')?.trim(), 'origin/main', 'main'].filter(Boolean);
  const bases = branches.map(branch => git('merge-base', 'HEAD', branch)?.trim()).filter(Boolean);
  const before = bases.find(commit => commit !== head);
  if (before !== undefined || git('status', '--porcelain')) return before ?? head;
  return git('rev-parse', '--verify', '--quiet', 'HEAD~1')?.trim();
}

function changed() {
  const from = base();
  // A shallow clone has no commit to compare with.
  if (from === undefined) return undefined;
  const diff = git('diff', '--unified=0', '--no-color', '--no-ext-diff', '--no-renames', '--src-prefix=a/', '--dst-prefix=b/', from, '--');
  const added = addedLines(diff ?? '');
  for (const file of (git('ls-files', '--others', '--exclude-standard') ?? '').split('\n').filter(Boolean)) added.set(file, undefined);
  return added;
}

module.exports = { WORDS, addedLines, findings };

if (require.main === module) {
  const files = process.argv.includes('--all') ? new Map((git('ls-files') ?? '').split('\n').map(file => [file, undefined])) : changed();
  const found = [...files ?? []]
    .filter(([file]) => HAS_TEXT.test(file) && !LEFT_OUT.test(file) && fs.existsSync(path.join(root, file)))
    .flatMap(([file, lines]) => findings(file, fs.readFileSync(path.join(root, file), 'utf8'), lines));
  found.forEach(line => console.error(line));
  if (files === undefined) console.log('prose: this clone has no commit to compare with, so no line is looked at');
  else if (found.length > 0) console.error(`prose: ${found.length} to rewrite; CONTRIBUTING.md has the style, scripts/prose/words.json the words`);
  process.exit(found.length > 0 ? 1 : 0);
}
