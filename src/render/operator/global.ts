import { CONTAINER_RUNTIMES, HOST_FILES } from '../../facts/node-host';
import { ClusterModel } from '../../model/cluster-model';
import { DatadogAgentSpec } from '../../parts/datadog-agent/datadog-agent-spec';
import { some } from '../../parts/some';

type Texts = { readonly [name: string]: string };

/** What the components have in common. */
export function globalSpec(model: ClusterModel, labels: Texts): NonNullable<DatadogAgentSpec['global']> {
  const { credentials: { secret } } = model;
  return {
    clusterName: model.clusterName,
    site: model.site,
    registry: model.registry,
    ...some('tags', model.tags),
    ...some('commonLabels', labels),
    // The application key goes to the Cluster Agent alone, and from here it would go to every Agent.
    credentials: { apiSecret: { secretName: secret.name, keyName: secret.apiKey } },
    clusterAgentTokenSecret: { secretName: secret.name, keyName: secret.token },
    // Those of the Operator's own cut off every sidecar of another namespace.
    networkPolicy: { create: false },
    ...nodeSpec(model),
  };
}

/** What is said of nodes; nothing where no node has an Agent. */
function nodeSpec({ nodeAgent, delivery }: ClusterModel): NonNullable<DatadogAgentSpec['global']> {
  if (!nodeAgent) return {};
  const { runtime, criSocketPath, kubeletTlsVerify, kubeletCaPath } = nodeAgent.host;
  return {
    localService: { nameOverride: delivery.nodeAgent.serviceName },
    ...CONTAINER_RUNTIMES[runtime].docker ? { dockerSocketPath: criSocketPath } : { criSocketPath },
    ...some('kubelet', {
      ...kubeletTlsVerify !== undefined && { tlsVerify: kubeletTlsVerify },
      ...kubeletCaPath !== undefined && { hostCAPath: kubeletCaPath, agentCAPath: HOST_FILES.kubeletCa },
    }),
  };
}
