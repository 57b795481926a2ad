import { BorrowedNamespaces } from './borrowed-namespaces';
import { openCluster } from './cluster';
import { wrongManifestIsRefused } from './control';
import { CopyTest } from './control-plane/copy-test';
import { EtcdTest } from './control-plane/etcd-test';
import { TokenTest } from './control-plane/token-test';
import { Discovery } from './discovery';
import { Example, readExamples } from './example-files';
import { ExampleTest } from './example-test';
import { FeatureTest } from './feature-test';
import { AdmissionTest } from './injection/admission-test';
import { KubeApi } from './kube-api';
import { Kubectl } from './kubectl';
import { removeLeftovers } from './leftovers';
import { OperatorTest } from './operator-test';
import { Options, readOptions } from './options';
import { PodSecurityTest } from './pod-security-test';
import { Problem } from './problem';
import { Report } from './report';
import { UpgradeTest } from './upgrade/upgrade-test';

/** Can be named with `--only` as an example can. */
const FEATURES = 'features';
/** Needs no cluster. */
const ETCD = 'etcd';
const CONTROL_PLANE = 'control-plane';
const INJECTION = 'injection';
const SECURITY = 'pod-security';
const UPGRADE = 'upgrade';
const OPERATOR = 'operator';
const SECTIONS = [FEATURES, ETCD, CONTROL_PLANE, INJECTION, SECURITY, UPGRADE, OPERATOR];

async function main(): Promise<boolean> {
  const options = readOptions(process.argv.slice(2));
  const named = options.only.filter((name) => !SECTIONS.includes(name));
  const examples = options.only.length > 0 && named.length === 0 ? [] : readExamples(options.manifests, named);
  const report = new Report();
  // Heard from the beginning, so that a cluster that is just being started is stopped as well.
  const interrupted = new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => reject(new Problem(`Ended by ${signal}.`)));
  });
  interrupted.catch(() => undefined);
  if (isChosen(ETCD, options)) {
    report.heading('the control plane, without a cluster');
    await Promise.race([new EtcdTest(readExamples(options.manifests, [])).run(report), interrupted]);
    if (options.only.length === 1) return report.close();
  }
  const cluster = await openCluster(options);
  try {
    await Promise.race([test(report, new Kubectl(cluster.kubeconfig), examples, options), interrupted]);
  } finally {
    report.silence();
    await cluster.stop();
  }
  return report.close();
}

async function test(report: Report, kubectl: Kubectl, examples: Example[], options: Options): Promise<void> {
  const api = await KubeApi.connect(kubectl);
  const { gitVersion } = await api.get('/version');
  report.heading(`Kubernetes ${gitVersion} at ${api.server}`);
  await report.check('a wrong manifest', async () => wrongManifestIsRefused(kubectl, api));
  const discovery = await Discovery.of(api);
  if (isChosen(FEATURES, options)) {
    report.heading('features, each alone');
    await new FeatureTest(kubectl, api, discovery).run(report);
  }
  if (isChosen(CONTROL_PLANE, options)) {
    report.heading('the control plane');
    const namespaces = new BorrowedNamespaces(kubectl, api, discovery);
    await removeLeftovers(api, discovery);
    await new CopyTest(kubectl, api, discovery, namespaces).run(report);
    const tests = readExamples(options.manifests, []).map((example) => new TokenTest(example, kubectl, api, discovery, namespaces));
    for (const tokens of tests.filter(({ applies }) => applies)) await tokens.run(report);
    await report.check('namespaces deleted', () => namespaces.giveBack());
  }
  if (isChosen(INJECTION, options)) {
    report.heading('Agents that are added when pods are made');
    await new AdmissionTest(kubectl, api, discovery).run(report);
  }
  if (isChosen(SECURITY, options)) {
    report.heading('levels of Pod Security');
    await new PodSecurityTest(kubectl, api, discovery).run(report);
  }
  if (isChosen(UPGRADE, options)) {
    report.heading('one description after another');
    await new UpgradeTest(kubectl, api, discovery).run(report);
  }
  if (isChosen(OPERATOR, options)) {
    report.heading('every example by the Datadog Operator');
    await new OperatorTest(api, discovery).run(report);
  }
  if (options.upgradeFrom) {
    report.heading(`upgrades from ${options.upgradeFrom}`);
    const now = readExamples(options.manifests, options.only.filter((name) => !SECTIONS.includes(name)));
    await new UpgradeTest(kubectl, api, discovery).between(report, readExamples(options.upgradeFrom, []), now);
  }
  for (const example of examples) {
    report.heading(`${example.name} (${example.files} files)`);
    await new ExampleTest(example, kubectl, api, discovery, options).run(report);
  }
  api.close();
}

function isChosen(name: string, { only }: Options): boolean {
  return only.length === 0 || only.includes(name);
}

main().then(
  (passed) => process.exit(passed ? 0 : 1),
  (error) => {
    console.error(error instanceof Problem ? error.message : error);
    process.exit(1);
  },
);
