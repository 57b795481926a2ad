import { SOCKETS } from '../facts/sidecar';

/** Notes that the cluster autoscaler may evict the pod although it has these volumes. */
export function withSafeToEvict(added: readonly string[], annotations: { readonly [name: string]: string } = {}): { [name: string]: string } {
  const name = SOCKETS.safeToEvictAnnotation;
  const noted = (Object.hasOwn(annotations, name) ? annotations[name] : '').split(',').map(v => v.trim()).filter(v => v);
  return { [name]: [...new Set([...noted, ...added])].join(',') };
}
