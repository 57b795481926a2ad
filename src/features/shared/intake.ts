import type { ContainerPort } from 'kubernetes-types/core/v1';
import { INTAKE_PORTS } from '../../facts/agent-ports';
import { NODE_CONNECTION } from '../../facts/node-connection';
import { SOCKETS } from '../../facts/sidecar';
import { ClusterModel } from '../../model/cluster-model';
import { IntakeModel } from '../../model/features-model';
import { NodeAgentPart } from '../../parts/node-agent-part';
import { SidecarPart } from '../../parts/sidecar-part';
import { requireWay } from '../../requirements/has-a-way';
import { FeatureContext } from '../feature';

type Intake = keyof typeof INTAKE_PORTS;

/** What APM and DogStatsD have in common: applications send to a socket or to a port. */
export function resolveIntake(name: Intake, { given, platform }: FeatureContext): IntakeModel {
  const noSockets = platform.noSockets !== undefined;
  const { enabled = true, socketEnabled: socket = !noSockets, portEnabled: port = noSockets } = given[name] ?? {};
  if (!enabled) return { socket: false, port: false };
  requireWay(name, { socket, port });
  return { socket, port };
}

/** A port of a node Agent that applications send to; on the address of the node too, unless the user says otherwise. */
export function nodeIntakePort(intake: Intake, { nodeAgent }: ClusterModel): ContainerPort {
  const { name, port, protocol } = INTAKE_PORTS[intake];
  return { name, containerPort: port, ...nodeAgent?.hostPorts[intake] && { hostPort: port }, protocol };
}

/** The volumes behind the socket of a node Agent. */
export function nodeSockets(container: string, { socket, port }: IntakeModel): NonNullable<NodeAgentPart['volumes']> {
  const { hostPath, hostPathType, mountPath } = NODE_CONNECTION;
  const mounts = { [container]: [{ mountPath }] };
  if (socket) return [{ volume: { name: 'dsdsocket', hostPath: { path: hostPath, type: hostPathType } }, mounts }];
  // An Agent that listens on a port alone opens its default socket all the same: an empty env var leaves it on. The root file system is
  // read-only, so the Agent gets a folder that no other pod sees.
  return port ? [{ volume: { name: 'own-sockets', emptyDir: {} }, mounts }] : [];
}

/** The port of a sidecar, where the user left it or moved it. */
export function sidecarPort(intake: Intake, { sidecar: { env } }: ClusterModel): number {
  const { port, movedBy } = INTAKE_PORTS[intake];
  return Object.hasOwn(env, movedBy) ? Number(env[movedBy]) : port;
}

/** What both intakes add to a pod on Fargate, beside env vars of the Agent. */
export function sidecarIntake(intake: Intake, model: ClusterModel): Pick<SidecarPart, 'ports' | 'volumes'> {
  const { socket, port } = model.features[intake];
  const { name, protocol } = INTAKE_PORTS[intake];
  const { volumeName, mountPath } = SOCKETS;
  return {
    ports: port ? [{ name, containerPort: sidecarPort(intake, model), protocol }] : [],
    volumes: socket ? [{ volume: { name: volumeName, emptyDir: {} }, mount: { name: volumeName, mountPath } }] : [],
  };
}
