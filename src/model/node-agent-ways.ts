import { NodeAgentContext, NodeAgentModel } from './node-agent-model';
import { isAtLeast } from '../base/versions';
import { KUBERNETES_FEATURES } from '../facts/kubernetes-versions';
import { WaysToNodeAgent } from '../requirements/config-mode';

type Intake = 'apm' | 'dogstatsd';

/** What listens is on the address of its node. Where somebody else brings the Agents of nodes, their ports are taken to be there. */
export function isOnAddressOfNode(name: Intake, nodeAgent: NodeAgentModel | undefined): boolean {
  return !nodeAgent || nodeAgent.hostPorts[name] || nodeAgent.hostNetwork;
}

/** A Service can be kept from leading to the Agent of another node. */
export function canHaveLocalService(kubernetesVersion: string): boolean {
  return isAtLeast(kubernetesVersion, KUBERNETES_FEATURES.internalTrafficPolicy.since);
}

/** By which modes of the webhook each intake of the node Agents is reached; nothing for one that is off. */
export function waysToNodeAgent(nodeAgent: NodeAgentModel, { platform, kubernetesVersion, features }: NodeAgentContext): WaysToNodeAgent {
  const ways = (name: Intake) => {
    const { socket, port } = features[name];
    if (!socket && !port) return undefined;
    return [
      ...socket && !platform.noSockets ? ['socket'] : [],
      ...port && isOnAddressOfNode(name, nodeAgent) ? ['hostip'] : [],
      ...port && canHaveLocalService(kubernetesVersion) ? ['service'] : [],
    ];
  };
  return { apm: ways('apm'), dogstatsd: ways('dogstatsd') };
}
