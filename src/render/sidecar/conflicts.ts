import type { Container, PodSpec, Volume } from 'kubernetes-types/core/v1';
import { Violation, ViolationError } from '../../base/violation';
import { AGENT_PORTS } from '../../facts/agent-ports';
import { SOCKETS } from '../../facts/sidecar';
import { allContainers, envValue } from '../../manifest/containers';
import { objectsIn } from '../../manifest/objects-in';
import { isAbove, isAt, isReadOnly } from '../mount-paths';

const LINK = 'https://docs.datadoghq.com/integrations/eks_fargate/';

/** Throws a `ViolationError` where the pod already uses a name, a path or a port that the Agent's containers or volumes need. */
export function requireRoom(pod: PodSpec, ours: readonly Container[], volumes: readonly Volume[]): void {
  const agent = ours[ours.length - 1];
  const conflict = containerConflict(pod, ours)
    ?? volumeConflict(pod, volumes)
    ?? mountConflict(pod, volumes)
    ?? portConflict(pod, agent)
    ?? portNameConflict(pod, agent);
  if (conflict) throw new ViolationError({ ...conflict, link: LINK });
}

type Conflict = Omit<Violation, 'link'>;

function containerConflict(pod: PodSpec, ours: readonly Container[]): Conflict | undefined {
  const taken = allContainers(pod).find(c => ours.some(({ name }) => name === c.name));
  return taken && {
    rule: 'sidecar/container-name-is-free',
    reason: `the pod has a container '${taken.name}' of image '${taken.image}', and the Agent's container has that name too`,
    remedy: 'Rename the container, or leave the workload out of instrument(...) if that one is the Agent',
  };
}

function volumeConflict(pod: PodSpec, volumes: readonly Volume[]): Conflict | undefined {
  const taken = objectsIn(pod.volumes).find(v => volumes.some(({ name }) => name === v.name));
  return taken && {
    rule: 'sidecar/volume-name-is-free',
    reason: `the pod has a volume '${taken.name}', and the Agent's volume has that name too`,
    remedy: 'Rename the volume of the pod',
  };
}

function mountConflict(pod: PodSpec, volumes: readonly Volume[]): Conflict | undefined {
  if (!volumes.some(({ name }) => name === SOCKETS.volumeName)) return undefined;
  const taken = allContainers(pod).flatMap(container => objectsIn(container.volumeMounts)
    .filter(mount => isAt(mount, SOCKETS.mountPath) || (isAbove(mount, SOCKETS.mountPath) && isReadOnly(pod, mount)))
    .map(mount => ({ container, mount })))[0];
  return taken && {
    rule: 'sidecar/socket-path-is-free',
    reason: `the container '${taken.container.name}' mounts ${isAt(taken.mount, SOCKETS.mountPath) ? 'a volume of its own' : 'a read-only volume'} at ${taken.mount.mountPath}, and the Agent's volume '${SOCKETS.volumeName}' has its sockets at ${SOCKETS.mountPath}`,
    remedy: 'Remove that mount, or mount it at another path',
  };
}

function portConflict(pod: PodSpec, agent: Container): Conflict | undefined {
  const listening = [...objectsIn(pod.containers), ...objectsIn(pod.initContainers).filter(c => c.restartPolicy === 'Always')];
  const taken = AGENT_PORTS
    .filter(({ closedBy }) => !closedBy || envValue(agent, closedBy) !== 'false')
    .filter(({ openedBy, movedBy }) => !openedBy || envValue(agent, movedBy) !== undefined)
    .map(fact => ({ ...fact, port: portOf(envValue(agent, fact.movedBy)) ?? fact.port }))
    .flatMap(fact => listening
      .filter(c => objectsIn(c.ports).some(p => p.containerPort === fact.port && (p.protocol ?? 'TCP') === fact.protocol))
      .map(container => ({ fact, container })))[0];
  return taken && {
    rule: 'sidecar/port-is-free',
    reason: `the container '${taken.container.name}' listens on ${taken.fact.port}/${taken.fact.protocol}, and so does the container '${agent.name}' (${taken.fact.purpose}); the containers of a pod share one address`,
    remedy: taken.fact.openedBy
      ? `Move the container's port, or leave '${taken.fact.openedBy}' off`
      : `Move the Agent's port with sidecar.env: { ${taken.fact.movedBy}: '<another port>' }, or the container's`,
  };
}

/** A number, or an address with one behind it. */
function portOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text.replace(/^.*:/, ''));
}

/** A Service that targets a port by name would reach both. */
function portNameConflict(pod: PodSpec, agent: Container): Conflict | undefined {
  const names = objectsIn(agent.ports).map(p => p.name);
  const taken = objectsIn(pod.containers).flatMap(c => objectsIn(c.ports)
    .filter(p => p.name && names.includes(p.name))
    .map(p => ({ container: c.name, port: p.name })))[0];
  return taken && {
    rule: 'sidecar/port-name-is-free',
    reason: `the container '${taken.container}' has a port named '${taken.port}', and so does the container '${agent.name}': a Service that targets it by name would reach both`,
    remedy: 'Rename the port of the container',
  };
}
