import type { EnvVar } from 'kubernetes-types/core/v1';
import { Feature, HelmContainer, OperatorValue } from './feature';
import { FEATURES } from './registry';
import { OperatorContainer } from '../facts/operator-env';
import { ClusterModel } from '../model/cluster-model';
import { Tree } from '../parts/deep-merge';
import { DeliveredCluster } from '../parts/delivered-cluster';
import { Limit } from '../parts/delivery-limit';

/** Fields below `spec` of the DatadogAgent, by feature. */
export function operatorTrees(model: ClusterModel): Tree[] {
  return FEATURES.flatMap(({ name, operator }) => operator?.spec ? [{ from: `the feature '${name}'`, tree: operator.spec(model) }] : []);
}

/** Check files of the Cluster Agent that the Operator has no field for. */
export function operatorCheckFiles(model: ClusterModel): string[] {
  return FEATURES.flatMap(({ operator }) => operator?.checkFiles?.(model) ?? []);
}

/** What the Operator writes for the features into a container, by name. Features that share an env var say the same of it. */
export function operatorEnv(container: OperatorContainer): { readonly [name: string]: true | OperatorValue } {
  return Object.assign({}, ...FEATURES.map(({ operator }) => operator?.env?.[container] ?? {}));
}

/** Values of the Helm chart, by feature. */
export function helmTrees(model: ClusterModel): Tree[] {
  return FEATURES.flatMap(({ name, helm }) => helm?.values ? [{ from: `the feature '${name}'`, tree: helm.values(model) }] : []);
}

/** Env vars that the chart has no value for. */
export function helmClusterAgentEnv(model: ClusterModel): EnvVar[] {
  return FEATURES.flatMap(({ helm }) => helm?.clusterAgentEnv?.(model) ?? []);
}

/** What the chart writes for the features into a container, by name, and for which clusters. Features that share an env var say the same of it. */
export function helmEnv(container: HelmContainer): { readonly [name: string]: true | ((cluster: DeliveredCluster) => boolean) } {
  return Object.assign({}, ...FEATURES.map(({ helm }) => helm?.env?.[container] ?? {}));
}

/** Env vars of ours for which the chart has another way. */
export function helmOtherWays(): string[] {
  return FEATURES.flatMap(({ helm }) => helm?.otherWays ?? []);
}

/** Keys of the values that features write. */
export function helmKeys(): string[] {
  return FEATURES.flatMap(({ helm }) => (helm?.keys ?? []).flatMap(({ keys }) => keys));
}

/** What a delivery cannot do for a feature. */
export function featureLimits(delivery: 'operator' | 'helm'): Limit[] {
  return FEATURES.flatMap((feature: Feature) => feature[delivery]?.limits ?? []);
}
