import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { apiObjectsIn } from './api-objects';
import { ManifestHook } from './manifest-hook';
import { POD_SECURITY } from '../facts/node-connection';
import { PlatformFact } from '../facts/platforms/platform-fact';
import { NoSockets } from '../render/node-agent/intakes';

/** Why pods of a namespace may not mount the host's folder with the sockets; undefined where they may. */
export type NoSocketsIn = (namespace: string | undefined) => NoSockets | undefined;

/**
 * What the Namespaces of the app say of sockets, and where they say nothing the platform. For one pass: the Namespaces are looked
 * for once, when the first pod asks, because a walk through the tree for each of thousands of pods is most of a synthesis.
 */
export function socketsByNamespace(platform: PlatformFact, root: IConstruct, concerns: (object: IConstruct) => boolean): NoSocketsIn {
  const told = new Map<string | undefined, NoSockets | undefined>();
  let namespaces: ReadonlyMap<string, readonly ApiObject[]> | undefined;
  return namespace => {
    if (told.has(namespace)) return told.get(namespace);
    namespaces ??= namespacesIn(root);
    const objects = namespace === undefined ? [] : namespaces.get(namespace) ?? [];
    const answer = noSocketsIn(namespace, platform, objects.filter(object => concerns(object) && !ManifestHook.isPinned(object)));
    told.set(namespace, answer);
    return answer;
  };
}

/** Namespaces by name: two clusters in one app may have one of a name each. */
function namespacesIn(root: IConstruct): Map<string, ApiObject[]> {
  const byName = new Map<string, ApiObject[]>();
  for (const object of apiObjectsIn(root)) {
    if (object.kind === 'Namespace' && object.apiVersion === 'v1') byName.set(object.name, [...byName.get(object.name) ?? [], object]);
  }
  return byName;
}

function noSocketsIn(namespace: string | undefined, { noSockets, podSecurity }: PlatformFact, objects: readonly ApiObject[]): NoSockets | undefined {
  const levels = objects
    // The hook keeps what is rendered here for the rest of the pass.
    .map(object => object.toJson().metadata?.labels?.[POD_SECURITY.enforceLabel])
    .filter(level => level !== undefined);
  const byDefault = levels.length === 0 && podSecurity !== undefined && !podSecurity.exempt.some(name => name === namespace);
  if (byDefault && noSockets) return { reason: noSockets.reason, link: noSockets.source };
  const level = levels.find(enforced => (POD_SECURITY.withoutHostPath as readonly string[]).includes(enforced));
  return level && {
    reason: `the Namespace '${namespace}' enforces the Pod Security level '${level}', at which no pod mounts folders of its node`,
    link: POD_SECURITY.source,
  };
}
