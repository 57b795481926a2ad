import type { PodSpec } from 'kubernetes-types/core/v1';
import { FARGATE_POD_LIMITS, FargateLimitFact } from '../../facts/fargate';
import { allContainers } from '../../manifest/containers';
import { objectsIn } from '../../manifest/objects-in';
import { fargatePods } from '../fargate-pods';
import { Rule } from '../rule';

interface PodLimit {
  readonly fact: FargateLimitFact;
  readonly title: string;
  /** Each place of the pod that breaks the limit, as the beginning of a sentence. */
  readonly places: (pod: PodSpec) => string[];
}

const POD_LIMITS: readonly PodLimit[] = [
  {
    fact: FARGATE_POD_LIMITS.hostPath,
    title: 'No pod on Fargate has a hostPath volume.',
    places: pod => objectsIn(pod.volumes).filter(v => v.hostPath).map(v => `the volume '${v.name}' is the hostPath '${v.hostPath!.path}'`),
  },
  {
    fact: FARGATE_POD_LIMITS.hostNetwork,
    title: 'No pod on Fargate is on the host network.',
    places: pod => pod.hostNetwork === true ? ["'hostNetwork' is true"] : [],
  },
  {
    fact: FARGATE_POD_LIMITS.hostPort,
    title: 'No container on Fargate has a hostPort.',
    places: pod => allContainers(pod).flatMap(c => objectsIn(c.ports)
      .filter(p => p.hostPort)
      .map(p => `the port ${p.name ? `'${p.name}'` : p.containerPort} of the container '${c.name}' has the hostPort ${p.hostPort}`)),
  },
  {
    fact: FARGATE_POD_LIMITS.hostPid,
    title: 'No pod on Fargate shares the processes of a host.',
    places: pod => pod.hostPID === true ? ["'hostPID' is true"] : [],
  },
  {
    fact: FARGATE_POD_LIMITS.privileged,
    title: 'No container on Fargate is privileged.',
    places: pod => allContainers(pod).filter(c => c.securityContext?.privileged === true).map(c => `the container '${c.name}' is privileged`),
  },
];

/** One rule for each limit. A DaemonSet has a rule of its own. */
export const FARGATE_POD_LIMIT_RULES: readonly Rule[] = POD_LIMITS.map(({ fact, title, places }): Rule => ({
  id: `fargate/${fact.id}`,
  severity: 'error',
  title,
  link: fact.source,
  check: context => fargatePods(context).flatMap(at => places(at.pod).map(place => ({ at, reason: `${place}, and ${fact.reason}`, remedy: fact.remedy }))),
}));
