import { DatadogClusterOptions } from './cluster-options';
import { ClusterDescription } from '../model/cluster-description';
import { requireDescribed, requireSite } from '../requirements/cluster-description';

/** The options as plain data for the model. */
export function describeCluster(options: DatadogClusterOptions): ClusterDescription {
  const { platform, credentials, site, clusterName, namespace, tags, agentVersion, registry, clusterAgentTls, features } = options;
  // No type of theirs holds for who writes JavaScript.
  requireDescribed({ platform: platform?._description, clusterName, credentials: credentials?._model });
  requireSite(site);
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
