import type { Container } from 'kubernetes-types/core/v1';
import { autodiscoveryAnnotations, AutodiscoveryAnnotation } from './autodiscovery';
import { allContainers } from './containers';
import { Located, Manifest } from './manifest';
import { LocatedPods, ManifestSet } from './manifest-set';
import { isObject, objectsIn } from './objects-in';
import { oncePer } from '../base/once-per';
import { AUTODISCOVERY } from '../facts/autodiscovery';

type Json = { readonly [field: string]: unknown };

/** A check as some object of the cluster asks for it. */
export interface CheckConfig {
  /** The ConfigMap with the file, or the object with the annotations. */
  readonly at: Located;
  /** Name of the check. */
  readonly check: string;
  readonly instances: readonly Json[];
  readonly target: CheckTarget;
  /** The workload that loads the file; absent for annotations. */
  readonly loader?: LocatedPods;
}

/** What a check is run for. */
export type CheckTarget =
  /** A Service, or each endpoint of one. */
  | { readonly kind: 'service' | 'endpoints'; readonly namespace: string; readonly name: string; readonly resolve?: string }
  /** Containers by the short names of their images, on the Agent's node. */
  | { readonly kind: 'containers'; readonly images: readonly string[] }
  /** Pods of the object itself. */
  | { readonly kind: 'pods' }
  /** Nothing that is discovered: it runs once, by a runner where `clusterCheck` says so. */
  | { readonly kind: 'none'; readonly clusterCheck: boolean };

/** A file that a workload loads from a ConfigMap into the folder for checks. */
export interface CheckFile {
  readonly loader: LocatedPods;
  readonly configMap: Located;
  /** Path below the folder. */
  readonly path: string;
  /** Undefined where it is no JSON: YAML that somebody wrote by hand is not looked into. */
  readonly content?: Json;
  /** The file as it stands in the ConfigMap; undefined where it is not a text. */
  readonly text?: string;
}

const FOLDER = /^(\/conf\.d|\/etc\/datadog-agent\/conf\.d)(\/|$)/;

/** Every check file that the manifests mount. */
export const checkFiles = oncePer((manifests: ManifestSet): readonly CheckFile[] =>
  manifests.pods.flatMap(loader => allContainers(loader.pod).flatMap(container => filesOf(manifests, loader, container))));

/** Every check of the manifests: by file, by annotation of a Service, and by annotation of a pod. */
export const checkConfigs = oncePer(findConfigs);

function filesOf(manifests: ManifestSet, loader: LocatedPods, container: Container): CheckFile[] {
  return objectsIn(container.volumeMounts).filter(m => typeof m.mountPath === 'string' && FOLDER.test(m.mountPath)).flatMap(mount => {
    const source = objectsIn(loader.pod.volumes).find(v => v.name === mount.name)?.configMap;
    const configMap = manifests.ofKind('ConfigMap').find(({ manifest }) =>
      manifest.metadata?.name === source?.name && manifest.metadata?.namespace === loader.namespace);
    if (!isObject(source) || !configMap || !isObject(configMap.manifest.data)) return [];
    const items = objectsIn(source.items);
    const keys = items.length > 0 ? items : Object.keys(configMap.manifest.data).map(key => ({ key, path: key }));
    const folder = mount.mountPath.replace(FOLDER, '');
    const data = configMap.manifest.data as { readonly [key: string]: unknown };
    return keys.map(({ key, path }) => ({ loader, configMap, path: `${folder}${folder ? '/' : ''}${path}`, content: parse(data[key]), text: textOf(data[key]) }));
  });
}

function findConfigs(manifests: ManifestSet): CheckConfig[] {
  const byFile = checkFiles(manifests).flatMap(({ loader, configMap, path, content }) => content
    ? targetsOfFile(content).map(target => ({ at: configMap, check: checkOfPath(path), instances: objectsOf(content.instances), target, loader }))
    : []);
  const byService = manifests.ofKind('Service').flatMap(at => {
    const annotations = autodiscoveryAnnotations(at.manifest.metadata?.annotations);
    return [AUTODISCOVERY.service, AUTODISCOVERY.endpoints].flatMap(identifier =>
      annotated(at, annotations, identifier, targetOfService(at.manifest, annotations, identifier)));
  });
  const byPod = manifests.pods.flatMap(at => {
    const annotations = autodiscoveryAnnotations(at.template.metadata?.annotations);
    const names = new Set(annotations.flatMap(({ identifier }) => identifier === undefined ? [] : [identifier]));
    return [...names].flatMap(name => annotated(at, annotations, name, { kind: 'pods' }));
  });
  return [...byFile, ...byService, ...byPod];
}

/** `etcd` of `etcd.yaml`, `etcd.d/etcd.yaml` and `etcd.d/second.yaml`. */
export function checkOfPath(path: string): string {
  return path.split('/').at(-2)?.replace(/\.d$/, '') ?? path.replace(/\.ya?ml(\.default)?$/, '');
}

function targetsOfFile(content: Json): CheckTarget[] {
  const images = Array.isArray(content.ad_identifiers) ? content.ad_identifiers.filter(id => typeof id === 'string') : [];
  const services = objectsOf(content.advanced_ad_identifiers).flatMap(id => [
    ...isObject(id.kube_service) ? [serviceTarget('service', id.kube_service as Json)] : [],
    ...isObject(id.kube_endpoints) ? [serviceTarget('endpoints', id.kube_endpoints as Json)] : [],
  ]);
  if (services.length > 0) return services;
  return [images.length > 0 ? { kind: 'containers', images } : { kind: 'none', clusterCheck: content.cluster_check === true }];
}

function serviceTarget(kind: 'service' | 'endpoints', { namespace, name, resolve }: Json): CheckTarget {
  return { kind, namespace: String(namespace), name: String(name), ...typeof resolve === 'string' && { resolve } };
}

function targetOfService({ metadata }: Manifest, annotations: readonly AutodiscoveryAnnotation[], identifier: string): CheckTarget {
  const resolve = annotations.find(a => a.identifier === identifier && a.field === AUTODISCOVERY.resolve)?.value;
  return {
    kind: identifier === AUTODISCOVERY.service ? 'service' : 'endpoints',
    namespace: metadata?.namespace ?? 'default',
    name: metadata?.name ?? '',
    ...resolve !== undefined && { resolve },
  };
}

/** In the second version of the annotations where it stands there, and else in the first. */
function annotated(at: Located, annotations: readonly AutodiscoveryAnnotation[], identifier: string, target: CheckTarget): CheckConfig[] {
  const field = (name: string): unknown => parse(annotations.find(a => a.identifier === identifier && a.field === name)?.value);
  const checks = field(AUTODISCOVERY.checks);
  if (isObject(checks)) {
    return Object.entries(checks)
      .filter(([, value]) => isObject(value))
      .map(([check, { instances }]) => ({ at, check, instances: objectsOf(instances), target }));
  }
  const names = field(AUTODISCOVERY.checkNames);
  const instances = field(AUTODISCOVERY.instances);
  if (!Array.isArray(names) || !Array.isArray(instances)) return [];
  return names.map((check, index) => ({ at, check: String(check), instances: objectsOf([instances[index]].flat()), target }));
}

function objectsOf(value: unknown): Json[] {
  return objectsIn(value as readonly Json[]);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function parse(text: unknown): any {
  if (typeof text !== 'string') return undefined;
  try {
    const value = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
