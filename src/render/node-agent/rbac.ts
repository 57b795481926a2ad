import { NODE_AGENT } from '../../facts/node-agent';
import { FINE_GRAINED_KUBELET_PERMISSIONS, KUBELET_PERMISSIONS, PROXY_KUBELET_PERMISSIONS } from '../../facts/node-agent-permissions';
import { PermissionFact } from '../../facts/permission';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { NodeAgentModel } from '../../model/node-agent-model';
import { componentLabels } from '../../parts/labels';
import { WholePart } from '../../parts/merge-node-agent-parts';
import { accountSubject, policyRules, roleAndBinding, serviceAccount } from '../../parts/rbac';

/** The account of the node Agents with what they use: the kubelet of their node, and what parts of the pod ask for. */
export function nodeAgentRbac(model: ClusterModel, nodeAgent: NodeAgentModel, whole: WholePart): Manifest[] {
  const { namespace, delivery: { nodeAgent: { name, serviceAccountName } } } = model;
  const labels = componentLabels(NODE_AGENT.component);
  const granted = [...kubeletPermissions(nodeAgent), ...whole.permissions];
  const role = (scope: PermissionFact['scope']) => ({
    name,
    labels,
    rules: policyRules(granted.filter(p => p.scope === scope)),
    subjects: [accountSubject(serviceAccountName, namespace)],
  });
  return [
    serviceAccount(serviceAccountName, namespace, labels, nodeAgent.serviceAccountAnnotations),
    ...roleAndBinding(role('cluster')),
    ...roleAndBinding({ ...role('namespace'), namespace }),
  ];
}

function kubeletPermissions({ fineGrainedKubelet }: NodeAgentModel): readonly PermissionFact[] {
  return [...KUBELET_PERMISSIONS, ...fineGrainedKubelet ? FINE_GRAINED_KUBELET_PERMISSIONS : PROXY_KUBELET_PERMISSIONS];
}
