import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { SHARED_PROCESSES } from '../../facts/shared-processes';
import { isFargateAgent } from '../../manifest/containers';
import { objectsIn } from '../../manifest/objects-in';
import { Rule } from '../rule';
import { sharesWithAgent } from '../shared-processes';

/** The findings differ in the names of containers alone, so that they are printed as one paragraph. */
export const userIsNamed: Rule = {
  id: 'sidecar/user-is-named',
  severity: 'warning',
  title: 'On a cluster that also has nodes, no container that shares processes with an Agent leaves it to its image whether it runs as root.',
  link: SHARED_PROCESSES.source,
  check: context => {
    const { platform, manifests } = context;
    if (!platform?.nodes || platform.fargate !== 'profiles') return [];
    return manifests.pods.filter(at => sharesWithAgent(at, context)).flatMap(at => {
      const names = objectsIn<Container>(at.pod.containers).filter(container => !isFargateAgent(container) && mayBeRoot(at.pod, container)).map(({ name }) => `'${name}'`);
      return names.length === 0 ? [] : [{
        at,
        reason: `no user is named for ${names.join(',')}, so that the image may make it root, which can read the token of the Agent beside it below /proc: with it, commands run in the containers of nodes that are not Fargate's`,
        remedy: "Write 'runAsNonRoot: true' into the securityContext of the pod, or accept it for the app with Findings.acknowledge(app, 'sidecar/user-is-named', '...') once you know that the images do not run as root",
      }];
    });
  },
};

/** Container before pod. Root without SETUID cannot become the Agent's user. */
function mayBeRoot(pod: PodSpec, { securityContext: own }: Container): boolean {
  const named = own?.runAsUser ?? pod.securityContext?.runAsUser;
  const nonRoot = own?.runAsNonRoot ?? pod.securityContext?.runAsNonRoot;
  const names = (list: unknown) => Array.isArray(list) ? list.map(name => String(name).toUpperCase().replace(/^CAP_/, '')) : [];
  const keepsSetuid = ['SETUID', 'ALL'].some(name => names(own?.capabilities?.add).includes(name))
    || !['SETUID', 'ALL'].some(name => names(own?.capabilities?.drop).includes(name));
  // What is named badly, and SYS_PTRACE, has a rule of its own.
  return (named === undefined || named === null) && nonRoot !== true && keepsSetuid && !names(own?.capabilities?.add).some(name => name === 'SYS_PTRACE' || name === 'ALL');
}
