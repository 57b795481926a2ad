import { applicationMetadata, applicationSpec } from './application';
import { IN_GO_TEMPLATE } from './literal';
import { ApplicationSet } from './types';
import { APPLICATION_SET, ARGO_CD } from '../../facts/argo-cd';
import { ArgoCdModel } from '../../model/argo-cd';
import { ClustersModel, GeneratorModel } from '../../model/argo-cd-clusters';

/** One Application for each cluster. */
export function applicationSet(model: ArgoCdModel, clusters: ClustersModel): ApplicationSet {
  return {
    apiVersion: ARGO_CD.apiVersion,
    kind: 'ApplicationSet',
    metadata: {
      name: model.name,
      namespace: model.argoCdNamespace,
      ...Object.keys(model.labels).length > 0 && { labels: model.labels },
    },
    spec: {
      goTemplate: true,
      goTemplateOptions: [...APPLICATION_SET.goTemplate.options],
      generators: [generator(clusters.generator)],
      template: {
        metadata: { name: `${model.name}-${clusters.applicationSuffix}`, ...applicationMetadata(model, IN_GO_TEMPLATE) },
        spec: applicationSpec(model, IN_GO_TEMPLATE),
      },
      ...model.deletion === 'orphan' && { syncPolicy: { preserveResourcesOnDeletion: true as const } },
    },
  };
}

function generator(given: GeneratorModel): object {
  switch (given.kind) {
    case 'list':
      return { list: { elements: given.elements.map(({ values, ...element }) => ({ ...element, ...some('values', values) })) } };
    case 'clusters':
      return { clusters: { ...some('selector', given.matchLabels, { matchLabels: given.matchLabels }), ...some('values', given.values) } };
    default: {
      const { repoUrl, revision, directories, files, values } = given;
      return {
        git: {
          repoURL: repoUrl,
          revision,
          ...directories && { directories: directories.map(({ path, exclude }) => ({ path, ...exclude && { exclude } })) },
          ...files && { files: files.map(path => ({ path })) },
          ...some('values', values),
        },
      };
    }
  }
}

/** The field, where there is something in it. */
function some(field: string, strings: object, written: object = strings): { readonly [field: string]: object } {
  return Object.keys(strings).length > 0 ? { [field]: written } : {};
}
