import type { Container } from 'kubernetes-types/core/v1';
import { allContainers, isFargateAgent } from './containers';
import { startsImageOfDatadog } from './datadog-images';
import { Manifest, namespaceOf } from './manifest';
import { LocatedPods, ManifestSet } from './manifest-set';
import { isDatadogs } from './node-agents';
import { isObject, objectsIn } from './objects-in';
import { oncePer } from '../base/once-per';
import { SETTINGS_FILES } from '../facts/settings-files';

/** Keys of ConfigMaps that Datadog's containers mount as files of settings. */
export const settingsKeys = oncePer((manifests: ManifestSet): ReadonlyMap<Manifest, ReadonlySet<string>> => {
  const keys = new Map<Manifest, Set<string>>();
  for (const at of manifests.pods) {
    for (const container of allContainers(at.pod)) {
      if (!isDatadogs(at) && !isFargateAgent(container) && !startsImageOfDatadog(container)) continue;
      for (const { configMap, key } of keysOf(manifests, at, container)) keys.set(configMap, (keys.get(configMap) ?? new Set()).add(key));
    }
  }
  return keys;
});

function keysOf(manifests: ManifestSet, at: LocatedPods, container: Container): Array<{ configMap: Manifest; key: string }> {
  return objectsIn(container.volumeMounts).filter(({ mountPath }) => isSettings(mountPath)).flatMap(mount => {
    const volume = objectsIn(at.pod.volumes).find(v => v.name === mount.name);
    const sources = [volume?.configMap, ...objectsIn(volume?.projected?.sources).map(s => s.configMap)].filter(source => isObject(source));
    return sources.flatMap(source => {
      const configMap = manifests.find('ConfigMap', namespaceOf(at.manifest), source.name ?? '');
      const items = objectsIn(source.items);
      const files = items.length > 0 ? items.map(({ key }) => key) : Object.keys(configMap?.data ?? {});
      return configMap ? files.map(key => ({ configMap, key })) : [];
    });
  });
}

function isSettings(path: unknown): boolean {
  return typeof path === 'string' && SETTINGS_FILES.folders.some(folder => path === folder || path.startsWith(`${folder}/`));
}
