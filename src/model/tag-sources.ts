import { requireTagSource } from '../requirements/tag-source';

interface Texts {
  readonly [name: string]: string;
}

export interface TagSourcesDescription {
  readonly podLabelsAsTags?: Texts;
  readonly podAnnotationsAsTags?: Texts;
  readonly nodeLabelsAsTags?: Texts;
  readonly namespaceLabelsAsTags?: Texts;
}

/** Labels and annotations of Kubernetes objects by the tag that they become; none stands for none. */
export interface TagSourcesModel {
  readonly podLabels: Texts;
  readonly podAnnotations: Texts;
  readonly nodeLabels: Texts;
  readonly namespaceLabels: Texts;
}

export function resolveTagSources(given: TagSourcesDescription): TagSourcesModel {
  const { podLabelsAsTags, podAnnotationsAsTags, nodeLabelsAsTags, namespaceLabelsAsTags } = given;
  return {
    podLabels: requireTagSource('podLabelsAsTags', podLabelsAsTags ?? {}),
    podAnnotations: requireTagSource('podAnnotationsAsTags', podAnnotationsAsTags ?? {}),
    nodeLabels: requireTagSource('nodeLabelsAsTags', nodeLabelsAsTags ?? {}),
    namespaceLabels: requireTagSource('namespaceLabelsAsTags', namespaceLabelsAsTags ?? {}),
  };
}
