import { RuleContext } from './rule';
import { injects } from '../manifest/injection-match';
import { LocatedPods } from '../manifest/manifest-set';

/**
 * Whether the containers of a pod share their processes with an Agent, also where it is added when the pods are made. Datadog's
 * webhook leaves them apart.
 */
export function sharesWithAgent(at: LocatedPods, { manifests, sidecarInjections = [] }: RuleContext): boolean {
  return (at.pod.shareProcessNamespace === true && manifests.sidecars.includes(at))
    || sidecarInjections.some(({ webhook, match }) => !webhook && injects(match, at));
}
