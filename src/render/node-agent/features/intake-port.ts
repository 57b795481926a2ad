import type { ContainerPort } from 'kubernetes-types/core/v1';
import { INTAKE_PORTS } from '../../../facts/agent-ports';
import { NodeAgentModel } from '../../../model/node-agent-model';

/** A port that applications send to; on the address of the node too, unless the user says otherwise. */
export function intakePort(name: keyof typeof INTAKE_PORTS, nodeAgent: NodeAgentModel | undefined): ContainerPort {
  const { name: portName, port, protocol } = INTAKE_PORTS[name];
  return { name: portName, containerPort: port, ...nodeAgent?.hostPorts[name] && { hostPort: port }, protocol };
}
