import type { EnvVar } from 'kubernetes-types/core/v1';
import { Feature } from './feature';
import { FEATURES } from './registry';
import { oncePer } from '../base/once-per';
import { ClusterModel } from '../model/cluster-model';
import { ClusterAgentPart, mergeClusterAgentParts } from '../parts/cluster-agent-part';
import { NodeAgentPart } from '../parts/node-agent-part';
import { ENV_CLASH, contributions, once, onceByName } from '../parts/once';
import { FeatureRunnerPart } from '../parts/runner-part';
import { mergeSidecarParts, SidecarPart } from '../parts/sidecar-part';

/** For messages. */
const from = ({ name }: Feature) => ({ from: `features.${name === 'apmInstrumentation' ? 'apm.instrumentation' : name}` });

/** What the features add to the pod of the node Agents. */
export const nodeAgentParts = oncePer((model: ClusterModel): NodeAgentPart[] =>
  FEATURES.flatMap(feature => feature.nodeAgent ? [{ ...feature.nodeAgent(model), ...from(feature) }] : []));

/** What the features add to a pod on Fargate. */
export const sidecarPart = oncePer((model: ClusterModel): Required<Omit<SidecarPart, 'from'>> =>
  mergeSidecarParts(FEATURES.flatMap(feature => feature.sidecar ? [{ ...feature.sidecar(model), ...from(feature) }] : [])));

/** What the Cluster Agent's webhook writes for the features into the sidecars that it adds. */
export function webhookEnv(model: ClusterModel): EnvVar[] {
  return FEATURES.flatMap(feature => feature.webhookEnv?.(model) ?? []);
}

/** What the features add to the Cluster Agent. */
export const clusterAgentPart = oncePer((model: ClusterModel): Required<Omit<ClusterAgentPart, 'from'>> =>
  mergeClusterAgentParts(FEATURES.flatMap(feature => feature.clusterAgent ? [{ ...feature.clusterAgent(model), ...from(feature) }] : [])));

/** What the features add to the runners. */
export const runnerPart = oncePer((model: ClusterModel): Required<Omit<FeatureRunnerPart, 'from'>> => {
  const parts = FEATURES.flatMap(feature => feature.runners ? [{ ...feature.runners(model), ...from(feature) }] : []);
  return {
    env: onceByName(contributions(parts, part => part.env), { ...ENV_CLASH, of: 'the runners' }),
    permissions: once(parts.flatMap(part => part.permissions ?? [])),
  };
});
