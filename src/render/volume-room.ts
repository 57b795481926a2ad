import { ViolationError } from '../base/violation';

interface Volume {
  readonly name?: string;
}

interface VolumeMount {
  readonly name?: string;
  readonly mountPath?: string;
}

/** Volumes and mounts that a pod takes beside those that it has, each name and each path once, and no mount without a volume. */
export function requireRoomForVolumes(
  pod: { readonly volumes: readonly Volume[]; readonly volumeMounts: readonly VolumeMount[] },
  more: { readonly volumes: readonly Volume[]; readonly volumeMounts: readonly VolumeMount[] },
): void {
  const path = ({ mountPath }: VolumeMount) => mountPath?.replace(/\/+$/, '');
  const name = firstTaken(pod.volumes.map(v => v.name), more.volumes.map(v => v.name));
  const taken = firstTaken(pod.volumeMounts.map(path), more.volumeMounts.map(path));
  if (name === undefined && taken === undefined) return requireVolumes([...pod.volumes, ...more.volumes], more.volumeMounts);
  throw new ViolationError({
    rule: 'kubernetes/volumes-are-unique',
    reason: name !== undefined ? `the pod has a volume '${name}' already` : `the container has something mounted at '${taken}' already`,
    remedy: name !== undefined ? 'Give the volume another name' : 'Mount the volume at another path',
    link: 'https://kubernetes.io/docs/concepts/storage/volumes/',
  });
}

/** A pod whose mount has no volume is refused by the API server. */
function requireVolumes(volumes: readonly Volume[], mounts: readonly VolumeMount[]): void {
  const lost = mounts.find(mount => !volumes.some(volume => volume.name === mount.name));
  if (!lost) return;
  throw new ViolationError({
    rule: 'kubernetes/mounts-have-a-volume',
    reason: `the volume '${lost.name}' is mounted at '${lost.mountPath}', and the pod has no volume of that name`,
    remedy: "Add it to 'volumes', or mount a volume that is there",
    link: 'https://kubernetes.io/docs/concepts/storage/volumes/',
  });
}

function firstTaken(has: ReadonlyArray<string | undefined>, wants: ReadonlyArray<string | undefined>): string | undefined {
  return wants.find((want, at) => want !== undefined && (has.includes(want) || wants.indexOf(want) < at));
}
