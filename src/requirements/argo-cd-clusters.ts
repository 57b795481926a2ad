import { clusterNameFault, clusterNameRemedy, CLUSTER_NAME_LINK } from './cluster-name';
import { Violation, ViolationError } from '../base/violation';
import { AGENT_VERSION } from '../facts/agent-images';
import { APPLICATION_SET } from '../facts/argo-cd';

function fail(violation: Violation): never {
  throw new ViolationError(violation);
}

/** A generator finds clusters somewhere. */
export function requireSome(of: string, count: number, remedy: string, link: string): void {
  if (count > 0) return;
  fail({ rule: 'argo-cd/has-clusters', reason: `${of} names none, so no Application is ever made`, remedy, link });
}

/** Name of a cluster in a list: that which the Agents report. */
export function requireListedName(name: string): string {
  const reason = typeof name === 'string' ? clusterNameFault(name, AGENT_VERSION.value) : 'a cluster of the list has no name';
  if (reason === undefined) return name;
  return fail({ rule: 'cluster/name-is-valid', reason, remedy: clusterNameRemedy(String(name)), link: CLUSTER_NAME_LINK });
}

/** No two clusters of a list have one name, one Application or one address. */
export function requireUnique(what: string, values: ReadonlyArray<readonly [cluster: string, value: string]>): void {
  const at = values.findIndex(([, value], index) => values.findIndex(([, other]) => other === value) !== index);
  if (at < 0) return;
  const [second, value] = values[at];
  const [first] = values.find(([, other]) => other === value)!;
  fail({
    rule: 'argo-cd/cluster-is-unique',
    reason: first === second ? `the cluster '${first}' is in the list twice` : `the clusters '${first}' and '${second}' have one ${what}, '${value}'`,
    remedy: 'Write each cluster once, with a name and a destination of its own',
    link: APPLICATION_SET.list.source,
  });
}

/** Every cluster of a list has every parameter: one that is missing stops the whole ApplicationSet. */
export function requireSameParameters(clusters: ReadonlyArray<{ readonly name: string; readonly parameters: readonly string[] }>): void {
  const all = [...new Set(clusters.flatMap(({ parameters }) => parameters))];
  for (const { name, parameters } of clusters) {
    const missing = all.find(key => !parameters.includes(key));
    if (missing === undefined) continue;
    fail({
      rule: 'argo-cd/clusters-have-parameters',
      reason: `the cluster '${name}' has no parameter '${missing}', which others have, and with a parameter missing for one the ApplicationSet makes no Application at all`,
      remedy: 'Give it to every cluster of the list',
      link: APPLICATION_SET.goTemplate.source,
    });
  }
}

/** Clusters of a list are all known by address, or all by name. */
export function requireOneDestination(clusters: ReadonlyArray<{ readonly name: string; readonly server?: string; readonly knownAs?: string }>): void {
  const both = clusters.find(({ server, knownAs }) => server !== undefined && knownAs !== undefined);
  const withServer = clusters.filter(({ server }) => server !== undefined);
  if (both === undefined && (withServer.length === 0 || withServer.length === clusters.length)) return;
  const other = clusters.find(({ server }) => server === undefined);
  fail({
    rule: 'argo-cd/destination',
    reason: both
      ? `the cluster '${both.name}' has an address and a name, and Argo CD takes one of them`
      : `the cluster '${withServer[0].name}' has an address and '${other!.name}' has none, and one template is for both`,
    remedy: "Write 'server' for all clusters of the list, or for none",
    link: APPLICATION_SET.template.source,
  });
}

/** Name of a parameter of a cluster, for templates. */
export function requireParameterName(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return name;
  return fail({
    rule: 'argo-cd/template',
    reason: `'${name}' is no name of a parameter that a Go template takes: letters, digits and underscores`,
    remedy: "Write it like 'region'",
    link: APPLICATION_SET.goTemplate.source,
  });
}

/** Name of a label of a cluster's Secret, for templates. */
export function requireLabelName(name: string): string {
  if (/^([a-z0-9]([a-z0-9.-]*[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(name)) return name;
  return fail({
    rule: 'argo-cd/template',
    reason: `'${name}' is no name of a label`,
    remedy: "Write it as the Secret of the cluster has it, for example 'env' or 'acme.com/env'",
    link: APPLICATION_SET.clusters.source,
  });
}

/** What a generator says of each cluster; undefined where nobody knows. */
export interface KnownParameters {
  readonly names: readonly string[];
  /** Below `.values`. */
  readonly values: readonly string[];
}

/**
 * Text with Go templates, each an action on parameters that there are. Without clusters, there are no templates.
 *
 * @param known what templates may name; 'none' outside of an ApplicationSet, 'any' where files of a repository say
 */
export function requireTemplate(option: string, text: string, known: KnownParameters | 'any' | 'none'): string {
  const reason = templateFault(text, known);
  if (reason === undefined) return text;
  return fail({
    rule: 'argo-cd/template',
    reason: `${option} is '${text}': ${reason}`,
    remedy: "Write what clusterName, path and parameter('...') of the ArgoCdClusters give, inside other text or alone",
    link: APPLICATION_SET.goTemplate.source,
  });
}

function templateFault(text: string, known: KnownParameters | 'any' | 'none'): string | undefined {
  if (!text.includes('{{')) return undefined;
  if (known === 'none') return 'templates are for an ApplicationSet, and this is an Application, of one cluster';
  const actions = [...text.matchAll(/\{\{-?\s*(.*?)\s*-?\}\}/g)].map(([, action]) => action);
  if (text.replace(/\{\{.*?\}\}/g, '').includes('{{')) return 'a template has no end';
  if (known === 'any') return undefined;
  for (const action of actions) {
    const fields = [...action.replace(/"[^"]*"/g, '').matchAll(/(?<![\w)])\.([A-Za-z_]\w*)(?:\.([A-Za-z_]\w*))?/g)];
    if (fields.length === 0) return `'{{${action}}}' names no parameter; in a Go template its name has a dot before it`;
    for (const [, name, below] of fields) {
      if (!known.names.includes(name)) return `the generator gives no '.${name}', but ${known.names.map(n => `'.${n}'`).join(', ')}`;
      if (name === 'values' && below !== undefined && !known.values.includes(below)) return `no parameter '${below}' is given to the clusters`;
    }
  }
  return undefined;
}

/** Manifests in git are of one cluster: each has a folder of its own. */
export function requirePathOfCluster(path: string): void {
  if (path.includes('{{')) return;
  fail({
    rule: 'argo-cd/path-per-cluster',
    reason: `'path' is '${path}' for every cluster, and the manifests there have the name of one`,
    remedy: "Write the clusters' path or clusterName into it, for example `clusters/${clusters.clusterName}`, and synthesize each cluster into its own folder",
    link: APPLICATION_SET.git.source,
  });
}

/** Where there are many clusters, each says where it is. */
export function requireDestinationOfClusters(destination: unknown): void {
  if (destination === undefined) return;
  fail({
    rule: 'argo-cd/destination',
    reason: "both 'clusters' and 'destination' are given, and each of the clusters is a destination",
    remedy: "Leave 'destination' out",
    link: APPLICATION_SET.template.source,
  });
}
