// Writes what makes each folder of examples a project that can be copied out and run: package.json, cdk8s.yaml, tsconfig.json and README.md,
// and the index of all in examples/README.md. The table below has what each shows; the rest follows from the imports of its main.ts.
const fs = require('node:fs');
const path = require('node:path');
const ts = require('typescript');

const root = path.resolve(__dirname, '..');
const { devDependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));

/** In the order of the index. `shows` is the sentence of the index; `more` stands in the README of the example alone. */
const GROUPS = {
  'AWS Fargate': {
    'eks-fargate-minimal': { shows: 'The smallest cluster: one Cluster Agent, one application, and Secrets that you create with kubectl.' },
    'eks-fargate': {
      shows: 'Applications of three teams, written with cdk8s-plus-28, with cdk8s-plus-34 and as YAML. The External Secrets Operator makes the Secrets.',
      more: 'It has twins in [Python](../languages/python).',
    },
    'eks-fargate-plain': {
      shows: 'The same without cdk8s-plus: plain `ApiObject`s and YAML.',
      more: 'It has twins in [Java](../languages/java) and [Go](../languages/go).',
    },
    'eks-fargate-full': { shows: 'Nearly every option at once: logs, APM, checks, TLS to the Cluster Agent, native sidecars for Jobs, Argo Rollouts.' },
    'eks-fargate-cluster-secret': { shows: 'One ClusterExternalSecret brings the Secret to every namespace with a sidecar.' },
    'eks-fargate-old-kyverno': { shows: 'Kyverno before 1.17 copies one Secret to every namespace with a sidecar.' },
    'eks-fargate-coredns': {
      shows: 'CoreDNS with an Agent. Its pods cannot resolve Services, so the Cluster Agent has a fixed address.',
      more: 'It also writes `coredns-add-on.sh`, for a CoreDNS that is an add-on of EKS.',
    },
    'eks-fargate-injection': {
      shows: 'Agents for pods that the app does not make: Kyverno adds them when the pods are created.',
      more: 'It also writes `kyverno-values.txt`, which Kyverno needs before it sees kube-system.',
    },
    'eks-fargate-logging': { shows: 'Logs of Fargate pods through AWS\'s log router, to CloudWatch.' },
  },
  'Nodes, and nodes with Fargate': {
    'eks-ec2': { shows: 'EC2 nodes in three node groups (amd64, arm64 and GPU), beside Windows nodes; Autodiscovery for a cache.' },
    'eks-mixed': {
      shows: 'Twelve workloads on EC2 nodes and on Fargate. The library decides from the Fargate profiles which of them get a sidecar.',
      more: 'A policy of the API server adds the Agent to pods of other teams that the same profiles take.',
    },
  },
  'Control planes': {
    'eks-control-plane': { shows: 'Metrics of the API server, the scheduler and the controller-manager on EKS.' },
    'kubeadm': { shows: 'Agents on the control-plane nodes of a kubeadm cluster, and the settings that kubeadm needs.' },
    'openshift-4': { shows: 'OpenShift 4.18: two cluster check runners watch the control plane; a CronJob brings the certificate of etcd.' },
    'openshift-3': { shows: 'OpenShift 3.11: a runner on the masters, which hold the certificates of etcd.' },
    'rke': { shows: 'Rancher Kubernetes Engine with the chart rancher-monitoring.' },
    'rke-legacy': { shows: 'Rancher before 2.5, on Flatcar.' },
    'rke2': { shows: 'RKE2 with Agents on the network of their hosts.' },
  },
  'Service mesh': {
    istio: { shows: 'A mesh with a strict egress policy: checks of the mesh, and the way out to Datadog.' },
  },
  'With the Helm chart, the Operator or Argo CD': {
    'helm': { shows: 'The values for Datadog\'s Helm chart, and the objects that the chart leaves to you.' },
    'eks-operator': { shows: 'A `DatadogAgent` for the Datadog Operator, and the objects that the Operator leaves to you.' },
    'argo-cd': { shows: 'Argo CD installs Datadog\'s Helm chart and the manifests of this app on four clusters.' },
  },
};
const EXAMPLES = Object.assign({}, ...Object.values(GROUPS));

/** In other languages. They have files of their own. */
const LANGUAGES = {
  python: 'The cluster of [eks-fargate](eks-fargate) in Python.',
  java: 'The cluster of [eks-fargate-plain](eks-fargate-plain) in Java.',
  go: 'The cluster of [eks-fargate-plain](eks-fargate-plain) in Go.',
};

/** What `cdk8s init typescript-app` puts into a project. */
const TOOLS = { '@types/node': devDependencies['@types/node'], 'cdk8s-cli': '^2', 'ts-node': '^10', 'typescript': '5.9.x' };
const RANGES = { 'cdk8s': '^2.68.91', 'constructs': '^10.3.0', 'cdk8s-datadog': '*' };

const TSCONFIG = { compilerOptions: { module: 'node16', target: 'es2022', strict: true, types: ['node'] }, include: ['**/*.ts'] };

/** Packages that a program imports, without those of Node. */
function packagesOf(program) {
  return ts.preProcessFile(program).importedFiles.map(file => file.fileName)
    .filter(name => !name.startsWith('.') && !require('node:module').isBuiltin(name));
}

function packageJson(name, program) {
  const needed = [...new Set(['cdk8s', 'cdk8s-datadog', 'constructs', ...packagesOf(program)])].sort();
  return {
    name: `cdk8s-datadog-example-${name}`,
    private: true,
    type: 'commonjs',
    scripts: { synth: 'cdk8s synth' },
    dependencies: Object.fromEntries(needed.map(of => [of, RANGES[of] ?? `^${devDependencies[of]}`])),
    devDependencies: TOOLS,
  };
}

function readme(name, { shows, more }) {
  return [
    `# ${name}`, '',
    shows, ...more ? ['', more] : [], '',
    'Copy this folder, then install its dependencies and synthesize:', '',
    '```sh',
    'npm install path/to/cdk8s-datadog-0.0.0.tgz   # packed from a clone: the package is not published yet',
    'npx cdk8s synth                               # runs main.ts and writes the manifests into dist',
    '```', '',
    'The [README of the repository](../../README.md#install) says how to pack it. `npx ts-node main.ts` does the same without the cdk8s CLI and prints what the',
    'program prints. In a clone, `npm start` runs this and all other examples.', '',
  ].join('\n');
}

function index() {
  const table = rows => ['| example | shows |', '|---|---|', ...rows.map(([name, folder, shows]) => `| [${name}](${folder}/main.ts) | ${shows} |`)];
  return [
    '<!-- Written by scripts/examples.js. -->',
    '# Examples', '',
    'Each folder is a project of its own, with the files that `cdk8s init` makes: copy it out, install and synthesize, as its README says. In a clone of the',
    'repository, `npm start` runs all of them and writes the manifests into `dist/examples`.', '',
    ...Object.entries(GROUPS).flatMap(([title, rows]) => [
      `## ${title}`, '', ...table(Object.entries(rows).map(([name, { shows }]) => [name, name, shows])), '',
    ]),
    '## In other languages', '',
    '| example | shows |', '|---|---|',
    ...Object.entries(LANGUAGES).map(([name, shows]) => `| [${name}](languages/${name}) | ${shows} |`), '',
  ].join('\n');
}

const json = value => `${JSON.stringify(value, undefined, 2)}\n`;

/** Every generated file, by its path below the folder of examples. */
function files() {
  return new Map([
    ['README.md', index()],
    ...Object.entries(EXAMPLES).flatMap(([name, row]) => [
      [`${name}/package.json`, json(packageJson(name, fs.readFileSync(path.join(root, 'examples', name, 'main.ts'), 'utf8')))],
      [`${name}/cdk8s.yaml`, 'language: typescript\napp: npx ts-node main.ts\n'],
      [`${name}/tsconfig.json`, json(TSCONFIG)],
      [`${name}/README.md`, readme(name, row)],
    ]),
  ]);
}

module.exports = { EXAMPLES, LANGUAGES, files };

if (require.main === module) for (const [file, text] of files()) fs.writeFileSync(path.join(root, 'examples', file), text);
