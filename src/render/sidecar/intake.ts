import { INTAKE_PORTS } from '../../facts/agent-ports';
import { ClusterModel } from '../../model/cluster-model';

/** The port by which applications send, where the user left it or moved it. */
export function intakePort({ sidecar: { env } }: ClusterModel, intake: keyof typeof INTAKE_PORTS): number {
  const { port, movedBy } = INTAKE_PORTS[intake];
  return Object.hasOwn(env, movedBy) ? Number(env[movedBy]) : port;
}
