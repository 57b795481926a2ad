// The tests as mocha runs them for Stryker: one test of mocha for each test file, with what the files use of jest. Jest loads the
// package again for every test file, which takes half a second; here it is loaded once, and a mutant costs what reaches it.
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { transformSync } = require('esbuild');
const { expect } = require('expect');
const { bind } = require('jest-each');
const { ModuleMocker } = require('jest-mock');

const root = path.resolve(__dirname, '..', '..');
/** These load cdk8s or the package several times, run other programs, or read what no mutant changes. */
const LEFT_OUT = /^test\/(contributing|docs|e2e|examples|findings|injection|package|schema|structure)\//;
/** Random input, which takes seconds for each mutant: by file and by name of a test. MUTATION_SLOW=1 runs them as well. */
const SLOW = process.env.MUTATION_SLOW ? /^$/ : /^test\/hostile\/|inject-any-pod|etcd-certificate\/scripts|no rule fails where|in place of a value is no reason/;

const compiled = new Map();
require.extensions['.ts'] = (module, file) => {
  if (!compiled.has(file)) {
    compiled.set(file, transformSync(fs.readFileSync(file, 'utf8'), { loader: 'ts', format: 'cjs', target: 'node20', sourcefile: file }).code);
  }
  module._compile(compiled.get(file), file);
};
const resolve = Module._resolveFilename;
Module._resolveFilename = (name, ...rest) => resolve(name === 'cdk8s-datadog' ? path.join(root, 'src', 'index.ts') : name, ...rest);

const mocha = { it: global.it, after: global.after };
let suite;

function newSuite() {
  return { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [], members: [] };
}

function describe(_, body) {
  const outer = suite;
  suite = newSuite();
  outer.members.push(suite);
  body();
  suite = outer;
}

function test(name, body) {
  if (!SLOW.test(name)) suite.members.push(body);
}

async function run({ beforeAll, beforeEach, afterEach, afterAll, members }, around = { before: [], after: [] }) {
  const inner = { before: [...around.before, ...beforeEach], after: [...afterEach, ...around.after] };
  for (const hook of beforeAll) await hook();
  try {
    for (const member of members) {
      if (typeof member !== 'function') {
        await run(member, inner);
        continue;
      }
      for (const hook of inner.before) await hook();
      try {
        await member();
      } finally {
        for (const hook of inner.after) await hook();
      }
    }
  } finally {
    for (const hook of afterAll) await hook();
  }
}

const mocker = new ModuleMocker(globalThis);
test.each = bind(test);
describe.each = bind(describe, false);
const hooks = Object.fromEntries(['beforeAll', 'beforeEach', 'afterEach', 'afterAll'].map(name => [name, body => { suite[name].push(body); }]));
Object.assign(global, { describe, test, it: test, expect, ...hooks });
global.jest = {
  fn: (...args) => mocker.fn(...args),
  spyOn: (...args) => mocker.spyOn(...args),
  restoreAllMocks: () => mocker.restoreAllMocks(),
  clearAllMocks: () => mocker.clearAllMocks(),
  requireActual: require,
};

/** Test files are loaded anew each time: what they make while they are loaded is made with the mutant. */
async function runFile(file) {
  for (const loaded of Object.keys(require.cache)) if (loaded.startsWith(path.join(root, 'test/'))) delete require.cache[loaded];
  suite = newSuite();
  require(file);
  await run(suite);
}

const filesIn = folder => fs.readdirSync(path.join(root, folder), { recursive: true }).map(file => `${folder}/${file.replaceAll(path.sep, '/')}`);

// What runs while the package is loaded is static, and no test's.
for (const file of filesIn('src')) if (file.endsWith('.ts')) require(path.join(root, file));

const only = new RegExp(process.env.MUTATION_TESTS ?? '');
const files = filesIn('test').filter(file => file.endsWith('.test.ts') && !LEFT_OUT.test(file) && !SLOW.test(file) && only.test(file));
// The first failure ends the run of a mutant: values before whole clusters.
const rank = file => (/runbook\.test|autodiscovery\.test|older-kubernetes|all-rules/.test(file) ? 2 : /^test.(rules|render)/.test(file) ? 0 : 1);
for (const file of files.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))) mocha.it(file, () => runFile(path.join(root, file)));

// A mutant that runs both while the package is loaded and in a test costs no process of its own: the test is enough.
mocha.after(() => {
  const { static: atLoad = {}, perTest = {} } = global.__stryker__?.mutantCoverage ?? {};
  for (const reached of Object.values(perTest)) for (const id of Object.keys(reached)) delete atLoad[id];
});
