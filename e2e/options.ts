import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { CRDS } from './crds';
import { Problem } from './problem';

export interface Options {
  /** Start the cluster of e2e/cluster and stop it at the end, in place of using the one that KUBECONFIG names. */
  readonly start: boolean;
  /** The Kubernetes minor that `start` starts. */
  readonly kubernetes: string;
  /** The sets of CustomResourceDefinitions that `start` applies. */
  readonly crds: string[];
  /** A folder with one folder of manifests for each example. */
  readonly manifests: string;
  /** The folder with `<example>.permissions.yaml` and `<example>.placement.yaml`. */
  readonly expectations: string;
  readonly updateExpectations: boolean;
  /** A folder as `manifests`, of an earlier version: each example is applied on top of what it was there. */
  readonly upgradeFrom?: string;
  /** Ask every account every question, also those that none of its rules could be about. */
  readonly everyQuestion: boolean;
  /** Run these examples and no others, `features` being the table of features, `control-plane` and `etcd` the checks of the control plane, `injection` the policies that add Agents, `pod-security` the levels that the API server enforces, `upgrade` the changes of descriptions; empty means all. */
  readonly only: string[];
}

const ROOT = path.join(__dirname, '..');

const USAGE = `npm run e2e -- [options]
  Applies every synthesized example to a real Kubernetes API server: the one that KUBECONFIG names, or with --start its own.

  --start                 start the cluster of e2e/cluster, and stop it at the end
  --kubernetes 1.36       the Kubernetes minor that --start starts (1.33 is the other)
  --crds NAMES            the sets of CRDs that --start applies, separated by commas (default ${CRDS.join()})
  --manifests DIR         the examples' manifests (default dist/examples)
  --only NAME             only this example, or 'features', 'control-plane', 'injection', 'pod-security', 'upgrade', 'operator', or 'etcd', which needs no cluster; may be repeated
  --upgrade-from DIR      manifests of an earlier version: each example is applied on top of them as well
  --expectations DIR      the expected permissions and placements (default e2e/expectations)
  --update-expectations   write what is expected instead of comparing with it; review the difference
  --every-question        ask every account also what none of its rules could be about, of which a sample is asked otherwise`;

export function readOptions(args: string[]): Options {
  const values = parse(args);
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  return {
    start: values.start!,
    kubernetes: values.kubernetes!,
    crds: values.crds!.split(',').filter(Boolean),
    manifests: path.resolve(values.manifests!),
    expectations: path.resolve(values.expectations!),
    updateExpectations: values['update-expectations']!,
    upgradeFrom: values['upgrade-from'] === undefined ? undefined : path.resolve(values['upgrade-from']),
    everyQuestion: values['every-question']!,
    only: values.only!,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        'start': { type: 'boolean', default: false },
        'kubernetes': { type: 'string', default: '1.36' },
        'crds': { type: 'string', default: CRDS.join() },
        'manifests': { type: 'string', default: path.join(ROOT, 'dist', 'examples') },
        'expectations': { type: 'string', default: path.join(__dirname, 'expectations') },
        'update-expectations': { type: 'boolean', default: false },
        'every-question': { type: 'boolean', default: false },
        'upgrade-from': { type: 'string' },
        'only': { type: 'string', multiple: true, default: [] },
        'help': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Problem(`${(error as Error).message}\n\n${USAGE}`);
  }
}
