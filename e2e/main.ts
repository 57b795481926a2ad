import { openCluster } from './cluster';
import { wrongManifestIsRefused } from './control';
import { Discovery } from './discovery';
import { Example, readExamples } from './example-files';
import { ExampleTest } from './example-test';
import { KubeApi } from './kube-api';
import { Kubectl } from './kubectl';
import { Options, readOptions } from './options';
import { Problem } from './problem';
import { Report } from './report';

async function main(): Promise<boolean> {
  const options = readOptions(process.argv.slice(2));
  const examples = readExamples(options.manifests, options.only);
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
