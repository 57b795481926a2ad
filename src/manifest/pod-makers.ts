import { groupOf, Manifest } from './manifest';
import { isObject, objectsIn } from './objects-in';
import { makesPods } from './pod-template';
import { KindsFact, NOT_POD_MAKING_KINDS, POD_MAKING_KINDS } from '../facts/workload-kinds';

type Json = { readonly [field: string]: unknown };

/** A controller's object holds its template within this many fields of each other. */
const DEEPEST = 12;
/** Values for something else that renders: what they mean is not known here. */
const VALUES: readonly string[] = ['values', 'valuesObject'];

/**
 * True where pods come of the object by a way that nothing is added to: it is of a kind without the one pod template that
 * {@link makesPods} knows. Such kinds are recognised by the containers in them, whatever their group is.
 */
export function makesOtherPods(manifest: Manifest): boolean {
  if (!isObject(manifest) || makesPods(manifest) || isOf(manifest, NOT_POD_MAKING_KINDS)) return false;
  return isOf(manifest, POD_MAKING_KINDS) || holdsContainers(manifest, 0);
}

function isOf(manifest: Manifest, facts: readonly KindsFact[]): boolean {
  const group = groupOf(manifest);
  return facts.some(fact => fact.group === group && (fact.kinds?.includes(manifest.kind) ?? true));
}

function holdsContainers(value: unknown, depth: number): boolean {
  if (depth > DEEPEST || !isObject(value)) return false;
  if (Array.isArray(value)) return value.some(item => holdsContainers(item, depth + 1));
  const { containers, container, steps } = value as Json;
  return [containers, steps].some(areContainers) || isContainer(container)
    || Object.entries(value).some(([field, item]) => !VALUES.includes(field) && holdsContainers(item, depth + 1));
}

/** Containers of a pod, or steps of a task that are containers: each has a name and an image. */
function areContainers(list: unknown): boolean {
  const items = objectsIn(list as readonly object[]);
  return items.length > 0 && items.every(item => isContainer(item) && typeof (item as Json).name === 'string');
}

function isContainer(value: unknown): boolean {
  return isObject(value) && typeof (value as Json).image === 'string';
}
