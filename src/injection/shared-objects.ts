import { ApiObject } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { ManifestHook } from './manifest-hook';
import { addOwnObject } from './own-object';
import { Manifest } from '../manifest/manifest';

/** What was added to each app, by kind, namespace and name: looking for it in the tree would take a walk for each account. */
const SHARED = new WeakMap<ManifestHook, Map<string, ApiObject[]>>();

/**
 * Adds an object of ours that several constructs of one cluster need, such as the ServiceAccount of a namespace; undefined
 * where one of them made it already. `concerns` tells what belongs to the cluster.
 */
export function addSharedObject(scope: Construct, id: string, manifest: Manifest, concerns: (object: IConstruct) => boolean): ApiObject | undefined {
  const made = sharedLike(manifest, ManifestHook.of(scope));
  if (made.some(concerns)) return undefined;
  const object = addOwnObject(scope, id, manifest);
  made.push(object);
  return object;
}

function sharedLike({ kind, metadata }: Manifest, hook: ManifestHook): ApiObject[] {
  const shared = SHARED.get(hook) ?? new Map<string, ApiObject[]>();
  SHARED.set(hook, shared);
  const identity = `${kind} ${metadata?.namespace} ${metadata?.name}`;
  const made = shared.get(identity) ?? [];
  shared.set(identity, made);
  return made;
}
