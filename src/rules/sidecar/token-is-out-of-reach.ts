import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { AGENT_IMAGE } from '../../facts/agent-images';
import { SHARED_PROCESSES } from '../../facts/shared-processes';
import { allContainers, isFargateAgent } from '../../manifest/containers';
import { Rule } from '../rule';
import { sharesWithAgent } from '../shared-processes';

/**
 * A container that names no user is left alone: most images do not run as root or as the Agent's user, and nearly every pod would be
 * warned of.
 */
export const tokenIsOutOfReach: Rule = {
  id: 'sidecar/token-is-out-of-reach',
  severity: 'warning',
  title: "On a cluster that also has nodes, no container that shares processes with an Agent is made to run as root, as the Agent's user or with SYS_PTRACE added.",
  link: SHARED_PROCESSES.source,
  check: context => {
    const { platform, manifests } = context;
    if (!platform?.nodes || platform.fargate !== 'profiles') return [];
    return manifests.pods.filter(at => sharesWithAgent(at, context)).flatMap(at => allContainers(at.pod)
      .filter(container => !isFargateAgent(container))
      .flatMap(container => {
        const why = reachOf(at.pod, container);
        return why === undefined ? [] : [{
          at,
          reason: `the container '${container.name}' ${why}, and shares its processes with the Agent: it can read the Agent's environment and token below /proc, and with that token the specs and logs of every pod, and run commands in the containers of nodes that are not Fargate's`,
          remedy: `Write 'runAsNonRoot: true', another 'runAsUser' than ${AGENT_IMAGE.uid}, 'allowPrivilegeEscalation: false' and 'capabilities: { drop: [ALL] }' into its securityContext, or run the workload on nodes, without datadog.instrument(...)`,
        }];
      }));
  },
};

/** Container before pod, as Kubernetes has it. The kernel compares user and group; root without SETUID cannot become the Agent's user. */
function reachOf(pod: PodSpec, { securityContext: own }: Container): string | undefined {
  const user = own?.runAsUser ?? pod.securityContext?.runAsUser;
  const group = own?.runAsGroup ?? pod.securityContext?.runAsGroup;
  const has = (capability: string) => capabilities(own?.capabilities?.add).some(name => name === capability || name === 'ALL');
  const lacks = (capability: string) => capabilities(own?.capabilities?.drop).some(name => name === capability || name === 'ALL') && !has(capability);
  if (has('SYS_PTRACE') && !(typeof user === 'number' && user !== 0 && own?.allowPrivilegeEscalation === false)) return 'has the capability SYS_PTRACE';
  if (user === 0 && !lacks('SETUID')) return 'runs as root';
  return user === AGENT_IMAGE.uid && (group ?? AGENT_IMAGE.gid) === AGENT_IMAGE.gid ? `runs as the Agent's user ${AGENT_IMAGE.uid}` : undefined;
}

function capabilities(names: unknown): string[] {
  return Array.isArray(names) ? names.map(name => String(name).toUpperCase().replace(/^CAP_/, '')) : [];
}
