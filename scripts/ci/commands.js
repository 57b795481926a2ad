// Runs every command that the library prints (runbooks, summaries, Secrets, add-ons) with names of objects that are made to break out of
// it. Every program on PATH is a false one that notes how it was called. Fails where anything but the command runs. Run it after a build.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { ApiObject, App, Chart } = require('cdk8s');
const datadog = require('../..');

const PROGRAMS = ['kubectl', 'oc', 'aws', 'openssl', 'base64', 'sha256sum', 'wc', 'head', 'grep', 'date'];
const HOSTILE = [
  'x;touch PWNED;', '$(touch PWNED)', '`touch PWNED`', "';touch PWNED;'", '";touch PWNED;"', 'x\ntouch PWNED\n', 'x|touch PWNED', 'x&&touch PWNED',
  'x\n```\n\n```sh\ntouch PWNED\n```\n', '--kubeconfig=PWNED', '-x', '>PWNED', '\\', "\\';touch PWNED;'", '$PATH', '~', '*', '{a,b}', '!!', '#', '', 'x\u2028touch PWNED', '<(touch PWNED)',
  '${IFS}touch${IFS}PWNED', "'\"`$(touch PWNED)`\"'", 'EOF\ntouch PWNED\nEOF', '\ttouch PWNED', 'x\rtouch PWNED', 'x\u202e;touch PWNED', '\u00e9$(touch PWNED)',
  '\ud83d\ude00;touch PWNED', "$'\\ntouch PWNED'", '--all', '-n=PWNED', '[!a]*', '$((touch PWNED))', 'a=b touch PWNED', '</dev/null;touch PWNED',
];

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'commands-'));
const bin = path.join(work, 'bin');
const log = path.join(work, 'log');
const failures = [];
let commands = 0;
let seen = new Set();
process.on('exit', () => fs.rmSync(work, { recursive: true, force: true }));

fs.mkdirSync(bin);
for (const program of PROGRAMS) {
  fs.writeFileSync(path.join(bin, program), `#!/bin/bash\nprintf '%s\\0' "\${0##*/}" "$@" $'\\1' >>'${log}/'$$\necho told-by-a-false-program\n`, { mode: 0o755 });
}

/** Runs a script and returns what it called, each call as a list of words. */
function run(what, script, env = { NAME: 'some-name', POD: 'some-pod' }) {
  const folder = fs.mkdtempSync(path.join(work, 'cwd-'));
  // Each process has a file of its own: those of a pipe write at the same time.
  fs.rmSync(log, { recursive: true, force: true });
  fs.mkdirSync(log);
  const guard = `command_not_found_handle() { printf '%s\\0' "NOT-A-COMMAND $*" $'\\1' >>'${log}/'$$; }\n`;
  const { status, stderr } = spawnSync('/bin/bash', ['--noprofile', '--norc'], { cwd: folder, env: { PATH: bin, LC_ALL: 'C.UTF-8', ...env }, input: guard + script, encoding: 'utf8' });
  const calls = fs.readdirSync(log).map(file => fs.readFileSync(path.join(log, file), 'utf8')).join('').split('\u0001\0').filter(call => call).map(call => call.split('\0').slice(0, -1));
  const fail = why => failures.push(`${what}: ${why}`);
  if (/syntax error|unexpected EOF/.test(stderr)) fail(stderr.split('\n').slice(0, 3).join(' | '));
  if (fs.readdirSync(folder).length > 0) fail(`it wrote ${fs.readdirSync(folder)}`);
  for (const call of calls) {
    if (!PROGRAMS.includes(call[0])) fail(`it ran ${JSON.stringify(call)}`);
    call.forEach((word, at) => {
      if (word.startsWith('-') && HOSTILE.includes(word) && !/^--(namespace|container|selector|as)?$/.test(call[at - 1])) fail(`a name is an option in ${JSON.stringify(call)}`);
      for (const name of HOSTILE) if (name && word.includes(name)) seen.add(name);
    });
  }
  commands += calls.length;
  return { status, calls };
}

/** The shell blocks of a page, in one script: steps of one list share a shell. */
function shellOf(page) {
  const fences = page.split('\n').filter(line => /^ {0,3}```/.test(line)).length;
  const blocks = [...page.matchAll(/^( *)```sh\n([\s\S]*?)^ *```$/gm)].map(([, , text]) => text);
  const others = [...page.matchAll(/^ *```$\n(?!\n)[\s\S]*?^ *```$/gm)].length;
  if (blocks.length === 0 || fences % 2 !== 0) failures.push(`a page has ${fences} fences and ${blocks.length} blocks (${others})`);
  return blocks.join('\n');
}

/** The commands of a summary, which stand on lines of their own or after "proof:". */
function commandsOf(summary) {
  return summary.split('\n').map(line => line.trim().replace(/^proof: /, '')).filter(line => /^(kubectl|oc|aws) /.test(line)).join('\n');
}

/** Properties of each public class that hold commands, from the description of the library's own API. */
const COMMANDS = new Map(Object.values(JSON.parse(fs.readFileSync(path.join(__dirname, '../../.jsii'), 'utf8')).types)
  .map(({ name, kind, properties = [] }) => [name, kind === 'class' ? properties.map(property => property.name).filter(property => /commands?$/i.test(property)) : []])
  .filter(([, properties]) => properties.length > 0));
const met = new Set();

/** All commands of an object of such a class. */
function commandsOfObject(object) {
  const properties = COMMANDS.get(object.constructor.name) ?? [];
  properties.forEach(property => met.add(`${object.constructor.name}.${property}`));
  return properties.flatMap(property => object[property]);
}

/** Where a command with a name of other people stands in a text that is not a script: it would be copied and never tested. */
function commandsInText(what, text) {
  for (const [command] of text.replace(/^( *)```sh\n[\s\S]*?^ *```$/gm, '').matchAll(/(?<=^|[`\s])(kubectl|oc|aws|helm) [a-z][^`\n]*/g)) {
    const name = HOSTILE.find(hostile => hostile.includes('PWNED') && command.includes(hostile));
    if (name !== undefined) failures.push(`${what}: a command is outside of scripts and names ${JSON.stringify(name)}: ${command.slice(0, 200)}`);
  }
}

const agent = name => ({
  name, image: 'registry.datadoghq.com/agent:7.81.1', env: [{ name: 'DD_EKS_FARGATE', value: 'true' }, { name: 'DD_API_KEY', value: 'x' }],
});

/** Workloads with an Agent that other people wrote, each with one hostile name in every place. */
function hostileObjects(app) {
  HOSTILE.forEach((name, at) => {
    const chart = new Chart(app, `hostile-${at}`, { namespace: name });
    const pod = { serviceAccountName: name, containers: [{ name, image: 'x' }, agent('datadog-agent-injected')] };
    const template = { metadata: { labels: { [`a${name}`]: name } }, spec: pod };
    const make = (apiVersion, kind, spec, metadata = {}) => new ApiObject(chart, kind, { apiVersion, kind, metadata: { name, ...metadata }, spec });
    for (const kind of ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']) make('apps/v1', kind, { selector: { matchLabels: { [`a${name}`]: name } }, template });
    make('argoproj.io/v1alpha1', 'Rollout', { template });
    make('batch/v1', 'Job', { template });
    make('batch/v1', 'CronJob', { jobTemplate: { spec: { template } } });
    make('v1', 'Pod', pod);
    make('v1', 'Secret', undefined, { name: 'datadog-secret' });
    make('external-secrets.io/v1', 'ExternalSecret', { target: { name: 'datadog-secret' } });
    make('policies.kyverno.io/v1', 'MutatingPolicy', {}, { labels: { 'app.kubernetes.io/managed-by': 'cdk8s-datadog' } });
    new ApiObject(chart, 'binding', {
      apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata: { name: `b${at}` },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'datadog-agent-fargate' },
      subjects: [{ kind: 'ServiceAccount', namespace: name, name }],
    });
    const nodeAgents = { metadata: { labels: { 'agent.datadoghq.com/component': 'agent' } }, spec: { containers: [{ name, image: 'x' }] } };
    new ApiObject(chart, 'agents', { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: `${name}agents` }, spec: { template: nodeAgents } });
  });
}

// What it would find: a name that is no word of its own, a file that is written, a name that is an option.
for (const bad of ['kubectl get x;touch PWNED;', 'kubectl get >PWNED', 'kubectl get --kubeconfig=PWNED', "kubectl get 'x"]) {
  const before = failures.length;
  run('self-check', bad);
  if (failures.length === before) throw new Error(`this check is blind to ${bad}`);
  failures.length = before;
}
seen = new Set();
commands = 0;

const { DatadogChart, DatadogCredentials, EksAddOn, EtcdCertificate, ExternalSecretStore, Findings, InjectionMethod, Platform } = datadog;
const stored = { store: ExternalSecretStore.fromClusterSecretStore('datadog'), apiKey: { key: "k';touch PWNED;'" }, token: { key: '`touch PWNED`', property: '$(touch PWNED)' } };
const CREDENTIALS = {
  existing: DatadogCredentials.existingSecret({ appKey: true }),
  external: DatadogCredentials.externalSecrets(stored),
  clusterExternal: DatadogCredentials.clusterExternalSecret(stored),
  kyverno: DatadogCredentials.kyvernoClone(),
  reflector: DatadogCredentials.reflector(),
};
const FEATURES = { externalMetrics: { enabled: true }, admissionController: { enabled: true } };
const CLUSTERS = {
  ...Object.fromEntries(Object.entries(CREDENTIALS).map(([name, credentials]) =>
    [name, { platform: Platform.eksFargate({ kubernetesVersion: '1.36', serviceCidr: '10.96.0.0/16' }), credentials, features: name === 'external' || name === 'clusterExternal' ? {} : FEATURES }])),
  nodes: { platform: Platform.eks(), credentials: CREDENTIALS.existing, features: FEATURES },
  openShift: { platform: Platform.openShift4(), credentials: CREDENTIALS.existing, controlPlane: { etcdCertificate: EtcdCertificate.byHand() } },
  openShift3: { platform: Platform.openShift3(), credentials: CREDENTIALS.existing, controlPlane: {} },
  rke2: { platform: Platform.rke2(), credentials: CREDENTIALS.existing, controlPlane: {} },
};

const stderr = process.stderr.write;
for (const [name, options] of Object.entries(CLUSTERS)) {
  const app = new App({ outdir: path.join(work, 'out') });
  const chart = new DatadogChart(app, 'datadog', { clusterName: 'prod-tokyo', ...options });
  hostileObjects(app);
  if (options.platform.name?.includes('Fargate') || name === 'existing') chart.injectAtAdmission({ via: InjectionMethod.mutatingAdmissionPolicy(), namespaces: ['kube-system'] });
  process.stderr.write = () => true;
  let refused;
  try {
    app.synthYaml();
  } catch (error) {
    refused = error;
  }
  process.stderr.write = stderr;
  if (!refused) failures.push(`${name}: names that Kubernetes refuses were synthesized`);
  else if (/[\u0000-\u0009\u000b-\u001f]/.test(refused.message)) failures.push(`${name}: an error has control characters`);
  if (Findings.of(app).length === 0) failures.push(`${name}: no findings`);
  run(`${name}: runbook`, shellOf(chart.runbook()));
  run(`${name}: summary`, commandsOf(chart.summary()));
  const made = app.node.findAll().flatMap(commandsOfObject);
  commandsInText(`${name}: runbook`, chart.runbook());
  Findings.of(app).forEach(({ rule, reason, remedy }) => commandsInText(`${name}: ${rule}`, `${reason}\n${remedy}`));
  run(`${name}: commands`, made.join('\n'), { DD_API_KEY: 'a', DD_APP_KEY: 'b', DD_CLUSTER_AGENT_AUTH_TOKEN: 'c' });
  for (const command of chart.tokenReplicator.commands.filter(text => text.includes('DD_'))) {
    const { calls } = run(`${name}: without values`, command);
    if (calls.length > 0) failures.push(`${name}: without values, it ran ${JSON.stringify(calls[0])}`);
  }
  const rotation = chart.runbook().split('## How to rotate the token')[1];
  if (/DD_CLUSTER_AGENT_AUTH_TOKEN/.test(rotation)) {
    const { calls } = run(`${name}: rotation`, shellOf(rotation));
    const created = calls.filter(call => call.includes('create') && call.some(word => word.startsWith('--from-literal=')));
    const empty = created.filter(call => call.some(word => /^--from-literal=[^=]*=$/.test(word)));
    if (created.length === 0 || empty.length > 0) failures.push(`${name}: the rotation makes Secrets ${JSON.stringify(created)}`);
  }
}
for (const value of HOSTILE) {
  const addOn = EksAddOn.coreDns({ platform: Platform.eksFargate(), clusterName: 'prod-tokyo', configuration: { corefile: value } });
  const { calls } = run('add-on', [...commandsOfObject(addOn), addOn.describe()].join('\n'));
  if (!calls.some(call => call.some(word => word.includes(JSON.stringify(value))))) failures.push(`add-on: its configuration lacks ${JSON.stringify(value)}`);
}

for (const [type, properties] of COMMANDS) {
  properties.filter(property => !met.has(`${type}.${property}`)).forEach(property => failures.push(`${type}.${property} was never run`));
}
const unseen = HOSTILE.filter(name => name && !seen.has(name));
if (unseen.length > 0) failures.push(`no command names ${JSON.stringify(unseen)}`);
console.log(`${commands} calls of commands, ${met.size} properties among them, with ${HOSTILE.length} hostile names, ${failures.length} failures`);
failures.slice(0, 20).forEach(failure => console.error(failure));
process.exitCode = failures.length > 0 ? 1 : 0;
