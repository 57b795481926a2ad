import { ciliumSpec } from './cilium';
import { componentFlows } from './flows';
import { kubernetesSpec } from './kubernetes';
import { CILIUM } from '../../facts/network';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { NetworkPolicyModel } from '../../model/network-policy';
import { componentLabels } from '../../parts/labels';
import { NodeAgentPart } from '../../parts/node-agent-part';

/**
 * A policy for each component of ours. `namespaces` are those with Agents that talk to the Cluster Agent, `parts` what
 * constructs add to the pods of the node Agents.
 */
export function networkPolicyManifests(
  model: ClusterModel,
  policy: NetworkPolicyModel,
  namespaces: readonly string[],
  parts: readonly NodeAgentPart[] = [],
): Manifest[] {
  return componentFlows(model, policy, namespaces, parts).map(flows => ({
    ...policy.flavor === 'cilium'
      ? { apiVersion: CILIUM.apiVersion, kind: 'CiliumNetworkPolicy' }
      : { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' },
    metadata: { name: flows.name, namespace: model.namespace, labels: componentLabels(flows.component) },
    spec: policy.flavor === 'cilium' ? ciliumSpec(flows, policy, model.site) : kubernetesSpec(flows, policy),
  }));
}
