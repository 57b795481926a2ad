import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { AGENT_IMAGE } from '../../facts/agent-images';
import { PAGES } from '../../facts/pages';
import { fargateAgents } from '../../manifest/containers';
import { Rule } from '../rule';

const USERS: readonly number[] = [AGENT_IMAGE.uid, ...AGENT_IMAGE.otherUids];

export const runsAsSupportedUser: Rule = {
  id: 'sidecar/runs-as-supported-user',
  severity: 'error',
  title: 'The Agent in a Fargate pod runs as a user that its image supports.',
  link: PAGES.securityContext.source,
  check: ({ manifests }) => manifests.sidecars.flatMap(at => fargateAgents(at.pod).flatMap(agent => {
    const reason = userFault(at.pod, agent);
    return reason ? [{
      at,
      reason,
      remedy: `Set 'securityContext.runAsUser: ${AGENT_IMAGE.uid}' and 'runAsGroup: ${AGENT_IMAGE.gid}' on the container '${agent.name}' itself, as datadog.instrument(...) does`,
    }] : [];
  })),
};

/** Container before pod, as Kubernetes has it. */
function userFault(pod: PodSpec, { name, securityContext }: Container): string | undefined {
  const user = securityContext?.runAsUser ?? pod.securityContext?.runAsUser;
  const nonRoot = securityContext?.runAsNonRoot ?? pod.securityContext?.runAsNonRoot;
  const where = (field: 'runAsUser' | 'runAsNonRoot') => securityContext?.[field] == null ? 'the pod' : `the container '${name}'`;
  if (typeof user === 'number' && !USERS.includes(user)) {
    return `'runAsUser' of ${where('runAsUser')} is ${user}, and in the Agent's image only the users ${USERS.join(' and ')} can read and write what they need`;
  }
  if (nonRoot === true && !user) {
    return `'runAsNonRoot' of ${where('runAsNonRoot')} is true and the container '${name}' would start as root, so the kubelet refuses to start it`;
  }
  return undefined;
}
