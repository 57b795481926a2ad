import type { EnvVar } from 'kubernetes-types/core/v1';
import { Feature, HelmContainer, OperatorValue, optionsPath } from './feature';
import { FEATURES } from './registry';
import { OperatorContainer } from '../facts/operator-env';
import { ClusterModel } from '../model/cluster-model';
import { agreed } from '../parts/agreed';
import { Tree } from '../parts/deep-merge';
import { DeliveredCluster } from '../parts/delivered-cluster';
import { CoverageNotes } from '../parts/delivery-coverage';
import { Limit } from '../parts/delivery-limit';

type OperatorEnv = { readonly [name: string]: true | OperatorValue };
type HelmEnv = { readonly [name: string]: true | ((cluster: DeliveredCluster) => boolean) };

/** What features say of each container's env vars. It does not depend on the cluster, so it is made once. */
const OPERATOR_ENV = envByContainer<OperatorEnv>('operator', FEATURES);
const HELM_ENV = envByContainer<HelmEnv>('helm', FEATURES);
const OTHER_WAYS = FEATURES.flatMap(({ helm }) => helm?.otherWays ?? []);

/** Fields below `spec` of the DatadogAgent, by feature. */
export function operatorTrees(model: ClusterModel): Tree[] {
  return FEATURES.flatMap(({ name, operator }) => operator?.spec ? [{ from: `the feature '${name}'`, tree: operator.spec(model) }] : []);
}

/** Check files of the Cluster Agent that the Operator has no field for. */
export function operatorCheckFiles(model: ClusterModel): string[] {
  return FEATURES.flatMap(({ operator }) => operator?.checkFiles?.(model) ?? []);
}

/** What the Operator writes for the features into a container, by name. */
export function operatorEnv(container: OperatorContainer): OperatorEnv {
  return OPERATOR_ENV[container] ?? {};
}

/** Values of the Helm chart, by feature. */
export function helmTrees(model: ClusterModel): Tree[] {
  return FEATURES.flatMap(({ name, helm }) => helm?.values ? [{ from: `the feature '${name}'`, tree: helm.values(model) }] : []);
}

/** Env vars that the chart has no value for. */
export function helmClusterAgentEnv(model: ClusterModel): EnvVar[] {
  return FEATURES.flatMap(({ helm }) => helm?.clusterAgentEnv?.(model) ?? []);
}

/** What the chart writes for the features into a container, by name, and for which clusters. */
export function helmEnv(container: HelmContainer): HelmEnv {
  return HELM_ENV[container] ?? {};
}

/** Env vars of ours for which the chart has another way. */
export function helmOtherWays(): readonly string[] {
  return OTHER_WAYS;
}

/** Keys of the values that features write. */
export function helmKeys(): string[] {
  return FEATURES.flatMap(({ helm }) => (helm?.keys ?? []).flatMap(({ keys }) => keys));
}

/** What a delivery cannot do for a feature. */
export function featureLimits(delivery: 'operator' | 'helm'): Limit[] {
  return FEATURES.flatMap((feature: Feature) => feature[delivery]?.limits ?? []);
}

/** Notes of a delivery about options of features, by the path of the option. */
export function featureNotes(delivery: 'operator' | 'helm'): CoverageNotes {
  return Object.fromEntries(FEATURES.flatMap((feature: Feature) => Object.entries(feature[delivery]?.notes ?? {})
    .map(([path, note]) => [path ? `${optionsPath(feature)}.${path}` : optionsPath(feature), note])));
}

/** Env vars that a delivery writes by itself, by container. Throws an error where two features say different things of one. */
export function envByContainer<Env extends OperatorEnv | HelmEnv>(
  delivery: 'operator' | 'helm', features: readonly Feature[],
): { readonly [container: string]: Env } {
  const given = features.flatMap(feature => Object.entries(feature[delivery]?.env ?? {})
    .map(([container, values]) => ({ container, from: `the feature '${feature.name}'`, values: values as { readonly [name: string]: any } })));
  const containers = [...new Set(given.map(({ container }) => container))];
  return Object.fromEntries(containers.map(container =>
    [container, agreed(`the env var of ${container}`, given.filter(other => other.container === container)) as Env]));
}
