import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { ManifestHook } from './manifest-hook';
import { POD_SECURITY } from '../facts/node-connection';
import { PlatformFact } from '../facts/platforms/platform-fact';
import { NoSockets } from '../render/node-agent/intakes';

/**
 * Why pods of the namespace may not mount the host's folder with the sockets, as the Namespaces of the app say, and where they say
 * nothing the platform; undefined where they may.
 */
export function noSocketsIn(
  namespace: string | undefined,
  { noSockets, podSecurity }: PlatformFact,
  root: IConstruct,
  concerns: (object: IConstruct) => boolean,
): NoSockets | undefined {
  const levels = root.node.findAll()
    .filter((c): c is ApiObject => ApiObject.isApiObject(c) && c.kind === 'Namespace' && c.apiVersion === 'v1' && c.name === namespace)
    .filter(object => concerns(object) && !ManifestHook.isPinned(object))
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
