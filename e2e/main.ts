import { openCluster } from './cluster';
import { wrongManifestIsRefused } from './control';
import { Discovery } from './discovery';
import { Example, readExamples } from './example-files';
import { ExampleTest } from './example-test';
import { FeatureTest } from './feature-test';
import { KubeApi } from './kube-api';
import { Kubectl } from './kubectl';
import { Options, readOptions } from './options';
import { Problem } from './problem';
import { Report } from './report';

/** Can be named with `--only` as an example can. */
const FEATURES = 'features';

async function main(): Promise<boolean> {
  const options = readOptions(process.argv.slice(2));
  const named = options.only.filter((name) => name !== FEATURES);
  const examples = options.only.length > 0 && named.length === 0 ? [] : readExamples(options.manifests, named);
  // Heard from the beginning, so that a cluster that is just being started is stopped as well.
  const interrupted = new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => reject(new Problem(`Ended by ${signal}.`)));
  });
  interrupted.catch(() => undefined);
  const cluster = await openCluster(options);
  const report = new Report();
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
  if (options.only.length === 0 || options.only.includes(FEATURES)) {
    report.heading('features, each alone');
    await new FeatureTest(kubectl, api, discovery).run(report);
  }
  for (const example of examples) {
    report.heading(`${example.name} (${example.files} files)`);
    await new ExampleTest(example, kubectl, api, discovery, options).run(report);
  }
  api.close();
}

main().then(
  (passed) => process.exit(passed ? 0 : 1),
  (error) => {
    console.error(error instanceof Problem ? error.message : error);
    process.exit(1);
  },
);
