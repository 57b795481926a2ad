import { Literal, literally, parameterValue, PLAIN } from './literal';
import { syncPolicy } from './sync-policy';
import { Application, ApplicationMetadata, ApplicationSource, ApplicationSpec, Strings } from './types';
import { ARGO_CD, ARGO_CD_DELETION, ARGO_CD_SYNC } from '../../facts/argo-cd';
import { ArgoCdModel } from '../../model/argo-cd';
import { GitSourceModel, HelmSourceModel } from '../../model/argo-cd-source';
import { SyncModel } from '../../model/argo-cd-sync';

/** The Application of one cluster. */
export function application(model: ArgoCdModel): Application {
  return {
    apiVersion: ARGO_CD.apiVersion,
    kind: 'Application',
    metadata: { name: model.name, namespace: model.argoCdNamespace, ...applicationMetadata(model) },
    spec: applicationSpec(model),
  };
}

/** Labels, annotations and finalizer of an Application. */
export function applicationMetadata({ labels, annotations, deletion, sync }: ArgoCdModel, literal: Literal = PLAIN): ApplicationMetadata {
  const { finalizer } = ARGO_CD_DELETION[deletion];
  return {
    ...some('labels', literally(labels, literal)),
    ...some('annotations', { ...compareOptions(sync), ...literally(annotations, literal) }),
    ...finalizer !== undefined && { finalizers: [finalizer] },
  };
}

/** `spec` of an Application. What is to come out as it is, is written as `literal` has it. */
export function applicationSpec(model: ArgoCdModel, literal: Literal = PLAIN): ApplicationSpec {
  const { project, sources, destination, namespace, sync, ignoreDifferences } = model;
  const rendered = sources.map(source => source.kind === 'helm' ? helmSource(source, literal) : gitSource(source, literal));
  const policy = syncPolicy(sync, literal);
  return {
    project,
    ...rendered.length === 1 ? { source: rendered[0] } : { sources: rendered },
    destination: { ...destination, namespace },
    ...Object.keys(policy).length > 0 && { syncPolicy: policy },
    ...ignoreDifferences.length > 0 && { ignoreDifferences: literally(ignoreDifferences, literal) },
  };
}

function helmSource(model: HelmSourceModel, literal: Literal): ApplicationSource {
  const { repoUrl, chart, version, releaseName, values, valuesObject, parameters, skipCrds } = model;
  return {
    repoURL: repoUrl,
    targetRevision: version,
    chart,
    helm: {
      releaseName,
      ...values !== undefined && { values: literal(values) },
      ...valuesObject !== undefined && { valuesObject: literally(valuesObject, literal) },
      ...parameters.length > 0 && {
        parameters: parameters.map(({ name, value, isString }) => ({
          name,
          value: parameterValue(value),
          ...isString && { forceString: true as const },
        })),
      },
      ...skipCrds && { skipCrds },
    },
  };
}

function gitSource({ repoUrl, path, revision, recurse, include, exclude }: GitSourceModel, literal: Literal): ApplicationSource {
  const directory = {
    ...recurse && { recurse },
    ...include !== undefined && { include: literal(include) },
    ...exclude !== undefined && { exclude: literal(exclude) },
  };
  return { repoURL: repoUrl, targetRevision: revision, path, ...Object.keys(directory).length > 0 && { directory } };
}

function compareOptions({ serverSideDiff, includeMutationWebhook }: SyncModel): Strings {
  if (!serverSideDiff) return {};
  return { [ARGO_CD_SYNC.serverSideDiff.annotation]: `ServerSideDiff=true${includeMutationWebhook ? ',IncludeMutationWebhook=true' : ''}` };
}

function some(field: string, strings: Strings): { readonly [field: string]: Strings } {
  return Object.keys(strings).length > 0 ? { [field]: strings } : {};
}
