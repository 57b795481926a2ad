import type { Container } from 'kubernetes-types/core/v1';
import { allContainers, isFargateAgent } from './containers';
import { startsImageOfDatadog } from './datadog-images';
import { Manifest, namespaceOf } from './manifest';
import { LocatedPods, ManifestSet } from './manifest-set';
import { isDatadogs } from './node-agents';
import { isObject, objectsIn } from './objects-in';
import { oncePer } from '../base/once-per';
import { SETTINGS_FILES } from '../facts/settings-files';

/** Keys of ConfigMaps and Secrets that Datadog's containers mount as files of settings. */
export const settingsKeys = oncePer((manifests: ManifestSet): ReadonlyMap<Manifest, ReadonlySet<string>> => {
  const keys = new Map<Manifest, Set<string>>();
  for (const at of manifests.pods) {
    for (const container of allContainers(at.pod)) {
      if (!isDatadogs(at) && !isFargateAgent(container) && !startsImageOfDatadog(container)) continue;
      for (const { holder, key } of keysOf(manifests, at, container)) keys.set(holder, (keys.get(holder) ?? new Set()).add(key));
    }
  }
  return keys;
});

function keysOf(manifests: ManifestSet, at: LocatedPods, container: Container): Array<{ holder: Manifest; key: string }> {
  return objectsIn(container.volumeMounts).filter(({ mountPath }) => isSettings(mountPath)).flatMap(mount => {
    const volume = objectsIn(at.pod.volumes).find(v => v.name === mount.name);
    const sources = objectsIn(volume?.projected?.sources);
    const held = (kind: string, name: string | undefined, items: unknown) => {
      const holder = manifests.find(kind, namespaceOf(at.manifest), name ?? '');
      if (!holder) return [];
      const named = objectsIn(items as Array<{ key: string }>).map(({ key }) => key);
      return (named.length > 0 ? named : [...Object.keys(holder.data ?? {}), ...Object.keys(holder.stringData ?? {})]).map(key => ({ holder, key }));
    };
    return [
      ...[volume?.configMap, ...sources.map(s => s.configMap)].filter(source => isObject(source)).flatMap(({ name, items }) => held('ConfigMap', name, items)),
      ...[volume?.secret].filter(source => isObject(source)).flatMap(({ secretName, items }) => held('Secret', secretName, items)),
      ...sources.map(s => s.secret).filter(source => isObject(source)).flatMap(({ name, items }) => held('Secret', name, items)),
    ];
  });
}

function isSettings(path: unknown): boolean {
  return typeof path === 'string' && SETTINGS_FILES.folders.some(folder => path === folder || path.startsWith(`${folder}/`));
}
