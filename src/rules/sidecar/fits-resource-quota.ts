import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { parseQuantity } from '../../base/quantity';
import { RESOURCE_QUOTA } from '../../facts/autoscaling';
import { isFargateAgent } from '../../manifest/containers';
import { Manifest, namespaceOf } from '../../manifest/manifest';
import { LocatedPods } from '../../manifest/manifest-set';
import { isObject, objectsIn } from '../../manifest/objects-in';
import { requestOf } from '../../manifest/pod-requests';
import { runsToCompletion } from '../../manifest/pod-template';
import { Rule } from '../rule';

type Amount = (container: Container) => unknown;

/** What a quota counts, by its names, and the amount of a container. */
const COUNTED: { readonly [name: string]: Amount } = {
  'cpu': c => requestOf(c, 'cpu'),
  'requests.cpu': c => requestOf(c, 'cpu'),
  'memory': c => requestOf(c, 'memory'),
  'requests.memory': c => requestOf(c, 'memory'),
  'limits.cpu': c => c.resources?.limits?.cpu,
  'limits.memory': c => c.resources?.limits?.memory,
};

export const fitsResourceQuota: Rule = {
  id: 'sidecar/fits-resource-quota',
  severity: 'warning',
  title: 'The pods of a namespace fit into its ResourceQuota with their Agents as well.',
  link: RESOURCE_QUOTA.source,
  check: ({ manifests }) => manifests.ofKind('ResourceQuota').filter(({ manifest: { spec } }) => !spec?.scopes && !spec?.scopeSelector).flatMap(at => {
    const pods = manifests.pods.filter(each => namespaceOf(each.manifest) === namespaceOf(at.manifest) && !runsToCompletion(each.manifest));
    if (!pods.some(each => manifests.sidecars.includes(each))) return [];
    const hard: unknown = at.manifest.spec?.hard;
    return !isObject(hard) ? [] : Object.entries(hard).flatMap(([name, given]: [string, unknown]) => {
      const most = parseQuantity(given);
      if (!Object.hasOwn(COUNTED, name) || most === undefined) return [];
      const [all, theirs] = [sum(pods, COUNTED[name], () => true), sum(pods, COUNTED[name], c => !isFargateAgent(c))];
      return all <= most || theirs > most ? [] : [{
        at,
        reason: `'${name}' of the workloads of the app in this namespace is within the quota without their Agents, and beyond it with them, so the last pods are refused`,
        remedy: `Raise '${name}' by what the Agents take, or lower 'cpu' and 'memory' of the sidecar`,
      }];
    });
  }),
};

function sum(pods: readonly LocatedPods[], amount: Amount, counts: (container: Container) => boolean): number {
  return pods.reduce((total, { manifest, pod }) => total + replicasOf(manifest) * ofPod(pod, amount, counts), 0);
}

function ofPod(pod: PodSpec, amount: Amount, counts: (container: Container) => boolean): number {
  return objectsIn(pod.containers).filter(counts).reduce((total, container) => total + (parseQuantity(amount(container)) ?? 0), 0);
}

function replicasOf({ kind, spec }: Manifest): number {
  if (kind === 'DaemonSet') return 0;
  return typeof spec?.replicas === 'number' ? spec.replicas : 1;
}
