import type { DaemonSetSpec } from 'kubernetes-types/apps/v1';
import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { ClusterModel } from '../../model/cluster-model';
import { NodeAgentModel } from '../../model/node-agent-model';
import { DeliveredCluster } from '../../parts/delivered-cluster';
import { mergeParts, WholePart } from '../../parts/merge-node-agent-parts';
import { clusterAgent } from '../node-agent/base/connection';
import { nodeAgentDaemonSet } from '../node-agent/daemon-set';
import { wholePart } from '../node-agent/whole-part';
import { forKubernetes } from '../older-kubernetes';

/** The node Agents as our own manifests have them, from which the values are taken: then the two are the same. */
export interface NodePod {
  readonly nodeAgent: NodeAgentModel;
  readonly spec: DaemonSetSpec;
  readonly pod: PodSpec;
  readonly whole: WholePart;
  /** What the chart has no part in: what constructs add, and the certificate of the Cluster Agent's authority. */
  readonly added: WholePart;
  container(name: string): Container | undefined;
}

/** Nothing where no node has an Agent. */
export function nodePod({ model, nodeParts }: Pick<DeliveredCluster, 'model' | 'nodeParts'>): NodePod | undefined {
  const { nodeAgent } = model;
  if (!nodeAgent) return undefined;
  const whole = wholePart(model, nodeAgent, nodeParts);
  const spec: DaemonSetSpec = daemonSetSpec(model, nodeAgent, whole);
  const pod = spec.template.spec!;
  return {
    nodeAgent,
    spec,
    pod,
    whole,
    added: mergeParts([clusterAgent(model), ...nodeParts]),
    container: name => pod.containers.find(container => container.name === name),
  };
}

function daemonSetSpec(model: ClusterModel, nodeAgent: NodeAgentModel, whole: WholePart): DaemonSetSpec {
  return forKubernetes(model.platform.kubernetesVersion, nodeAgentDaemonSet(model, nodeAgent, whole)).spec;
}
