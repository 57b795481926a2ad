import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { Violation, ViolationError } from '../../base/violation';
import { AGENT_PORTS } from '../../facts/agent-ports';
import { SIDECAR, SOCKETS } from '../../facts/sidecar';
import { allContainers, envValue } from '../../manifest/containers';

const LINK = 'https://docs.datadoghq.com/integrations/eks_fargate/';

/** Throws a `ViolationError` where the pod already uses a name, a path or a port that the Agent needs. */
export function requireRoom(pod: PodSpec, agent: Container): void {
  const conflict = containerConflict(pod) ?? volumeConflict(pod, agent) ?? mountConflict(pod) ?? portConflict(pod, agent);
  if (conflict) throw new ViolationError({ ...conflict, link: LINK });
}

type Conflict = Omit<Violation, 'link'>;

function containerConflict(pod: PodSpec): Conflict | undefined {
  const taken = allContainers(pod).find(c => c.name === SIDECAR.containerName);
  return taken && {
    rule: 'sidecar/container-name-is-free',
    reason: `the pod has a container '${taken.name}' of image '${taken.image}', and the Agent's container has that name too`,
    remedy: 'Rename the container, or leave the workload out of instrument(...) if that one is the Agent',
  };
}

function volumeConflict(pod: PodSpec, agent: Container): Conflict | undefined {
  const ours = (agent.volumeMounts ?? []).map(m => m.name);
  const taken = pod.volumes?.find(v => ours.includes(v.name));
  return taken && {
    rule: 'sidecar/volume-name-is-free',
    reason: `the pod has a volume '${taken.name}', and the Agent's volume has that name too`,
    remedy: 'Rename the volume of the pod',
  };
}

function mountConflict(pod: PodSpec): Conflict | undefined {
  const taken = allContainers(pod).find(c => c.volumeMounts?.some(m => m.mountPath.replace(/\/$/, '') === SOCKETS.mountPath));
  return taken && {
    rule: 'sidecar/socket-path-is-free',
    reason: `the container '${taken.name}' mounts a volume of its own at ${SOCKETS.mountPath}, where the Agent's volume '${SOCKETS.volumeName}' has its sockets`,
    remedy: 'Remove that mount, or mount it at another path',
  };
}

function portConflict(pod: PodSpec, agent: Container): Conflict | undefined {
  const taken = AGENT_PORTS
    .map(fact => ({ ...fact, port: Number(envValue(agent, fact.movedBy) ?? fact.port) }))
    .flatMap(fact => (pod.containers ?? [])
      .filter(c => c.ports?.some(p => p.containerPort === fact.port && (p.protocol ?? 'TCP') === fact.protocol))
      .map(container => ({ fact, container })))[0];
  return taken && {
    rule: 'sidecar/port-is-free',
    reason: `the container '${taken.container.name}' listens on ${taken.fact.port}/${taken.fact.protocol}, and so does the container '${agent.name}' (${taken.fact.purpose}); the containers of a pod share one address`,
    remedy: `Move the Agent's port with sidecar.env: { ${taken.fact.movedBy}: '<another port>' }, or the container's`,
  };
}
