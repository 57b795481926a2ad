import { clusterFeatures } from './cluster-features';
import { overrides } from './components';
import { DatadogAgentSpec } from './datadog-agent-spec';
import { globalSpec } from './global';
import { requireOperatorFields } from './limits';
import { nodeFeatures } from './node-features';
import { OperatorFeatures } from './own-env';
import { OPERATOR, OPERATOR_ANNOTATIONS, OPERATOR_PROVIDERS } from '../../facts/operator';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { DeliveredCluster } from '../deliveries/delivered-cluster';
import { OWN_LABELS } from '../labels';
import { forKubernetes } from '../older-kubernetes';
import { plain } from '../plain';
import { some } from '../some';

/**
 * The DatadogAgent that makes the Datadog Operator do what the plain manifests do. What the Operator has no part in is listed in
 * `coverage.ts`. Throws a `ViolationError` for what it would have to do and cannot.
 */
export function datadogAgent(cluster: DeliveredCluster): Manifest {
  const { model, webhook, labels } = cluster;
  requireOperatorFields(cluster);
  const features: OperatorFeatures = { ...nodeFeatures(model), ...clusterFeatures(model, webhook) };
  const spec: DatadogAgentSpec = { global: globalSpec(model, labels), features, override: overrides(cluster, features) };
  const { apiVersion, kind, name } = OPERATOR;
  return forKubernetes(model.platform.kubernetesVersion, plain({
    apiVersion,
    kind,
    metadata: { name, namespace: model.namespace, labels: { ...OWN_LABELS }, ...some('annotations', annotations(model)) },
    spec,
  }));
}

function annotations({ platform: { fact }, nodeAgent }: ClusterModel): { readonly [name: string]: string } {
  const { byPlatform, bySystem } = OPERATOR_PROVIDERS;
  const systems: { readonly [id: string]: string } = bySystem;
  const platforms: { readonly [id: string]: string } = byPlatform;
  const provider = (nodeAgent && systems[nodeAgent.host.system]) ?? platforms[fact.id];
  return {
    ...provider !== undefined && { [OPERATOR_ANNOTATIONS.provider]: provider },
    ...nodeAgent?.fineGrainedKubelet && { [OPERATOR_ANNOTATIONS.fineGrainedKubelet]: 'true' },
  };
}
