import { matchesSelector } from './fargate-profile';
import { podLabelsOf } from './fargate-reach';
import { namespaceOf } from './manifest';
import { LocatedPods } from './manifest-set';
import { COMPONENT_LABEL } from '../facts/cluster-agent';
import { FARGATE_OPT_OUT, FARGATE_PROFILE_LABEL } from '../facts/fargate';

/** Something that adds Agents to pods when they are made. */
export interface KnownInjection {
  readonly name: string;
  /** By the webhook of the Cluster Agent, whose env vars say the same. */
  readonly webhook: boolean;
  /** Namespaces where pods that name no account get one that is bound, with a token for the Agent alone. */
  readonly ownAccounts?: readonly string[];
  /** It mounts a token for the Agent where the pod turns its own off. */
  readonly ownToken?: boolean;
  readonly match: InjectedPods;
  /** Requests and limits of the Agent, as quantities. */
  readonly resources?: { readonly cpu: string; readonly memory: string };
}

export interface InjectedPods {
  readonly groups: ReadonlyArray<{ readonly namespaces: readonly string[]; readonly labels: { readonly [name: string]: string } }>;
  readonly profiles?: readonly string[];
}

/** The pods of the workload are among those that get an Agent. */
export function injects({ groups, profiles }: InjectedPods, { manifest, template }: Pick<LocatedPods, 'manifest' | 'template'>): boolean {
  const labels = podLabelsOf({ template });
  if (manifest.kind === 'DaemonSet' || Object.hasOwn(labels, COMPONENT_LABEL.name)) return false;
  if (profiles && Object.hasOwn(labels, FARGATE_PROFILE_LABEL.name) && !profiles.includes(labels[FARGATE_PROFILE_LABEL.name])) return false;
  if (profiles && template.metadata?.annotations?.[FARGATE_OPT_OUT.annotation] === FARGATE_OPT_OUT.value) return false;
  const namespace = namespaceOf(manifest);
  return groups.some(group => group.namespaces.some(name => matchesSelector(namespace, labels, { namespace: name, labels: group.labels })));
}
