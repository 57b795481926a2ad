import { ClustersModel } from './argo-cd-clusters';
import { ARGO_CD } from '../facts/argo-cd';
import { HELM_CHART } from '../facts/helm-chart';
import {
  requireChartName, requireChartRepository, requireChartVersion, requireGitPath, requireGitRepository, requireReleaseName,
  requireRevision,
} from '../requirements/argo-cd';
import { requirePathOfCluster, requireTemplate } from '../requirements/argo-cd-clusters';
import { requireParameter, requireValuesObject, requireValuesText } from '../requirements/argo-cd-values';

interface Strings {
  readonly [name: string]: string;
}

/** What a user says of a source. */
export interface HelmSourceDescription {
  readonly kind: 'helm';
  readonly repoUrl?: string;
  readonly chart?: string;
  readonly version?: string;
  readonly releaseName?: string;
  readonly values?: string;
  readonly valuesObject?: any;
  readonly parameters?: Strings;
  readonly stringParameters?: Strings;
  readonly skipCrds?: boolean;
  /** Of a chart that is described by a construct. */
  readonly namespace?: string;
}

export interface GitSourceDescription {
  readonly kind: 'git';
  readonly repoUrl: string;
  readonly path: string;
  readonly revision?: string;
  readonly recurse?: boolean;
  readonly include?: string;
  readonly exclude?: string;
}

export type SourceDescription = HelmSourceDescription | GitSourceDescription;

export interface HelmParameterModel {
  readonly name: string;
  readonly value: string;
  /** The value is a string, whatever it looks like. */
  readonly isString: boolean;
}

export interface HelmSourceModel {
  readonly kind: 'helm';
  readonly repoUrl: string;
  readonly chart: string;
  readonly version: string;
  readonly releaseName: string;
  readonly values?: string;
  readonly valuesObject?: any;
  readonly parameters: readonly HelmParameterModel[];
  readonly skipCrds: boolean;
}

export interface GitSourceModel {
  readonly kind: 'git';
  readonly repoUrl: string;
  readonly path: string;
  readonly revision: string;
  readonly recurse: boolean;
  readonly include?: string;
  readonly exclude?: string;
}

export type SourceModel = HelmSourceModel | GitSourceModel;

/** The value by which Datadog's chart names the cluster. */
const CLUSTER_NAME = 'datadog.clusterName';

export function resolveSource(source: SourceDescription, clusters?: ClustersModel): SourceModel {
  return source.kind === 'helm' ? helmSource(source, clusters) : gitSource(source, clusters);
}

function helmSource(given: HelmSourceDescription, clusters?: ClustersModel): HelmSourceModel {
  const { values, valuesObject, parameters = {}, stringParameters = {}, skipCrds = false } = given;
  const chart = requireChartName(given.chart ?? HELM_CHART.name);
  const own = [...named(parameters, false), ...named(stringParameters, true)];
  for (const { name, value } of own) {
    requireParameter(name, value);
    requireTemplate(`the parameter '${name}'`, value, knownTo(clusters));
  }
  const namesCluster = clusters === undefined || chart !== HELM_CHART.name || own.some(({ name }) => name === CLUSTER_NAME);
  return {
    kind: 'helm',
    repoUrl: requireChartRepository(given.repoUrl ?? HELM_CHART.repository),
    chart,
    version: requireChartVersion(given.version ?? HELM_CHART.version),
    // What the values make was seen under this name; it is the same on every cluster.
    releaseName: requireReleaseName(given.releaseName ?? HELM_CHART.fullname),
    ...values !== undefined && { values: requireValuesText(values) },
    ...valuesObject !== undefined && { valuesObject: requireValuesObject(valuesObject) },
    parameters: namesCluster ? own : [...own, { name: CLUSTER_NAME, value: clusters.clusterName, isString: true }],
    skipCrds,
  };
}

function gitSource(given: GitSourceDescription, clusters?: ClustersModel): GitSourceModel {
  const { repoUrl, path, revision = ARGO_CD.revision, recurse = true, include, exclude } = given;
  const known = knownTo(clusters);
  const folder = requireTemplate("'path'", requireGitPath(path), known);
  if (clusters) requirePathOfCluster(folder);
  return {
    kind: 'git',
    repoUrl: requireGitRepository(repoUrl),
    path: folder,
    revision: String(revision).includes('{{') ? requireTemplate("'revision'", revision, known) : requireRevision(revision),
    recurse,
    ...include !== undefined && { include },
    ...exclude !== undefined && { exclude },
  };
}

function knownTo(clusters?: ClustersModel) {
  return clusters === undefined ? 'none' : clusters.known;
}

function named(parameters: Strings, isString: boolean): HelmParameterModel[] {
  return Object.entries(parameters).map(([name, value]) => ({ name, value, isString }));
}
