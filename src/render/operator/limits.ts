import type { VolumeMount } from 'kubernetes-types/core/v1';
import { extraInitContainers, isScript } from './init-scripts';
import { ViolationError } from '../../base/violation';
import { DELIVERIES } from '../../facts/deliveries';
import { OPERATOR, OPERATOR_LABELS, OPERATOR_LIMITS } from '../../facts/operator';
import { ClusterModel } from '../../model/cluster-model';
import { DeliveredCluster } from '../deliveries/delivered-cluster';
import { mergeParts } from '../node-agent/merge';
import { AGENT } from '../node-agent/names';
import { wholePart } from '../node-agent/whole-part';

/** Something that the Operator can be told only in part, or not at all. */
export interface OperatorLimit {
  /** Path in the model; absent for what constructs add to it. */
  readonly path?: string;
  /** Name of the option, as users write it. */
  readonly option: string;
  /** Why the Operator cannot do it. */
  readonly reason: string;
  readonly link: string;
  /** Deliveries that can do it, beside the plain manifests, which can do everything. */
  readonly others?: ReadonlyArray<'helm'>;
  /** True for a cluster that asks for it. */
  readonly isReached: (cluster: DeliveredCluster) => boolean;
}

const { containers, daemonSet, mounts, runners } = OPERATOR_LIMITS;

export const LIMITS: readonly OperatorLimit[] = [
  {
    path: 'nodeAgent.minReadySeconds',
    option: 'nodeAgent.minReadySeconds',
    reason: 'of the DaemonSet it is told the strategy, and not how long a pod must have been ready',
    link: daemonSet.source,
    isReached: ({ model }) => model.nodeAgent?.minReadySeconds !== undefined,
  },
  {
    path: 'features.clusterChecks',
    option: 'clusterCheckRunners.enabled',
    reason: 'it has no runners where cluster checks are off',
    link: runners.source,
    isReached: ({ model: { features, clusterCheckRunners } }) => clusterCheckRunners !== undefined && !features.clusterChecks,
  },
  mountLimit('clusterAgent', model => model.clusterAgent.volumeMounts),
  mountLimit('clusterCheckRunners', model => model.clusterCheckRunners?.volumeMounts),
  mountLimit('nodeAgent', model => model.nodeAgent?.volumeMounts),
  {
    option: 'labels',
    reason: `it refuses names that begin with ${OPERATOR_LABELS.prefixes.join(' or ')}, and drops ${OPERATOR_LABELS.names.join(', ')}, which it sets itself`,
    link: OPERATOR_LABELS.source,
    isReached: ({ labels }) => Object.keys(labels).some(name =>
      OPERATOR_LABELS.prefixes.some(prefix => name.startsWith(prefix)) || (OPERATOR_LABELS.names as readonly string[]).includes(name)),
  },
  {
    option: 'init containers of the node Agents',
    reason: 'it adds none, and one of its own can only take over a script of bash',
    link: containers.source,
    isReached: ({ model, nodeParts }) => extraInitContainers(nodeParts).some(container => !isScript(container, model.agentImage)),
  },
  {
    option: 'containers of the node Agents',
    reason: 'it adds a container by its features alone, and none of them that is on has this one',
    link: containers.source,
    isReached: ({ model, nodeParts }) => {
      const { nodeAgent } = model;
      if (!nodeAgent) return false;
      const byFeatures = [AGENT, ...wholePart(model, nodeAgent).containers];
      return mergeParts(nodeParts).containers.some(name => !byFeatures.includes(name));
    },
  },
];

function mountLimit(name: string, of: (model: ClusterModel) => readonly VolumeMount[] | undefined): OperatorLimit {
  return {
    path: `${name}.volumeMounts[]`,
    option: `${name}.volumeMounts`,
    reason: 'one volume is mounted twice, and it would put the second mount in the place of the first',
    link: mounts.source,
    others: ['helm'],
    isReached: ({ model }) => {
      const names = (of(model) ?? []).map(mount => mount.name);
      return new Set(names).size < names.length;
    },
  };
}

/** Throws for the first thing that the DatadogAgent could not say. */
export function requireOperatorFields(cluster: DeliveredCluster): void {
  const limit = LIMITS.find(({ isReached }) => isReached(cluster));
  if (!limit) return;
  const able = (['manifests', ...limit.others ?? []] as const).map(id => `${DELIVERIES[id].title} (${DELIVERIES[id].construct})`);
  throw new ViolationError({
    rule: 'operator/has-field',
    reason: `what '${limit.option}' asks for cannot be said to the Datadog Operator ${OPERATOR.version}: ${limit.reason}`,
    remedy: `Leave it at its default where you use the Datadog Operator, or use ${able.join(' or ')}, which can do it`,
    link: limit.link,
  });
}
