import { ViolationError } from '../base/violation';

const LINK = 'https://kubernetes.io/docs/concepts/storage/volumes/';

/** Volumes of users with names that Kubernetes takes, each from one source. `of` says of whose pods. */
export function requireVolumes(of: string, volumes: readonly any[]): readonly any[] {
  for (const volume of volumes) {
    const { name, ...sources } = typeof volume === 'object' && volume !== null ? volume : { name: undefined };
    const given = Object.keys(sources).filter(key => sources[key] !== undefined && sources[key] !== null);
    if (typeof name !== 'string' || name.length > 63 || !/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name)) {
      throw new ViolationError({
        rule: 'kubernetes/volume',
        reason: `a volume of ${of} has no valid name: Kubernetes takes up to 63 lowercase letters, digits and hyphens, beginning and ending with a letter or digit`,
        remedy: "Write it like { name: 'certs', secret: { secretName: 'certs' } }",
        link: LINK,
      });
    }
    // Without a source Kubernetes takes an emptyDir.
    if (given.length > 1) {
      throw new ViolationError({
        rule: 'kubernetes/volume',
        reason: `the volume '${name}' of ${of} has ${given.length} sources (${given.sort().join(', ')}), and Kubernetes takes one`,
        remedy: 'Leave one of them, and write the other as a volume of its own',
        link: LINK,
      });
    }
  }
  return volumes;
}

/** Mounts of users at paths that begin at the root of the container, without a colon. */
export function requireVolumeMounts(of: string, mounts: readonly any[]): readonly any[] {
  const wrong = mounts.find(mount => typeof mount?.mountPath !== 'string' || !/^(\/|[A-Za-z]:\\)[^:]*$/.test(mount.mountPath));
  if (wrong === undefined) return mounts;
  throw new ViolationError({
    rule: 'kubernetes/volume',
    reason: `a mount of ${of} has no valid 'mountPath': it begins with a slash and has no colon`,
    remedy: "Write it like { name: 'certs', mountPath: '/etc/certs', readOnly: true }",
    link: LINK,
  });
}
