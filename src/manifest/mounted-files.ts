import type { Container, PodSpec, Volume } from 'kubernetes-types/core/v1';
import { objectsIn } from './objects-in';

/** Where Kubernetes mounts the token and the authorities of an account. */
const ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/** True where a volume of the pod, or the account of the container, puts something at the path. */
export function isMounted(pod: PodSpec, container: Container, path: string): boolean {
  if (isBelow(path, ACCOUNT) && pod.automountServiceAccountToken !== false) return true;
  return objectsIn(container.volumeMounts).some(mount => {
    if (typeof mount.mountPath !== 'string' || !isBelow(path, mount.mountPath)) return false;
    const volume = objectsIn(pod.volumes).find(v => v.name === mount.name);
    const below = [mount.subPath, path.slice(mount.mountPath.replace(/\/$/, '').length + 1)].filter(part => part).join('/');
    return volume !== undefined && volumeHas(pod, volume, below);
  });
}

function isBelow(path: string, folder: string): boolean {
  const plain = folder.replace(/\/$/, '');
  return path === plain || path.startsWith(`${plain}/`);
}

/** Secrets and ConfigMaps with items have those alone; what is in a folder of the host, nobody knows before the pod is there. */
function volumeHas(pod: PodSpec, volume: Volume, file: string): boolean {
  const { secret, configMap, projected, emptyDir } = volume;
  const has = (items: unknown) => {
    const named = objectsIn(items as Array<{ path?: string }>);
    return named.length === 0 || named.some(item => item.path === file);
  };
  if (secret) return has(secret.items);
  if (configMap) return has(configMap.items);
  if (projected) {
    return objectsIn(projected.sources).some(source => [source.secret, source.configMap, source.downwardAPI].some(part => part && has(part.items))
      || (source.serviceAccountToken !== undefined && source.serviceAccountToken.path === file));
  }
  // Empty until somebody fills it, and of the pod's containers only those that come before do so in time.
  if (emptyDir) return objectsIn(pod.initContainers).some(c => objectsIn(c.volumeMounts).some(m => m.name === volume.name && m.readOnly !== true));
  return true;
}

/** Names of the Secrets without which the pod does not start, of the volumes that are mounted at the path or above. */
export function secretsAt(pod: PodSpec, container: Container, path: string): string[] {
  const mounts = objectsIn(container.volumeMounts).filter(m => typeof m.mountPath === 'string' && isBelow(path, m.mountPath));
  return objectsIn(pod.volumes).filter(v => mounts.some(m => m.name === v.name)).flatMap(({ secret, projected }) => [
    ...secret?.secretName && !secret.optional ? [secret.secretName] : [],
    ...objectsIn(projected?.sources).flatMap(s => s.secret?.name && !s.secret.optional ? [s.secret.name] : []),
  ]);
}
