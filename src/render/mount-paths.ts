import type { PodSpec, VolumeMount } from 'kubernetes-types/core/v1';
import { objectsIn } from '../manifest/objects-in';

export function isAt({ mountPath }: VolumeMount, path: string): boolean {
  return mountPath.replace(/\/+$/, '') === path;
}

export function isAbove({ mountPath }: VolumeMount, path: string): boolean {
  return path.startsWith(`${mountPath.replace(/\/$/, '')}/`);
}

/** No folder for another mount can be made in it. */
export function isReadOnly(pod: PodSpec, mount: VolumeMount): boolean {
  const volume = objectsIn(pod.volumes).find(({ name }) => name === mount.name);
  return mount.readOnly === true || Boolean(volume?.configMap ?? volume?.secret ?? volume?.projected ?? volume?.downwardAPI);
}
