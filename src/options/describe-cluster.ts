import { DatadogClusterOptions } from './cluster-options';
import { ClusterDescription } from '../model/cluster-description';

/** The options as plain data for the model. */
export function describeCluster(options: DatadogClusterOptions): ClusterDescription {
  const { platform, credentials, site, clusterName, namespace, tags, agentVersion, registry, clusterAgentTls, features } = options;
  return {
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
