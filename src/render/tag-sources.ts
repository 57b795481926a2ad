import type { EnvVar } from 'kubernetes-types/core/v1';
import { value } from './container-env';
import { EnvName } from '../facts/env';
import { ClusterModel } from '../model/cluster-model';

/** Labels and annotations that become tags, for every Agent that tags something; nothing where there are none. */
export function tagSourceEnv({ features: { agent: { tagSources } } }: ClusterModel): EnvVar[] {
  const { podLabels, podAnnotations, nodeLabels, namespaceLabels } = tagSources;
  return [
    ...texts('DD_KUBERNETES_POD_LABELS_AS_TAGS', podLabels),
    ...texts('DD_KUBERNETES_POD_ANNOTATIONS_AS_TAGS', podAnnotations),
    ...texts('DD_KUBERNETES_NODE_LABELS_AS_TAGS', nodeLabels),
    ...texts('DD_KUBERNETES_NAMESPACE_LABELS_AS_TAGS', namespaceLabels),
  ];
}

function texts(name: EnvName, given: { readonly [name: string]: string }): EnvVar[] {
  return Object.keys(given).length > 0 ? [value(name, JSON.stringify(given))] : [];
}
