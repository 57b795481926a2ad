import { ViolationError } from '../base/violation';

const LINK = 'https://docs.datadoghq.com/containers/kubernetes/control_plane/';
const EFFECTS = ['NoSchedule', 'NoExecute'];
const NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

export function requirePlatformName(name: string): string {
  if (typeof name === 'string' && name.trim() !== '') return name;
  throw new ViolationError({
    rule: 'platform/has-a-name',
    reason: 'the custom platform has no name',
    remedy: "Write one, for example 'On our own metal': errors and summaries call it so",
    link: LINK,
  });
}

/** All four components, so that none is forgotten. */
export function requireComponents<T extends object>(components: T, isComponent: (value: unknown) => boolean): T {
  const missing = ['apiServer', 'etcd', 'scheduler', 'controllerManager'].find(id => !isComponent(components[id as keyof T]));
  if (missing === undefined) return components;
  throw incomplete(`'controlPlane' of the custom platform does not say how '${missing}' is watched`, 'Write a ControlPlaneComponent, such as ControlPlaneComponent.unavailable(...)');
}

export function requireTaints<T extends { readonly key: string; readonly effect: string }>(taints: readonly T[]): readonly T[] {
  const wrong = Array.isArray(taints) ? taints.find(t => typeof t?.key !== 'string' || t.key === '' || !EFFECTS.includes(t.effect)) : taints;
  if (Array.isArray(taints) && wrong === undefined) return taints;
  throw incomplete(`'taints' of the custom platform has ${JSON.stringify(wrong)}`, "Write taints with 'key' and 'effect', as the nodes have them");
}

export function requireImages(images: readonly string[]): readonly string[] {
  if (Array.isArray(images) && images.length > 0 && images.every(image => typeof image === 'string' && image !== '')) return images;
  throw incomplete(`${JSON.stringify(images)} names no image of a component`, "Write a list of short names of images, for example ['kube-scheduler']");
}

export function requireService(namespace: string, name: string): { readonly namespace: string; readonly name: string } {
  if ([namespace, name].every(text => typeof text === 'string' && NAME.test(text))) return { namespace, name };
  throw incomplete(`'${namespace}/${name}' is no Service of a component`, "Write its namespace and its name, for example 'default' and 'kubernetes'");
}

interface HostFiles {
  readonly folder: string;
  readonly certificate: string;
  readonly key: string;
  readonly ca: string;
}

/** Files are mounted one by one from their folder, and from nowhere else. */
export function requireHostFiles({ folder, certificate, key, ca }: HostFiles): HostFiles {
  const names = [certificate, key, ca];
  if (typeof folder === 'string' && folder.startsWith('/') && names.every(name => typeof name === 'string' && /^(?!\.{1,2}$)[^/]+$/.test(name))) return { folder, certificate, key, ca };
  throw incomplete(
    `'hostCertificate' is ${JSON.stringify({ folder, certificate, key, ca })}`,
    "Write 'folder' from / on, and names of files in it for 'certificate', 'key' and 'ca'",
  );
}

function incomplete(reason: string, remedy: string): ViolationError {
  return new ViolationError({ rule: 'platform/control-plane-is-described', reason, remedy, link: LINK });
}
