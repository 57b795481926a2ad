// Digests of what every example writes in every delivery, so that a change of the structure can be told from a change of the output.
//
//   node scripts/digests.js            writes test/examples/digests.json
//   node scripts/digests.js --check    fails where a digest is another one, and names the file
//   node scripts/digests.js --to DIR   also keeps the files, to compare them with those of another commit
//
// It runs each main.ts with the built library. For the Operator and the Helm chart, `DatadogChart` stands for the class of that delivery.
require('./self.js');
process.env.TS_NODE_PROJECT = require('node:path').join(__dirname, '..', 'test', 'tsconfig.json');
require('ts-node/register/transpile-only');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const Module = require('node:module');
const os = require('node:os');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const FILE = path.join(root, 'test', 'examples', 'digests.json');
const library = require('cdk8s-datadog');

/** Helm charts of the example that runs; what they would give Helm is part of what the example makes. */
let helmCharts = [];
class RecordedHelmChart extends library.DatadogHelmChart {
  constructor(...args) {
    super(...args);
    helmCharts.push(this);
  }
}
const DELIVERIES = {
  manifests: { DatadogHelmChart: RecordedHelmChart },
  operator: { DatadogChart: library.DatadogOperatorChart, DatadogHelmChart: library.DatadogOperatorChart },
  helm: { DatadogChart: RecordedHelmChart, DatadogOperatorChart: RecordedHelmChart, DatadogHelmChart: RecordedHelmChart },
};

let delivery = 'manifests';
const load = Module._load;
const libraries = Object.fromEntries(Object.entries(DELIVERIES).map(([name, classes]) =>
  [name, Object.create(library, Object.fromEntries(Object.entries(classes).map(([of, value]) => [of, { value, enumerable: true }])))]));
Module._load = (request, ...rest) => request === 'cdk8s-datadog' ? libraries[delivery] : load(request, ...rest);

/** The files of an example in a delivery, or the rule that refuses it. */
function run(name, outdir) {
  fs.mkdirSync(outdir, { recursive: true });
  process.env.CDK8S_OUTDIR = outdir;
  helmCharts = [];
  const main = path.join(root, 'examples', name, 'main.ts');
  delete require.cache[main];
  const { log, warn } = console;
  const { write } = process.stderr;
  console.log = console.warn = () => {};
  process.stderr.write = () => true;
  try {
    require(main);
    helmCharts.forEach((chart, at) => fs.writeFileSync(path.join(outdir, `values-${at}.yaml`), chart.values()));
  } catch (error) {
    fs.rmSync(outdir, { recursive: true });
    fs.mkdirSync(outdir);
    fs.writeFileSync(path.join(outdir, 'refused'), refusal(error));
  } finally {
    Object.assign(console, { log, warn });
    process.stderr.write = write;
  }
}

/** The rules by which the library refuses, and the message of any other error. */
function refusal({ message }) {
  const rules = [...message.matchAll(/\[([a-z0-9-]+\/[a-z0-9-]+)\]|\b([a-z-]+\/[a-z0-9-]+)(?=:)/g)].map(m => m[1] ?? m[2]);
  return rules.length > 0 ? [...new Set(rules)].sort().join(' ') : message.split('\n')[0];
}

function main() {
  const keep = process.argv.indexOf('--to');
  const folder = keep > 0 ? path.resolve(process.argv[keep + 1]) : fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-datadog-digests-'));
  const names = fs.readdirSync(path.join(root, 'examples')).filter(name => fs.existsSync(path.join(root, 'examples', name, 'main.ts'))).sort();
  const digests = {};
  for (const name of names) {
    for (delivery of Object.keys(DELIVERIES)) {
      const outdir = path.join(folder, delivery, name);
      run(name, outdir);
      for (const file of fs.readdirSync(outdir, { recursive: true }).sort()) {
        const content = fs.readFileSync(path.join(outdir, file));
        digests[`${name} ${delivery} ${file}`] = file === 'refused' ? String(content) : createHash('sha256').update(content).digest('hex').slice(0, 16);
      }
    }
  }
  if (keep < 0) fs.rmSync(folder, { recursive: true });
  if (!process.argv.includes('--check')) {
    fs.writeFileSync(FILE, `${JSON.stringify(digests, undefined, 2)}\n`);
    console.log(`${Object.keys(digests).length} digests of ${names.length} examples in ${Object.keys(DELIVERIES).length} deliveries`);
    return;
  }
  const recorded = JSON.parse(fs.readFileSync(FILE, 'utf8'));
  const other = [...new Set([...Object.keys(recorded), ...Object.keys(digests)])].filter(file => recorded[file] !== digests[file]);
  for (const file of other) console.error(`${file}: recorded ${recorded[file] ?? 'nothing'}, made ${digests[file] ?? 'nothing'}`);
  console.log(`${Object.keys(digests).length} digests, ${other.length} of them other than recorded`);
  process.exitCode = other.length > 0 ? 1 : 0;
}

main();
