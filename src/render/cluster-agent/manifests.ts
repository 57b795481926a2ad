import { checksConfigMap } from './config-map';
import { clusterAgentDeployment } from './deployment';
import { fixedAddressService } from './fixed-address';
import { clusterAgentRbac } from './rbac';
import { clusterAgentService } from './service';
import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { clusterAgentPart } from '../../features/contributions';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { SidecarInjectionModel } from '../../model/sidecar-injection';
import { disruptionBudget } from '../disruption-budget';
import { forKubernetes } from '../older-kubernetes';

/** Everything of the Cluster Agent, what others depend on first. */
export function clusterAgentManifests(model: ClusterModel, webhook?: SidecarInjectionModel): Manifest[] {
  return [
    ...clusterAgentRbac(model),
    ...checksConfigMap(model),
    clusterAgentService(model),
    ...fixedAddressService(model),
    ...clusterAgentPart(model).manifests,
    clusterAgentDeployment(model, webhook),
    ...model.clusterAgent.replicas > 1
      ? [disruptionBudget(CLUSTER_AGENT.name, model.namespace, CLUSTER_AGENT.component, { minAvailable: 1 })]
      : [],
  ].map(manifest => forKubernetes(model.platform.kubernetesVersion, manifest));
}
