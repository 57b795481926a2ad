import { FluentBitConf, FluentBitSection, parseFluentBitConf } from './fluent-bit-conf';
import { groupOf, Located } from './manifest';
import { ManifestSet } from './manifest-set';
import { isObject } from './objects-in';
import { LOG_ROUTER, LOG_ROUTER_FILES } from '../facts/fargate-logging';

/** A ConfigMap that AWS's log router reads. */
export interface LogRouterConfig {
  readonly at: Located;
  readonly data: { readonly [key: string]: unknown };
  /** The files that AWS knows, as far as they are there. */
  readonly files: ReadonlyArray<FluentBitConf & { readonly key: string; readonly text: string }>;
}

const KEYS: readonly string[] = Object.values(LOG_ROUTER_FILES).map(({ key }) => key);

/** Every rule asks for them, and they are the same for all. */
const READ = new WeakMap<ManifestSet, readonly LogRouterConfig[]>();

/** The ConfigMaps of the name, and in the namespace, that AWS wants; more than one where somebody wrote it twice. */
export function logRouterConfigs(manifests: ManifestSet): readonly LogRouterConfig[] {
  const configs = READ.get(manifests) ?? configMaps(manifests)
    .filter(({ manifest }) => manifest.metadata?.name === LOG_ROUTER.configMap && manifest.metadata?.namespace === LOG_ROUTER.namespace)
    .map(at => ({ at, data: dataOf(at), files: filesOf(dataOf(at)) }));
  READ.set(manifests, configs);
  return configs;
}

/** ConfigMaps that look like the one that AWS reads, and are not: another namespace, or another name there. */
export function strayLogRouterConfigs(manifests: ManifestSet): Located[] {
  return configMaps(manifests).filter(at => {
    const { name, namespace } = at.manifest.metadata ?? {};
    if (name === LOG_ROUTER.configMap) return namespace !== LOG_ROUTER.namespace;
    return namespace === LOG_ROUTER.namespace && KEYS.some(key => Object.hasOwn(dataOf(at), key));
  });
}

/** The sections of a name, from whichever file they stand in. */
export function sectionsOf({ files }: LogRouterConfig, name: string): FluentBitSection[] {
  return files.flatMap(({ sections }) => sections).filter(section => section.name.toUpperCase() === name);
}

function configMaps(manifests: ManifestSet): Located[] {
  return manifests.ofKind('ConfigMap').filter(({ manifest }) => groupOf(manifest) === '');
}

function dataOf({ manifest }: Located): { readonly [key: string]: unknown } {
  return isObject(manifest.data) ? manifest.data as { readonly [key: string]: unknown } : {};
}

function filesOf(data: { readonly [key: string]: unknown }): LogRouterConfig['files'] {
  return KEYS.flatMap(key => {
    const text = Object.hasOwn(data, key) ? data[key] : undefined;
    return typeof text === 'string' ? [{ key, text, ...parseFluentBitConf(text) }] : [];
  });
}
