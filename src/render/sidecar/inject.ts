import type { Container, Volume } from 'kubernetes-types/core/v1';
import { agentContainer, configCopy } from './agent-container';
import { agentVolumes } from './agent-volumes';
import { withAgent } from './application';
import { requireRoom } from './conflicts';
import { requirePodResources } from './pod-resources';
import { forPod } from './reach';
import { SIDECAR } from '../../facts/sidecar';
import { allContainers } from '../../manifest/containers';
import { PodTemplate } from '../../manifest/pod-template';
import { namedServiceAccount } from '../../manifest/service-account';
import { ClusterModel } from '../../model/cluster-model';
import { secretRevision } from '../credentials/revision';
import { withSafeToEvict } from '../safe-to-evict';
import { serviceTagLabels } from '../service-tags';

export interface InjectionOptions {
  /** The pod is meant to end. */
  readonly runsToCompletion: boolean;
  /** The ServiceAccount of a pod that names none. */
  readonly defaultServiceAccount: string;
  /** The last word on the Agent's container. */
  readonly patch?: (container: Container) => Container;
}

/**
 * The pod with the Agent in it: what Datadog's own webhook makes, and what it leaves to the user.
 * Twice changes nothing. Throws a `ViolationError` where there is no room for the Agent.
 */
export function injectSidecar(template: PodTemplate, cluster: ClusterModel, options: InjectionOptions): PodTemplate {
  const { spec } = template;
  const model = forPod(cluster, spec);
  const named = namedServiceAccount(spec);
  // What the Agent may do is not for the application. A pod that turns its token off, or whose account is ours, gets the
  // token in the Agent's container alone.
  const ownToken = spec.automountServiceAccountToken === false || (!named && spec.automountServiceAccountToken === undefined);
  const agentVolumeList = agentVolumes(model, ownToken);
  const volumes = agentVolumeList.map(({ volume }) => volume);
  const rendered = agentContainer(model, agentVolumeList, options.runsToCompletion);
  const agent = options.patch?.(rendered) ?? rendered;
  if (allContainers(spec).some(c => isSame(c, agent))) return template;
  const helpers = configCopy(model);
  requireRoom(spec, [...helpers, agent], volumes);

  const native = model.sidecar.placement === 'native';
  const initContainers = [
    ...helpers,
    ...native ? [agent] : [],
    ...(spec.initContainers ?? []).map(c => withAgent(c, model)),
  ];
  const injected = {
    ...spec,
    serviceAccountName: named ?? options.defaultServiceAccount,
    ...ownToken && { automountServiceAccountToken: false },
    shareProcessNamespace: true,
    ...initContainers.length > 0 && { initContainers },
    containers: [...(spec.containers ?? []).map(c => withAgent(c, model)), ...native ? [] : [agent]],
    ...volumes.length > 0 && { volumes: [...spec.volumes ?? [], ...volumes] },
  };
  requirePodResources(injected, model);
  return { metadata: withMetadata(template, model, { volumes, ...options }), spec: injected };
}

function withMetadata(
  { metadata }: PodTemplate,
  model: ClusterModel,
  { volumes, runsToCompletion }: { readonly volumes: readonly Volume[]; readonly runsToCompletion: boolean },
): PodTemplate['metadata'] {
  const tags = serviceTagLabels(model);
  const emptyDirs = volumes.filter(v => v.emptyDir).map(v => v.name);
  const annotations = {
    ...emptyDirs.length > 0 && withSafeToEvict(emptyDirs, metadata?.annotations),
    // The template of a Job cannot be changed, and its next run reads the Secret anyway.
    ...!runsToCompletion && secretRevision(model),
  };
  return {
    ...metadata,
    // What the user wrote wins.
    ...Object.keys(tags).length > 0 && { labels: { ...tags, ...metadata?.labels } },
    ...Object.keys(annotations).length > 0 && { annotations: { ...metadata?.annotations, ...annotations } },
  };
}

function isSame(container: Container, agent: Container): boolean {
  return container.name === SIDECAR.containerName && canonical(container) === canonical(agent);
}

function canonical(json: unknown): string {
  return JSON.stringify(json, (_, v) => v && typeof v === 'object' && !Array.isArray(v)
    ? Object.fromEntries(Object.entries(v as object).sort(([a], [b]) => a < b ? -1 : 1))
    : v);
}

