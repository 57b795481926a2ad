import { isDnsSubdomain } from './dns-subdomain';
import { isLate } from './late';
import { insideFault } from './volume-source';
import { nearest } from '../base/nearest';
import { ViolationError } from '../base/violation';
import { VOLUME_SOURCES } from '../facts/volume-sources';

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
    const fault = given.map(source => sourceFault(source, sources[source])).find(found => found !== undefined);
    if (fault) throw new ViolationError({ rule: 'kubernetes/volume', reason: `the volume '${name}' of ${of} ${fault.reason}`, remedy: fault.remedy, link: LINK });
  }
  return volumes;
}

function sourceFault(source: string, value: any): { readonly reason: string; readonly remedy: string } | undefined {
  if (!VOLUME_SOURCES.names.includes(source)) {
    return {
      reason: `has the source '${source.slice(0, 60)}', which Kubernetes does not have`,
      remedy: `Write '${nearest(source, VOLUME_SOURCES.names) ?? 'secret'}', or another source of Kubernetes`,
    };
  }
  if (typeof value !== 'object' || Array.isArray(value)) return { reason: `has no object in '${source}'`, remedy: `Write ${source}: {...}, as Kubernetes has it` };
  const path = VOLUME_SOURCES.paths[source];
  const field = VOLUME_SOURCES.objects[source];
  if (path !== undefined && !(typeof value[path] === 'string' && value[path] !== '' && !value[path].split('/').includes('..'))) {
    return { reason: `has no valid '${source}.${path}': it is a path without '..'`, remedy: `Write ${source}: { ${path}: '/etc/certs' }` };
  }
  if (field !== undefined && !isLate(value) && !(typeof value[field] === 'string' && isDnsSubdomain(value[field]))) {
    return { reason: `has no valid '${source}.${field}': it is the name of an object, of lowercase letters, digits, '-' and '.'`, remedy: `Write ${source}: { ${field}: 'certs' }` };
  }
  return insideFault(source, value);
}

/** Mounts of users at paths that begin at the root of the container, without a colon. */
export function requireVolumeMounts(of: string, mounts: readonly any[]): readonly any[] {
  const wrong = mounts.find(mount => typeof mount?.mountPath !== 'string' || !/^(\/|[A-Za-z]:\\)[^:]*$/.test(mount.mountPath));
  const escapes = mounts.find(({ subPath }) => subPath !== undefined && subPath !== null && (typeof subPath !== 'string' || /^\/|(^|\/)\.\.(\/|$)/.test(subPath)));
  if (wrong === undefined && escapes !== undefined) {
    throw new ViolationError({
      rule: 'kubernetes/volume',
      reason: `a mount of ${of} at '${escapes.mountPath}' has no valid 'subPath': it is a relative path without '..'`,
      remedy: "Write it like { name: 'certs', mountPath: '/etc/certs/tls.crt', subPath: 'tls.crt' }",
      link: LINK,
    });
  }
  if (wrong === undefined) return mounts;
  throw new ViolationError({
    rule: 'kubernetes/volume',
    reason: `a mount of ${of} has no valid 'mountPath': it begins with a slash and has no colon`,
    remedy: "Write it like { name: 'certs', mountPath: '/etc/certs', readOnly: true }",
    link: LINK,
  });
}
