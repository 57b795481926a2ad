import type { PodSpec, Toleration } from 'kubernetes-types/core/v1';
import { FARGATE_NODE } from '../../facts/fargate';
import { SYSTEM_TAINTS, TAINTS } from '../../facts/taints';
import { allContainers } from '../../manifest/containers';
import { isDatadogs, nodeAgents } from '../../manifest/node-agents';
import { isObject, objectsIn } from '../../manifest/objects-in';
import { describeToleration, tolerationCovers } from '../../manifest/tolerations';
import { isOnFargate } from '../fargate-pods';
import { Rule } from '../rule';

export const nodeAgentTolerates: Rule = {
  id: 'placement/node-agent-tolerates',
  severity: 'warning',
  title: 'The node Agent tolerates the taints of node groups that workloads of the cluster are meant for.',
  link: TAINTS.source,
  check: context => {
    const agents = nodeAgents(context.manifests);
    if (agents.length === 0) return [];
    const theirs = agents.flatMap(({ pod }) => objectsIn(pod.tolerations));
    return context.manifests.pods
      .filter(at => at.manifest.kind !== 'DaemonSet' && !isDatadogs(at) && !isOnFargate(at, context) && (choosesNodes(at.pod) || asksForDevice(at.pod)))
      .flatMap(at => {
        const missing = objectsIn(at.pod.tolerations).filter(isForANodeGroup).filter(t => !theirs.some(agent => tolerationCovers(agent, t)));
        return missing.length === 0 ? [] : [{
          at,
          reason: `its pods ${choosesNodes(at.pod) ? 'choose nodes' : 'ask for a device, which some nodes have,'} and tolerate ${missing.map(describeToleration).join(' and ')}, which the node Agent does not: on nodes with such a taint there is no Agent for them`,
          remedy: `Add ${missing.map(describeToleration).join(', ')} to 'tolerations' of the node Agent`,
        }];
      });
  },
};

/** Tolerations alone may be there for any node. */
function choosesNodes({ nodeSelector, affinity }: PodSpec): boolean {
  return (isObject(nodeSelector) && Object.keys(nodeSelector).length > 0)
    || objectsIn(affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms).length > 0;
}

/** A GPU and the like, by a name with a prefix: the scheduler takes the nodes that have it, without a choice in the pod. */
function asksForDevice(pod: PodSpec): boolean {
  return allContainers(pod).some(({ resources }) => Object.keys({ ...resources?.requests, ...resources?.limits }).some(name => name.includes('/')));
}

function isForANodeGroup({ key, effect }: Toleration): boolean {
  return typeof key === 'string' && key !== '' && key !== FARGATE_NODE.key && effect !== 'PreferNoSchedule'
    && !key.startsWith(SYSTEM_TAINTS.prefix);
}
