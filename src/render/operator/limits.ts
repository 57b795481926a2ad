import type { VolumeMount } from 'kubernetes-types/core/v1';
import { extraInitContainers } from './init-scripts';
import { OPERATOR, OPERATOR_LABELS, OPERATOR_LIMITS } from '../../facts/operator';
import { featureLimits } from '../../features/deliveries';
import { ClusterModel } from '../../model/cluster-model';
import { DeliveredCluster } from '../../parts/delivered-cluster';
import { Limit, requireWithinLimits } from '../../parts/delivery-limit';
import { mergeParts } from '../../parts/merge-node-agent-parts';
import { AGENT } from '../../parts/node-agent-containers';
import { isScript } from '../deliveries/script';
import { wholePart } from '../node-agent/whole-part';

const { containers, daemonSet, mounts, runners } = OPERATOR_LIMITS;

export const LIMITS: readonly Limit[] = [
  ...featureLimits('operator'),
  {
    option: 'nodeAgent.minReadySeconds',
    reason: 'of the DaemonSet it is told the strategy, and not how long a pod must have been ready',
    link: daemonSet.source,
    isReached: ({ model }) => model.nodeAgent?.minReadySeconds !== undefined,
  },
  {
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
    reason: `it refuses names that begin with ${OPERATOR_LABELS.prefixes.join(' or ')}`,
    link: OPERATOR_LABELS.source,
    others: ['helm'],
    isReached: ({ labels }) => Object.keys(labels).some(name => OPERATOR_LABELS.prefixes.some(prefix => name.startsWith(prefix))),
  },
  {
    option: 'labels',
    reason: `it drops ${OPERATOR_LABELS.names.join(', ')}, which it sets itself`,
    link: OPERATOR_LABELS.source,
    isReached: ({ labels }) => Object.keys(labels).some(name => (OPERATOR_LABELS.names as readonly string[]).includes(name)),
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

function mountLimit(name: string, of: (model: ClusterModel) => readonly VolumeMount[] | undefined): Limit {
  return {
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
  requireWithinLimits({ rule: 'operator/has-field', told: `to the Datadog Operator ${OPERATOR.version}`, limits: LIMITS }, cluster);
}
