// What the first mistake of a user prints: mistakes made from the assembly, each in a program of its own, through Node.js, ts-node and
// `cdk8s synth`. Prints bytes, the line of the message and the first frame, and fails beyond the limits. Needs what `npm run compile` writes.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { mistakes } = require('./mistakes');

const ROOT = path.resolve(__dirname, '..', '..');
/** Inside the package, so that the programs find it by its name, as an app does. */
const FOLDER = path.join(ROOT, 'dist', 'first-contact');
const LIMITS = { bytes: 4000, lines: 10 };
const PROGRAMS = 20;

const bin = name => path.join(ROOT, 'node_modules', '.bin', name);
const WAYS = {
  'node': { file: 'main.js', command: [process.execPath, 'main.js'] },
  'ts-node': { file: 'main.ts', command: [bin('ts-node'), 'main.ts'] },
  'cdk8s synth': { file: 'main.ts', command: [bin('cdk8s'), 'synth', '--check-upgrade=false', '--app', `${bin('ts-node')} main.ts`] },
};
// ts-node does not check types here: the programs are those that JavaScript allows.
const HEAD = { 'main.js': "const cdk8s = require('cdk8s'); const d = require('cdk8s-datadog');\n", 'main.ts': "import * as cdk8s from 'cdk8s'; import * as d from 'cdk8s-datadog';\n" };

function errorIn(text) {
  try {
    new Function('cdk8s', 'd', text)(require('cdk8s'), require(ROOT));
    return undefined;
  } catch (error) {
    return error;
  }
}

function spread(list, count) {
  return count >= list.length ? list : Array.from({ length: count }, (_, at) => list[Math.floor(at * list.length / count)]);
}

/** Runs a program, and measures what it prints. */
function contact({ file, command: [command, ...args] }, { text }) {
  fs.writeFileSync(path.join(FOLDER, file), `${HEAD[file]}${text};\n`);
  const { status, stderr } = spawnSync(command, args, {
    cwd: FOLDER,
    encoding: 'utf8',
    env: { ...process.env, CDK8S_DISABLE_UPGRADE_CHECK: 'true', NODE_OPTIONS: '', TS_NODE_TRANSPILE_ONLY: 'true', TS_NODE_COMPILER_OPTIONS: '{"module":"commonjs","target":"es2022"}' },
  });
  const lines = stderr.split('\n');
  const begin = lines.findIndex(line => line.includes('ViolationError: '));
  const end = lines.findIndex((line, at) => at > begin && line.startsWith('  See '));
  const message = begin < 0 ? '' : lines[begin].slice(lines[begin].indexOf('ViolationError: '));
  return {
    status,
    bytes: Buffer.byteLength(stderr),
    // Counted from 1: the last line of the message.
    lines: begin < 0 || end < 0 ? Infinity : end + 1,
    times: stderr.split(message.slice('ViolationError: '.length)).length - 1,
    place: /^ViolationError: (\[[^\]]+\]|(new )?[\w.]+\(\):)/.test(message),
    frame: lines.find(line => /^\s+at /.test(line))?.trim() ?? 'none',
    // eslint-disable-next-line no-control-regex
    raw: /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(stderr),
    message,
  };
}

function faultsOf(file, found) {
  return [
    ...found.status === 0 ? ['it ends as if all was well'] : [],
    ...found.bytes > LIMITS.bytes ? [`it prints ${found.bytes} bytes`] : [],
    ...found.lines > LIMITS.lines ? ['the message is not within the first ten lines'] : [],
    ...found.times === 1 ? [] : [`the message is there ${found.times} times`],
    ...found.place ? [] : ['the message names no construct and no function'],
    ...found.frame.includes(path.join(FOLDER, file)) ? [] : [`the first frame is ${found.frame}`],
    ...found.raw ? ['it prints control characters'] : [],
  ];
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

fs.rmSync(FOLDER, { recursive: true, force: true });
fs.mkdirSync(FOLDER, { recursive: true });
const assembly = JSON.parse(fs.readFileSync(path.join(ROOT, '.jsii'), 'utf8'));
const chosen = spread(mistakes(assembly, errorIn).filter(({ text }) => text), PROGRAMS);
let passed = 0;
let failed = 0;
for (const [name, way] of Object.entries(WAYS)) {
  const contacts = chosen.map(mistake => ({ mistake, found: contact(way, mistake) }));
  const figures = key => contacts.map(({ found }) => found[key]);
  console.log(`${name}: ${contacts.length} mistakes, ${median(figures('bytes'))} bytes (at most ${Math.max(...figures('bytes'))}), message complete on line ${median(figures('lines'))} (at the latest ${Math.max(...figures('lines'))})`);
  for (const { mistake: { struct, kind, option, text }, found } of contacts) {
    const faults = faultsOf(way.file, found);
    if (faults.length === 0) passed += 1;
    else {
      failed += 1;
      console.log(`FAIL  ${kind} in ${struct} (${option}): ${faults.join('; ')}\n      ${text}\n      ${found.message}`);
    }
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
