import { isDnsSubdomain } from './dns-subdomain';
import { Violation, ViolationError } from '../base/violation';
import { ARGO_CD, ARGO_CD_HELM, ARGO_CD_SYNC, ARGO_CD_TRACKING } from '../facts/argo-cd';
import { HELM_CHART } from '../facts/helm-chart';

function fail(violation: Violation): never {
  throw new ViolationError(violation);
}

/** Name of an Application, or of an ApplicationSet, which is the beginning of the names of its Applications. */
export function requireApplicationName(name: string): string {
  const { length } = ARGO_CD_TRACKING;
  if (typeof name === 'string' && isDnsSubdomain(name) && name.length <= length) return name;
  return fail({
    rule: 'argo-cd/application-name',
    reason: `'${name}' is no name of an Application: up to ${length} lowercase letters, digits, hyphens and dots, beginning and ending with a letter or digit, for Argo CD may write it into a label of every object`,
    remedy: "Write another 'name', for example 'datadog'",
    link: ARGO_CD_TRACKING.source,
  });
}

/** Name of a Helm release, which is in the names of what a chart makes. */
export function requireReleaseName(name: string): string {
  const { length } = ARGO_CD_HELM.releaseName;
  if (typeof name === 'string' && isDnsSubdomain(name) && name.length <= length) return name;
  return fail({
    rule: 'argo-cd/application-name',
    reason: `'releaseName' is '${name}', which is no name of a Helm release: up to ${length} lowercase letters, digits, hyphens and dots, beginning and ending with a letter or digit`,
    remedy: "Write another name, or leave it out for 'datadog'",
    link: ARGO_CD_HELM.releaseName.source,
  });
}

export function requireProjectName(project: string): string {
  if (typeof project === 'string' && isDnsSubdomain(project)) return project;
  return fail({
    rule: 'argo-cd/project-name',
    reason: `'project' is '${project}', which is no name of an AppProject: lowercase letters, digits, hyphens and dots, beginning and ending with a letter or digit`,
    remedy: "Write the name that 'kubectl get appprojects --namespace argocd' shows, or leave it out for 'default'",
    link: 'https://argo-cd.readthedocs.io/en/stable/user-guide/projects/',
  });
}

/** Sources of an Application: at least one, and each of them made by the class. */
export function requireSources<T>(sources: ReadonlyArray<T | undefined> | undefined): readonly T[] {
  if (Array.isArray(sources) && sources.length > 0 && sources.every(source => source !== undefined)) return sources as readonly T[];
  return fail({
    rule: 'argo-cd/has-a-source',
    reason: "'sources' has none, or something that is no ArgoCdSource, so there is nothing to apply",
    remedy: 'Write ArgoCdSource.helmChart(chart), ArgoCdSource.helm({ ... }), ArgoCdSource.git({ ... }), or two of them',
    link: ARGO_CD.source,
  });
}

/** Address of a repository of charts: with scheme, or a registry without one. */
export function requireChartRepository(url: string): string {
  const isRegistry = /^[A-Za-z0-9.-]+(:\d+)?(\/[\w.-]+)+$/.test(url) && !url.endsWith('.git');
  if (isRegistry || (/^https?:\/\/[^\s/@]+(\/\S*)?$/.test(url) && !url.endsWith('.git'))) return url;
  return fail({
    rule: 'argo-cd/repository-url',
    reason: `'repoUrl' is ${shown(url)}, which is no repository of Helm charts${whatElse(url)}`,
    remedy: `Write it like '${HELM_CHART.repository}', or like 'registry.example.com/charts' for a registry, without oci://. For manifests, use ArgoCdSource.git(...)`,
    link: ARGO_CD_HELM.oci.source,
  });
}

/** Address of a git repository, as git takes it over https or ssh. */
export function requireGitRepository(url: string): string {
  const isScp = /^[\w.-]+@[A-Za-z0-9.-]+:\S+$/.test(url);
  const isSsh = /^ssh:\/\/([\w.-]+@)?[^\s/@]+\/\S+$/.test(url);
  if (url !== HELM_CHART.repository && (isScp || isSsh || /^https?:\/\/[^\s/@]+\/\S+$/.test(url))) return url;
  return fail({
    rule: 'argo-cd/repository-url',
    reason: `'repoUrl' is ${shown(url)}, which is no git repository${url === HELM_CHART.repository ? ' but one of Helm charts' : whatElse(url)}`,
    remedy: "Write it like 'https://github.com/acme/clusters.git' or 'git@github.com:acme/clusters.git'. For a chart, use ArgoCdSource.helm(...)",
    link: 'https://argo-cd.readthedocs.io/en/stable/user-guide/private-repositories/',
  });
}

/** Never shows what may be a password. */
function shown(url: unknown): string {
  return typeof url === 'string' ? `'${url.replace(/\/\/[^/@]*@/, '//...@')}'` : 'not given';
}

function whatElse(url: unknown): string {
  if (typeof url !== 'string') return '';
  if (/^https?:\/\/[^/]*@/.test(url)) return ': it has a user or a password in it, which belongs into a Secret of Argo CD';
  return url.startsWith('oci://') ? ': oci:// stands before one whole image, with no chart beside it' : '';
}

/** An exact version of a chart: values are written for one. */
export function requireChartVersion(version: string): string {
  if (/^v?\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/.test(version)) return version;
  return fail({
    rule: 'argo-cd/chart-version',
    reason: `'version' is '${version}', which is no exact version of a chart, and the values are for one: another may not know them and says nothing`,
    remedy: `Write it like '${HELM_CHART.version}', or leave it out for that`,
    link: ARGO_CD_HELM.revision.source,
  });
}

export function requireChartName(chart: string): string {
  if (typeof chart === 'string' && /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/.test(chart)) return chart;
  return fail({
    rule: 'argo-cd/repository-url',
    reason: `'chart' is '${chart}', which is no name of a chart in a repository`,
    remedy: `Write the name alone, for example '${HELM_CHART.name}'. A chart in a git repository has a path: use ArgoCdSource.git(...)`,
    link: ARGO_CD.source,
  });
}

/** A folder of a repository, from its root. */
export function requireGitPath(path: string): string {
  const isInside = typeof path === 'string' && /^[^\s/]/.test(path) && !/\s$/.test(path) && !path.split('/').includes('..');
  if (isInside) return path;
  return fail({
    rule: 'argo-cd/git-path',
    reason: `'path' is '${path}', which is no folder of the repository`,
    remedy: "Write it from the root of the repository, without a slash before it, for example 'clusters/prod-tokyo'; the root is '.'",
    link: ARGO_CD.source,
  });
}

export function requireRevision(revision: string): string {
  if (typeof revision === 'string' && /^[^\s~^:?*[\\]+$/.test(revision)) return revision;
  return fail({
    rule: 'argo-cd/git-revision',
    reason: `'revision' is '${revision}', which is no branch, tag or commit`,
    remedy: "Write one, for example 'main', or leave it out for the head of the default branch",
    link: 'https://argo-cd.readthedocs.io/en/stable/user-guide/tracking_strategies/',
  });
}

/** Address of an API server, as Argo CD knows the cluster by. */
export function requireServer(server: string): string {
  if (typeof server === 'string' && /^https?:\/\/[^\s/@]+$/.test(server)) return server;
  return fail({
    rule: 'argo-cd/destination',
    reason: `'${server}' is no address of an API server`,
    remedy: `Write it as 'argocd cluster list' shows it, for example '${ARGO_CD.inCluster}'`,
    link: ARGO_CD.source,
  });
}

/** Name by which Argo CD knows a cluster. */
export function requireKnownAs(name: string): string {
  if (typeof name === 'string' && /^\S+$/.test(name) && !/[{}]/.test(name)) return name;
  return fail({
    rule: 'argo-cd/destination',
    reason: `'${name}' is no name by which Argo CD knows a cluster`,
    remedy: "Write it as 'argocd cluster list' shows it",
    link: ARGO_CD.source,
  });
}

/** Options that do something only together with another one, or without it. */
export function requireEffect(option: string, has: boolean, without: string, remedy: string, link: string = ARGO_CD_SYNC.options.source): void {
  if (has) return;
  fail({ rule: 'argo-cd/sync-option', reason: `'${option}' is set, and ${without}`, remedy, link });
}

/** A duration of Argo CD. */
export function requireBackoff(option: string, duration: string): string {
  if (/^\d+[smh]$/.test(duration)) return duration;
  return fail({
    rule: 'argo-cd/retry',
    reason: `'${option}' is '${duration}', which is no duration: a whole number with a unit of h, m or s`,
    remedy: "Write it like '5s' or '3m'",
    link: ARGO_CD.source,
  });
}

export function requireWhole(option: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least) return value;
  return fail({
    rule: 'argo-cd/retry',
    reason: `'${option}' is ${value}, and it has to be a whole number from ${least}`,
    remedy: `Write a whole number from ${least}, or leave it out`,
    link: ARGO_CD.source,
  });
}

/** What charts say of their namespace and where the Application puts them. */
export function requireOneNamespace(given: string | undefined, ofCharts: readonly string[]): void {
  const [first, ...others] = ofCharts;
  const other = others.find(namespace => namespace !== first);
  if (other !== undefined) {
    fail({
      rule: 'argo-cd/one-namespace',
      reason: `the charts of 'sources' describe Datadog in '${first}' and in '${other}', and an Application goes to one namespace`,
      remedy: 'Write a DatadogArgoCd for each of them',
      link: ARGO_CD.source,
    });
  }
  if (given === undefined || first === undefined || given === first) return;
  fail({
    rule: 'argo-cd/one-namespace',
    reason: `'namespace' is '${given}', and the chart describes Datadog in '${first}', where its Secrets and permissions are`,
    remedy: "Leave 'namespace' out",
    link: ARGO_CD.source,
  });
}

interface IgnoredDifference {
  readonly kind: string;
  readonly jsonPointers?: readonly string[];
  readonly jqPathExpressions?: readonly string[];
  readonly managedFieldsManagers?: readonly string[];
}

/** A difference that is to be ignored says of what, and which. */
export function requireIgnoredDifference<T extends IgnoredDifference>(difference: T): T {
  const { kind, jsonPointers = [], jqPathExpressions = [], managedFieldsManagers = [] } = difference;
  const pointer = jsonPointers.find(p => !p.startsWith('/'));
  const count = jsonPointers.length + jqPathExpressions.length + managedFieldsManagers.length;
  if (kind && count > 0 && pointer === undefined) return difference;
  return fail({
    rule: 'argo-cd/ignored-difference',
    reason: pointer !== undefined
      ? `'${pointer}' in 'jsonPointers' is no JSON pointer: that begins with a slash`
      : `an ignored difference of '${kind ?? ''}' names ${kind ? 'no field' : 'no kind'}`,
    remedy: "Write it like { group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] }",
    link: 'https://argo-cd.readthedocs.io/en/stable/user-guide/diffing/',
  });
}

/** A field that is ignored in a list of a custom resource keeps the whole list from being applied. */
export function requireAppliedLists(kinds: readonly string[]): void {
  if (kinds.length === 0) return;
  fail({
    rule: 'argo-cd/respects-no-list',
    reason: `'respectIgnoreDifferences' is true, and the fields of ${kinds.join(' and ')} that are ignored are in a list: Argo CD would take the whole list from the cluster, and never apply a change of it`,
    remedy: "Add 'serverSideDiff: true', with which nothing of them has to be ignored, or leave 'respectIgnoreDifferences' out",
    link: ARGO_CD_SYNC.respectIgnoreDifferences.source,
  });
}
