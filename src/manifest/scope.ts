import { groupOf, Manifest } from './manifest';
import { CLUSTER_SCOPED_KINDS, FORMER_GROUPS } from '../facts/cluster-scoped-kinds';

type Typed = Pick<Manifest, 'apiVersion' | 'kind'>;

const KNOWN: ReadonlySet<string> = new Set(CLUSTER_SCOPED_KINDS.flatMap(({ group, kinds }) => kinds.map(kind => `${group}/${kind}`)));
const FORMER = new Map(FORMER_GROUPS.flatMap(({ group, kinds, now }) => kinds.map(kind => [`${group}/${kind}`, now])));

/** The group under which the API server keeps an object. It served some kinds under two groups. */
export function storedGroupOf(object: Typed): string {
  const group = groupOf(object);
  return FORMER.get(`${group}/${object.kind}`) ?? group;
}

/** True where objects of this kind belong to no namespace, whatever stands in their metadata. `defined` are kinds that the app itself defines. */
export function isClusterScoped(object: Typed, defined?: ReadonlySet<string>): boolean {
  const key = `${storedGroupOf(object)}/${object.kind}`;
  return KNOWN.has(key) || (defined?.has(key) ?? false);
}

/** The cluster-scoped kinds that these CustomResourceDefinitions define, as `group/kind`. */
export function clusterScopedKindsOf(definitions: readonly Manifest[]): ReadonlySet<string> {
  return new Set(definitions
    .filter(({ spec }) => spec?.scope === 'Cluster')
    .map(({ spec }) => `${spec.group}/${spec.names?.kind}`));
}
