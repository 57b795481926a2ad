import { INTAKE_PORTS } from '../../../facts/agent-ports';
import { NODE_CONNECTION } from '../../../facts/node-connection';
import { ClusterModel } from '../../../model/cluster-model';
import { flag, value } from '../../container-env';
import { originDetectionEnv } from '../../origin-detection';
import { AGENT } from '../names';
import { NodeAgentPart } from '../part';
import { intakePort } from './intake-port';
import { socketFolder } from './socket-folder';

/** Metrics of applications, which the core Agent takes. Unless its port is on it listens for the pod itself alone, or for its node with the network of that. */
export function dogstatsd({ features: { agent: { dogstatsd: given } }, nodeAgent }: ClusterModel): NodeAgentPart {
  const { socket, port } = given;
  const on = socket || port;
  if (!on) return { env: { [AGENT]: [flag('DD_USE_DOGSTATSD', false)] } };
  return {
    env: {
      [AGENT]: [
        ...port ? [value('DD_DOGSTATSD_PORT', String(INTAKE_PORTS.dogstatsd.port))] : [],
        flag('DD_DOGSTATSD_NON_LOCAL_TRAFFIC', port),
        ...socket ? [value('DD_DOGSTATSD_SOCKET', NODE_CONNECTION.dogstatsd)] : [],
        ...originDetectionEnv(given),
      ],
    },
    ports: port ? { [AGENT]: [intakePort('dogstatsd', nodeAgent)] } : {},
    volumes: socket ? [socketFolder(AGENT)] : [],
  };
}
