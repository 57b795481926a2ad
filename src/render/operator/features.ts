import { AGENT_IMAGE } from '../../facts/agent-images';
import { SIDECAR_WEBHOOK } from '../../facts/sidecar-injection';
import { operatorTrees } from '../../features/deliveries';
import { OperatorFeatures } from '../../features/feature';
import { OFF } from '../../features/shared/off';
import { SidecarInjectionModel } from '../../model/sidecar-injection';
import { deepMerge, Tree } from '../../parts/deep-merge';
import { DeliveredCluster } from '../../parts/delivered-cluster';
import { webhookProfile, webhookSelector } from '../sidecar-injection/webhook-env';

type SidecarInjection = NonNullable<NonNullable<OperatorFeatures['admissionController']>['agentSidecarInjection']>;

/** What the features say in the DatadogAgent, with what the Operator has on by default and the library does in its own way. */
export function featureSpec({ model, webhook }: DeliveredCluster): { readonly global: object; readonly features: OperatorFeatures } {
  const own: Tree = {
    from: 'the delivery',
    tree: {
      features: {
        // It has one of the Operator's own choice, from Agent 7.84 on.
        dataPlane: OFF,
        // ControlPlaneChecks does it, on more platforms, and twice would be too much.
        controlPlaneMonitoring: OFF,
        ...webhook && { admissionController: { agentSidecarInjection: sidecarInjection(webhook) } },
      },
    },
  };
  const { global = {}, features } = deepMerge([own, ...operatorTrees(model)]);
  return { global, features };
}

function sidecarInjection(webhook: SidecarInjectionModel): SidecarInjection {
  const { cluster } = webhook;
  return {
    enabled: true,
    provider: SIDECAR_WEBHOOK.provider,
    clusterAgentCommunicationEnabled: true,
    // The ConfigMaps with the authority are the library's own.
    clusterAgentTlsVerification: { enabled: cluster.clusterAgentTls !== undefined, copyCaConfigMap: false },
    registry: cluster.registry,
    image: { name: AGENT_IMAGE.name, tag: cluster.agentVersion },
    selectors: [webhookSelector(webhook)],
    profiles: [webhookProfile(webhook)],
  };
}
