import type { Container } from 'kubernetes-types/core/v1';
import { RuleContext } from './rule';
import { fargateAgents } from '../manifest/containers';
import { injects } from '../manifest/injection-match';
import { LocatedPods } from '../manifest/manifest-set';
import { objectsIn } from '../manifest/objects-in';
import { podRequests, PodRequests } from '../manifest/pod-requests';

/** What the pods of a workload request, and the injection whose Agent is counted in; absent where the manifest has all containers. */
export interface FargateRequests {
  readonly requests: PodRequests;
  readonly injection?: string;
}

/** What the pods request when they are made: with the Agent that an injection adds by then. */
export function fargateRequests(at: LocatedPods, { sidecarInjections = [] }: RuleContext): FargateRequests {
  const injection = fargateAgents(at.pod).length > 0 ? undefined : sidecarInjections.find(({ match }) => injects(match, at));
  if (injection?.resources === undefined) return { requests: podRequests(at.pod) };
  const agent: Container = { name: injection.name, resources: { requests: { ...injection.resources } } };
  return { requests: podRequests({ ...at.pod, containers: [...objectsIn(at.pod.containers), agent] }), injection: injection.name };
}

/** Who adds the Agent, for the end of a sentence. */
export function agentInWords({ injection }: FargateRequests): string {
  return injection === undefined ? '' : `, with the Agent that '${injection}' adds`;
}
