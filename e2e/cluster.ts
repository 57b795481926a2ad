import { spawn } from 'node:child_process';
import * as os from 'node:os';
import * as path from 'node:path';
import { CRDS } from './crds';
import { Options } from './options';
import { Problem } from './problem';

const RECIPE = path.join(__dirname, 'cluster');

/** Where the recipe keeps what it builds; the same default as in cluster/common.sh. */
export const CLUSTER_HOME = process.env.CLUSTER_HOME ?? path.join(os.homedir(), '.cache', 'cdk8s-datadog-cluster');

export interface Cluster {
  readonly kubeconfig: string;
  stop(): Promise<void>;
}

/** The cluster that KUBECONFIG names, or the recipe's own where `--start` asks for it. */
export async function openCluster(options: Options): Promise<Cluster> {
  if (options.start) return startCluster(options);
  const kubeconfig = process.env.KUBECONFIG;
  if (!kubeconfig) throw new Problem(`KUBECONFIG is not set. ${REMEDY}`);
  return { kubeconfig, stop: async () => undefined };
}

export const REMEDY = [
  'Name a cluster for tests, or start one:',
  `  e2e/cluster/build.sh && e2e/cluster/fetch-crds.sh ${CRDS.join(' ')}   # once, some minutes`,
  `  FRESH=1 CRDS="${CRDS.join(' ')}" e2e/cluster/start.sh   # seconds; prints the KUBECONFIG to export`,
  'or let this command do all of that and stop it at the end: npm run e2e -- --start',
].join('\n');

async function startCluster({ kubernetes, crds }: Options): Promise<Cluster> {
  const environment = { KUBERNETES: kubernetes, CRDS: crds.join(' '), FRESH: '1' };
  await script('build.sh', ['k8s'], environment);
  if (kubernetes !== '1.36') await script('build.sh', [`k8s-${kubernetes}`], environment);
  if (crds.length > 0) await script('fetch-crds.sh', crds, environment);
  await script('start.sh', [], environment);
  return {
    kubeconfig: path.join(CLUSTER_HOME, 'kubeconfig'),
    stop: async () => script('stop.sh', [], environment),
  };
}

async function script(name: string, args: string[], environment: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(RECIPE, name), args, { stdio: 'inherit', env: { ...process.env, ...environment } });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Problem(`e2e/cluster/${name} failed (exit code ${code}).`))));
  });
}
