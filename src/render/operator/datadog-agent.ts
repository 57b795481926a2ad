import { overrides } from './components';
import { featureSpec } from './features';
import { globalSpec } from './global';
import { requireOperatorFields } from './limits';
import { OPERATOR, OPERATOR_ANNOTATIONS, OPERATOR_PROVIDERS } from '../../facts/operator';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { DatadogAgentSpec } from '../../parts/datadog-agent/datadog-agent-spec';
import { DeliveredCluster } from '../../parts/delivered-cluster';
import { OWN_LABELS } from '../../parts/labels';
import { some } from '../../parts/some';
import { forKubernetes } from '../older-kubernetes';
import { plain } from '../plain';

/**
 * The DatadogAgent that makes the Datadog Operator do what the plain manifests do. What the Operator has no part in is in
 * `notes.ts`. Throws a `ViolationError` for what it would have to do and cannot.
 */
export function datadogAgent(cluster: DeliveredCluster): Manifest {
  const { model, labels } = cluster;
  requireOperatorFields(cluster);
  const { global, features } = featureSpec(cluster);
  const spec: DatadogAgentSpec = { global: { ...globalSpec(model, labels), ...global }, features, override: overrides(cluster, features) };
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
