import { isDnsSubdomain } from './dns-subdomain';
import { isLate } from './late';

type Source = { readonly [field: string]: any };
interface SourceFault { readonly reason: string; readonly remedy: string }

const PROJECTIONS: { readonly [kind: string]: (value: Source) => string | undefined } = {
  configMap: ({ name, items }) => nameFault(name) ?? itemsFault(items, true),
  secret: ({ name, items }) => nameFault(name) ?? itemsFault(items, true),
  downwardAPI: ({ items }) => itemsFault(items, false),
  serviceAccountToken: ({ path, expirationSeconds: seconds }) => pathFault(path)
    ?? (typeof seconds === 'number' && (seconds < 600 || seconds > 2 ** 32) ? "'expirationSeconds' from 600 on" : undefined),
};

/** What the sources of a volume have to have inside, as the validation of Kubernetes has it; each tells what is missing. */
const INSIDE: { readonly [source: string]: (value: Source) => string | undefined } = {
  configMap: ({ items }) => itemsFault(items, true),
  secret: ({ items }) => itemsFault(items, true),
  downwardAPI: ({ items }) => itemsFault(items, false),
  csi: ({ driver }) => typeof driver === 'string' && driver.length <= 63 && isDnsSubdomain(driver.toLowerCase()) ? undefined : "a 'driver' with the name of a CSI driver",
  nfs: ({ server, path }) => !isText(server) ? "a 'server'" : typeof path === 'string' && path.startsWith('/') ? undefined : "an absolute 'path'",
  ephemeral: ({ volumeClaimTemplate }) => {
    const spec = volumeClaimTemplate?.spec;
    if (typeof spec !== 'object' || spec === null) return "a 'volumeClaimTemplate' with a 'spec'";
    if (isLate(spec)) return undefined;
    const { metadata } = volumeClaimTemplate;
    if (typeof metadata === 'object' && metadata !== null && !isLate(metadata) && Object.keys(metadata).some(field => metadata[field] !== undefined && field !== 'labels' && field !== 'annotations')) return "'labels' and 'annotations' alone in the 'metadata' of its 'volumeClaimTemplate'";
    if (!isLate(spec.accessModes) && !(Array.isArray(spec.accessModes) && spec.accessModes.length > 0)) return "'accessModes' in the 'spec' of its 'volumeClaimTemplate'";
    return isLate(spec.resources) || spec.resources?.requests?.storage !== undefined ? undefined : "'resources.requests.storage' in the 'spec' of its 'volumeClaimTemplate'";
  },
  projected: ({ sources }) => listOf(sources).map(projectionFault).find(fault => fault !== undefined) ?? pathsFault(listOf(sources)),
};

/** Why the API server refuses what is inside a source of a volume. */
export function insideFault(source: string, value: Source): SourceFault | undefined {
  const needs = isLate(value) || !Object.hasOwn(INSIDE, source) ? undefined : INSIDE[source](value);
  return needs === undefined ? undefined : { reason: `needs ${needs} in '${source}'`, remedy: 'Write it as the page of Kubernetes has it' };
}

function projectionFault(projection: unknown): string | undefined {
  if (typeof projection !== 'object' || projection === null) return "an object for each of 'sources'";
  const given = Object.entries(projection as Source).filter(([, value]) => value !== undefined && value !== null);
  if (isLate(projection)) return undefined;
  if (given.length !== 1) return "exactly one source in each of 'sources'";
  const [kind, value] = given[0];
  const needs = isLate(value) || !Object.hasOwn(PROJECTIONS, kind) ? undefined : PROJECTIONS[kind](value);
  return needs === undefined ? undefined : `${needs} in the '${kind}' of its 'sources'`;
}

/** One path for each file, over all sources together. */
function pathsFault(sources: readonly unknown[]): string | undefined {
  const paths = sources.flatMap(source => Object.values(source as Source)).filter(value => typeof value === 'object' && value !== null && !isLate(value))
    .flatMap(({ path, items }: Source) => [path, ...listOf(items).map(item => (item as Source | undefined)?.path)]).filter(isText);
  const twice = paths.find((path, at) => paths.indexOf(path) < at);
  return twice === undefined ? undefined : `a 'path' of its own for each file, and '${twice}' is there twice,`;
}

function itemsFault(items: unknown, withKey: boolean): string | undefined {
  return listOf(items).map(item => {
    if (isLate(item)) return undefined;
    const { key, path } = (item ?? {}) as Source;
    return withKey && !isText(key) ? "a 'key' in each of 'items'" : pathFault(path);
  }).find(fault => fault !== undefined);
}

/** A relative path that does not lead out, as the names of files that Kubernetes keeps for itself begin with two dots. */
function pathFault(path: unknown): string | undefined {
  if (isLate(path)) return undefined;
  return isText(path) && !path.startsWith('/') && !path.startsWith('..') && !path.split('/').includes('..') ? undefined : "a relative 'path' without '..'";
}

function nameFault(name: unknown): string | undefined {
  return isLate(name) || isText(name) ? undefined : "a 'name'";
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
