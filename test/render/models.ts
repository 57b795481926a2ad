import { resolve } from '../../src/cluster/resolve';
import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../src/model/cluster-description';
import { ClusterModel } from '../../src/model/cluster-model';
import { CredentialsModel } from '../../src/model/credentials-model';

export const SECRET = { name: 'datadog-secret', apiKey: 'api-key', appKey: 'app-key', token: 'token' };
export const EXISTING: CredentialsModel = { secret: SECRET, source: { kind: 'existing' } };

/** A cluster with defaults but for what is given. */
export function clusterModel(description: Partial<ClusterDescription> = {}): ClusterModel {
  return resolve({ platform: { fact: PLATFORMS.eksFargate }, clusterName: 'prod-tokyo', credentials: EXISTING, ...description });
}

/** The same, and every write to it is an error. */
export function deepFreeze<T>(json: T): T {
  if (typeof json === 'object' && json !== null && !Object.isFrozen(json)) {
    Object.freeze(json);
    Object.values(json).forEach(deepFreeze);
  }
  return json;
}

type Naming = (item: any, at: number) => string | number;

/** A member of a list by its name or mountPath where it has one. */
export const byName: Naming = (item, at) => item?.mountPath ?? item?.name ?? at;
export const byPosition: Naming = (_, at) => at;

/** Every value in plain data by its path. */
export function leaves(json: any, naming: Naming = byName, path = '', found = new Map<string, unknown>()): Map<string, unknown> {
  const isTree = typeof json === 'object' && json !== null;
  const entries: Array<[string, unknown]> = !isTree ? [] : Array.isArray(json)
    ? json.map((item, at): [string, unknown] => [`[${naming(item, at)}]`, item])
    : Object.entries(json).map(([key, item]) => [`.${key}`, item]);
  if (entries.length === 0) found.set(path, json);
  for (const [key, item] of entries) leaves(item, naming, `${path}${key}`, found);
  return found;
}
