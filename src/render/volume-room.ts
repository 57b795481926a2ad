import { ViolationError } from '../base/violation';

interface Volume {
  readonly name?: string;
}

interface VolumeMount {
  readonly name?: string;
  readonly mountPath?: string;
}

/** Volumes and mounts that a pod takes beside those that it has, each name and each path once. */
export function requireRoomForVolumes(
  pod: { readonly volumes: readonly Volume[]; readonly volumeMounts: readonly VolumeMount[] },
  more: { readonly volumes: readonly Volume[]; readonly volumeMounts: readonly VolumeMount[] },
): void {
  const path = ({ mountPath }: VolumeMount) => mountPath?.replace(/\/+$/, '');
  const name = firstTaken(pod.volumes.map(v => v.name), more.volumes.map(v => v.name));
  const taken = firstTaken(pod.volumeMounts.map(path), more.volumeMounts.map(path));
  if (name === undefined && taken === undefined) return;
  throw new ViolationError({
    rule: 'kubernetes/volumes-are-unique',
    reason: name !== undefined ? `the pod has a volume '${name}' already` : `the container has something mounted at '${taken}' already`,
    remedy: name !== undefined ? 'Give the volume another name' : 'Mount the volume at another path',
    link: 'https://kubernetes.io/docs/concepts/storage/volumes/',
  });
}

function firstTaken(has: ReadonlyArray<string | undefined>, wants: ReadonlyArray<string | undefined>): string | undefined {
  return wants.find((want, at) => want !== undefined && (has.includes(want) || wants.indexOf(want) < at));
}
