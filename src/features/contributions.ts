import type { EnvVar } from 'kubernetes-types/core/v1';
import { Feature, optionsPath } from './feature';
import { FEATURES } from './registry';
import { oncePer } from '../base/once-per';
import { ClusterModel } from '../model/cluster-model';
import { ClusterAgentPart, mergeClusterAgentParts } from '../parts/cluster-agent-part';
import { NodeAgentPart } from '../parts/node-agent-part';
import { contributions, ENV_CLASH, onceByName } from '../parts/once';
import { FeatureRunnerPart, mergeFeatureRunnerParts } from '../parts/runner-part';
import { mergeSidecarParts, SidecarPart } from '../parts/sidecar-part';

interface Parts {
  readonly nodeAgent: NodeAgentPart;
  readonly sidecar: SidecarPart;
  readonly clusterAgent: ClusterAgentPart;
  readonly runners: FeatureRunnerPart;
}

/** What features add to the pods of one kind, each with the option that it comes from, for messages. */
export function partsOf<Of extends keyof Parts>(
  of: Of, model: ClusterModel, features: readonly Feature[] = FEATURES,
): Array<Parts[Of] & { readonly from: string }> {
  return features.flatMap(feature => {
    const part = feature[of] as ((model: ClusterModel) => Parts[Of]) | undefined;
    return part ? [{ ...part(model), from: optionsPath(feature) }] : [];
  });
}

/** What the features add to the pod of the node Agents. */
export const nodeAgentParts = oncePer((model: ClusterModel): NodeAgentPart[] => partsOf('nodeAgent', model));

/** What the features add to a pod on Fargate. */
export const sidecarPart = oncePer((model: ClusterModel): Required<Omit<SidecarPart, 'from'>> => mergeSidecarParts(partsOf('sidecar', model)));

/** What the Cluster Agent's webhook writes for the features into the sidecars that it adds. */
export function webhookEnv(model: ClusterModel, features: readonly Feature[] = FEATURES): EnvVar[] {
  const parts = features.map(feature => ({ from: optionsPath(feature), env: feature.webhookEnv?.(model) }));
  return onceByName(contributions(parts, part => part.env), { ...ENV_CLASH, of: 'the sidecars of the webhook' });
}

/** What the features add to the Cluster Agent. */
export const clusterAgentPart = oncePer((model: ClusterModel): Required<Omit<ClusterAgentPart, 'from'>> =>
  mergeClusterAgentParts(partsOf('clusterAgent', model)));

/** What the features add to the runners. */
export const runnerPart = oncePer((model: ClusterModel): Required<Omit<FeatureRunnerPart, 'from'>> =>
  mergeFeatureRunnerParts(partsOf('runners', model)));
