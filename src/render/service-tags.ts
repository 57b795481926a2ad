import type { EnvVar } from 'kubernetes-types/core/v1';
import { SERVICE_TAGS } from '../facts/service-tags';
import { ClusterModel } from '../model/cluster-model';
import { fromField } from '../parts/container-env';

/** Labels of the pod from which the Agent and the env vars of its containers have the unified service tags. */
export function serviceTagLabels({ sidecar: { serviceTags } }: ClusterModel): { [name: string]: string } {
  return Object.fromEntries(tagNames(serviceTags).map(tag => [SERVICE_TAGS[tag].label, serviceTags[tag]!]));
}

export function serviceTagEnv({ sidecar: { serviceTags } }: ClusterModel): EnvVar[] {
  return tagNames(serviceTags).map(tag => fromField(SERVICE_TAGS[tag].envVar, `metadata.labels['${SERVICE_TAGS[tag].label}']`));
}

function tagNames(serviceTags: ClusterModel['sidecar']['serviceTags']) {
  return (['env', 'service', 'version'] as const).filter(tag => serviceTags[tag] !== undefined);
}
