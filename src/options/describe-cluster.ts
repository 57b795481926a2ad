import { IConstruct } from 'constructs';
import { DatadogClusterOptions } from './cluster-options';
import { deliveryOf } from '../injection/delivery';
import { ClusterDescription } from '../model/cluster-description';
import { requireDescribed, requireSite } from '../requirements/cluster-description';

/** The options as plain data for the model, delivered as is usual at this place in the tree. */
export function describeCluster(options: DatadogClusterOptions, at: IConstruct): ClusterDescription {
  const { platform, credentials, site, clusterName, namespace, tags, agentVersion, registry, clusterAgentTls, features } = options;
  // No type of theirs holds for who writes JavaScript.
  requireDescribed({ platform: platform?._description, clusterName, credentials: credentials?._model });
  requireSite(site);
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
