import { APPLICATION_SET, ARGO_CD } from '../facts/argo-cd';
import { requireGitPath, requireGitRepository, requireKnownAs, requireRevision, requireServer } from '../requirements/argo-cd';
import {
  KnownParameters, requireLabelName, requireListedName, requireOneDestination, requireParameterName, requireSameParameters, requireSome,
  requireTemplate, requireUnique,
} from '../requirements/argo-cd-clusters';
import { requireLabelValue } from '../requirements/label-value';
import { requireStrings } from '../requirements/strings';

interface Strings {
  readonly [name: string]: string;
}

/** What a user says of a cluster of a list. */
export interface ListedClusterDescription {
  readonly name: string;
  readonly server?: string;
  readonly argoCdName?: string;
  readonly parameters?: Strings;
}

/** Where the parameters of each cluster come from. */
export type GeneratorModel =
  | { readonly kind: 'list'; readonly elements: readonly ListElement[] }
  | { readonly kind: 'clusters'; readonly matchLabels: Strings; readonly values: Strings }
  | { readonly kind: 'git'; readonly repoUrl: string; readonly revision: string; readonly directories?: readonly DirectoryModel[]; readonly files?: readonly string[]; readonly values: Strings };

export interface ListElement {
  readonly name: string;
  readonly server?: string;
  readonly knownAs?: string;
  readonly values: Strings;
}

export interface DirectoryModel {
  readonly path: string;
  readonly exclude: boolean;
}

/** Clusters that get an Application each. Texts are Go templates of what the generator says. */
export interface ClustersModel {
  readonly generator: GeneratorModel;
  /** The name that Agents report. */
  readonly clusterName: string;
  /** Action that gives what ends the names of Applications. */
  readonly applicationSuffix: string;
  readonly destination: { readonly server: string } | { readonly name: string };
  /** Folder of the cluster; absent where the generator does not look into a repository. */
  readonly path?: string;
  readonly known: KnownParameters | 'any';
}

/** An action on a parameter of this name. */
export function field(name: string): string {
  return `{{.${name}}}`;
}

/** An action on a label of the Secret by which Argo CD knows a cluster. */
export function labelField(name: string): string {
  return `{{index .metadata.labels "${requireLabelName(name)}"}}`;
}

export function listedClusters(clusters: readonly ListedClusterDescription[]): ClustersModel {
  requireSome('the list of clusters', clusters.length, "Write them like [{ name: 'prod-tokyo' }, { name: 'prod-osaka' }]", APPLICATION_SET.list.source);
  const elements = clusters.map(({ name, server, argoCdName, parameters = {} }) => ({
    name: requireListedName(name),
    ...server !== undefined && { server: requireServer(server) },
    ...argoCdName !== undefined && { knownAs: requireKnownAs(argoCdName) },
    values: requireValues(`'parameters' of the cluster '${name}'`, parameters),
  }));
  requireOneDestination(elements);
  requireSameParameters(elements.map(({ name, values }) => ({ name, parameters: Object.keys(values) })));
  const byServer = elements[0].server !== undefined;
  const complete = byServer ? elements : elements.map(e => ({ ...e, knownAs: e.knownAs ?? e.name }));
  requireUnique('name', complete.map(({ name }) => [name, name]));
  requireUnique('name of its Application', complete.map(({ name }) => [name, normalized(name)]));
  requireUnique('destination', complete.map(e => [e.name, e.server ?? e.knownAs!]));
  return {
    generator: { kind: 'list', elements: complete },
    clusterName: field('name'),
    applicationSuffix: '{{normalize .name}}',
    destination: byServer ? { server: field('server') } : { name: field('knownAs') },
    known: { names: ['name', byServer ? 'server' : 'knownAs', 'values'], values: Object.keys(elements[0].values) },
  };
}

export interface RegisteredClustersDescription {
  readonly matchLabels?: Strings;
  readonly clusterName?: string;
  readonly parameters?: Strings;
}

export function registeredClusters({ matchLabels = {}, clusterName = field('name'), parameters = {} }: RegisteredClustersDescription): ClustersModel {
  const known = { names: [...APPLICATION_SET.clusters.parameters, 'values'], values: Object.keys(parameters) };
  const values = requireValues("'parameters' of the clusters", parameters);
  Object.entries(values).forEach(([name, text]) => requireTemplate(`the parameter '${name}'`, text, { ...known, values: [] }));
  const wanted = requireStrings("'matchLabels'", matchLabels);
  Object.entries(wanted).forEach(([name, text]) => requireLabelValue(`the label '${requireLabelName(name)}' of 'matchLabels'`, text));
  return {
    generator: { kind: 'clusters', matchLabels: wanted, values },
    clusterName: requireTemplate("'clusterName'", clusterName, known),
    applicationSuffix: '{{.nameNormalized}}',
    destination: { server: field('server') },
    known,
  };
}

export interface GitDirectoriesDescription {
  readonly repoUrl: string;
  readonly revision?: string;
  readonly path: string;
  readonly exclude?: readonly string[];
  readonly parameters?: Strings;
}

export function gitDirectories(given: GitDirectoriesDescription): ClustersModel {
  const { repoUrl, revision = ARGO_CD.revision, path, exclude = [], parameters = {} } = given;
  const known = { names: [...APPLICATION_SET.git.parameters, 'values'], values: Object.keys(parameters) };
  const values = requireValues("'parameters' of the clusters", parameters);
  Object.entries(values).forEach(([name, text]) => requireTemplate(`the parameter '${name}'`, text, { ...known, values: [] }));
  const directories = [{ path: requireGitPath(path), exclude: false }, ...exclude.map(p => ({ path: requireGitPath(p), exclude: true }))];
  return {
    generator: { kind: 'git', repoUrl: requireGitRepository(repoUrl), revision: requireRevision(revision), directories, values },
    clusterName: field('path.basename'),
    applicationSuffix: '{{.path.basenameNormalized}}',
    destination: { name: field('path.basename') },
    path: field('path.path'),
    known,
  };
}

export interface GitFilesDescription {
  readonly repoUrl: string;
  readonly revision?: string;
  readonly path: string;
  readonly nameKey?: string;
  readonly serverKey?: string;
}

export function gitFiles({ repoUrl, revision = ARGO_CD.revision, path, nameKey = 'name', serverKey }: GitFilesDescription): ClustersModel {
  const name = keyPath(nameKey);
  return {
    generator: { kind: 'git', repoUrl: requireGitRepository(repoUrl), revision: requireRevision(revision), files: [requireGitPath(path)], values: {} },
    clusterName: field(name),
    applicationSuffix: `{{normalize .${name}}}`,
    destination: serverKey === undefined ? { name: field(name) } : { server: field(keyPath(serverKey)) },
    path: field('path.path'),
    known: 'any',
  };
}

/** An action on a parameter of the user's own. */
export function ownParameter({ known }: ClustersModel, key: string): string {
  if (known === 'any') return field(keyPath(key));
  const text = `{{.values.${requireParameterName(key)}}}`;
  return requireTemplate(`parameter('${key}')`, text, known);
}

function keyPath(key: string): string {
  return key.split('.').map(requireParameterName).join('.');
}

function requireValues(of: string, values: Strings): Strings {
  Object.keys(values).forEach(requireParameterName);
  return requireStrings(of, values);
}

/** What ends the names of Applications, where that is known. */
export function applicationSuffixes(clusters?: ClustersModel): string[] {
  return clusters?.generator.kind === 'list' ? clusters.generator.elements.map(({ name }) => normalized(name)) : [];
}

/** As the function `normalize` of ApplicationSets makes a name of an object of any text. */
function normalized(name: string): string {
  return name.toLowerCase().replace(/[^-a-z0-9.]/g, '-').slice(0, 253).replace(/^[-.]+|[-.]+$/g, '');
}
