import { differences } from './compare';

/** A difference that the mechanism forces: where it is, and why. */
export interface Forced {
  readonly path: RegExp;
  readonly reason: string;
}

const REVISION: Forced = {
  path: /^\.annotations\.cdk8s-datadog\/secret-revision$/,
  reason: 'it rolls a Deployment out when the Secret changes, and a pod that is being made reads the Secret anyway',
};

/** Between the pod of the app and the pod of a policy of Kubernetes, or of Kyverno since 1.17. */
export const OF_POLICIES: Forced[] = [REVISION];

/** A ClusterPolicy cannot take out what the API server put into a list, so pods keep their account and the token of it. */
export const OF_CLUSTER_POLICY: Forced[] = [
  REVISION,
  {
    path: /^\.spec\.(serviceAccountName|serviceAccount|automountServiceAccountToken)$/,
    reason: 'the pod keeps the account default, which has to be named',
  },
  {
    path: /^\.spec\.(volumes|(containers|initContainers)\[\d+\]\.volumeMounts)\b/,
    reason: 'the token stays with the account, and is in all containers',
  },
];

/** Throws for what differs without a reason; returns the reasons that were needed. */
export function requireSameBut(forced: Forced[], expected: unknown, actual: unknown): string[] {
  const found = differences(expected, actual);
  const text = (value: unknown) => JSON.stringify(value)?.slice(0, 200) ?? 'nothing';
  const unexplained = found.filter(({ path }) => !forced.some((f) => f.path.test(path)));
  if (unexplained.length > 0) throw new Error(unexplained.map((d) => `${d.path}: should be ${text(d.expected)}, is ${text(d.actual)}`).join('\n'));
  return forced.filter((f) => found.some(({ path }) => f.path.test(path))).map(({ reason }) => reason);
}
