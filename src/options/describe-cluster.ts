import { IConstruct } from 'constructs';
import { DatadogClusterOptions } from './cluster-options';
import { deliveryOf } from '../injection/delivery';
import { ClusterDescription } from '../model/cluster-description';

/** The options as plain data for the model, delivered as is usual at this place in the tree. */
export function describeCluster(options: DatadogClusterOptions, at: IConstruct): ClusterDescription {
  const { platform, credentials, site, clusterName, namespace, tags, agentVersion, registry, clusterAgentTls, features } = options;
  return {
    delivery: deliveryOf(at),
    platform: platform._description,
    credentials: credentials._model,
    site: site?.domain,
    clusterName,
    namespace,
    tags,
    agentVersion,
    registry,
    clusterAgentTls,
    features,
  };
}
