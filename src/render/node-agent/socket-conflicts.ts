import type { PodSpec, Volume } from 'kubernetes-types/core/v1';
import { Violation, ViolationError } from '../../base/violation';
import { NODE_CONNECTION } from '../../facts/node-connection';
import { allContainers } from '../../manifest/containers';
import { objectsIn } from '../../manifest/objects-in';
import { isAbove, isAt, isReadOnly } from '../mount-paths';

const { hostPath, mountPath } = NODE_CONNECTION;

/** Throws a `ViolationError` where the pod uses the volume's name or its path for something else. */
export function requireRoomForSockets(pod: PodSpec, ours: Volume): void {
  const conflict = volumeConflict(pod, ours) ?? mountConflict(pod);
  if (conflict) throw new ViolationError({ ...conflict, link: NODE_CONNECTION.source });
}

type Conflict = Omit<Violation, 'link'>;

function volumeConflict(pod: PodSpec, ours: Volume): Conflict | undefined {
  const taken = objectsIn(pod.volumes).find(v => v.name === ours.name && v.hostPath?.path?.replace(/\/$/, '') !== hostPath);
  return taken && {
    rule: 'sidecar/volume-name-is-free',
    reason: `the pod has a volume '${taken.name}', and the volume with the sockets of the Agent has that name too`,
    remedy: 'Rename the volume of the pod',
  };
}

function mountConflict(pod: PodSpec): Conflict | undefined {
  const isHosts = (name: string) => objectsIn(pod.volumes).some(v => v.name === name && v.hostPath !== undefined);
  const taken = allContainers(pod).flatMap(container => objectsIn(container.volumeMounts)
    .filter(mount => isAt(mount, mountPath) ? !isHosts(mount.name) : isAbove(mount, mountPath) && isReadOnly(pod, mount))
    .map(mount => ({ container, mount })))[0];
  return taken && {
    rule: 'sidecar/socket-path-is-free',
    reason: `the container '${taken.container.name}' mounts ${isAt(taken.mount, mountPath) ? 'a volume of its own' : 'a read-only volume'} at ${taken.mount.mountPath}, and the Agent of the node has its sockets at ${mountPath}`,
    remedy: 'Remove that mount, or mount it at another path',
  };
}
