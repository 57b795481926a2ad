import { isObject, objectsIn } from './objects-in';

/** A Kubernetes object as plain JSON. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: Metadata;
  readonly [field: string]: any;
}

export interface Metadata {
  readonly name?: string;
  readonly namespace?: string;
  readonly labels?: { readonly [name: string]: string };
  readonly annotations?: { readonly [name: string]: string };
  readonly [field: string]: any;
}

/** A manifest and where it was written: the path of its construct, or a file. */
export interface Located {
  readonly path: string;
  readonly manifest: Manifest;
  /** True where nobody writes it here: something else makes it in the cluster. */
  readonly delivered?: boolean;
}

/** The API group; '' for the core group. */
export function groupOf(manifest: { readonly apiVersion: string }): string {
  const parts = String(manifest.apiVersion).split('/');
  return parts.length === 2 ? parts[0] : '';
}

/** Kind, namespace and name, for a sentence. */
export function nameOf(manifest: Manifest): string {
  const { name, namespace } = manifest.metadata ?? {};
  return `${manifest.kind} ${namespace ? `${namespace}/` : ''}${name ?? '(no name)'}`;
}

/** The namespace of a namespaced object; where it names none, the one that kubectl takes. */
export function namespaceOf(manifest: Manifest): string {
  return manifest.metadata?.namespace || 'default';
}

/** True for `kind: List` and its relatives, whose items are objects of their own. */
export function isList(manifest: Manifest): boolean {
  return typeof manifest.kind === 'string' && manifest.kind.endsWith('List') && Array.isArray(manifest.items);
}

/** The object itself, or the objects of a List however deep; an empty YAML document has none. */
export function flatten(manifest: Manifest): Manifest[] {
  if (!isObject(manifest)) return [];
  return isList(manifest) ? objectsIn<Manifest>(manifest.items).flatMap(flatten) : [manifest];
}

/** Applies `change` to the object, or to every object of a List; nothing is mutated, and what does not change stays the same value. */
export function mapObjects(manifest: Manifest, change: (object: Manifest) => Manifest): Manifest {
  if (!isList(manifest)) return change(manifest);
  const items: Manifest[] = manifest.items.map((item: Manifest) => isObject(item) ? mapObjects(item, change) : item);
  return items.some((item, at) => item !== manifest.items[at]) ? { ...manifest, items } : manifest;
}
