import { INTAKE_PORTS } from '../../../facts/agent-ports';
import { NODE_CONNECTION } from '../../../facts/node-connection';
import { ClusterModel } from '../../../model/cluster-model';
import { flag, value } from '../../container-env';
import { AGENT, TRACE_AGENT } from '../names';
import { NodeAgentPart } from '../part';
import { intakePort } from './intake-port';
import { socketFolder } from './socket-folder';

/** Traces, which the trace-agent takes. Unless its port is on it listens for the pod itself alone, or for its node with the network of that. */
export function apm({ features: { agent: { apm: { socket, port } } }, nodeAgent }: ClusterModel): NodeAgentPart {
  const on = socket || port;
  if (!on) return { env: { [AGENT]: [flag('DD_APM_ENABLED', false)] } };
  const env = () => [
    flag('DD_APM_ENABLED', true),
    flag('DD_APM_NON_LOCAL_TRAFFIC', port),
    ...port ? [value('DD_APM_RECEIVER_PORT', String(INTAKE_PORTS.apm.port))] : [],
    ...socket ? [value('DD_APM_RECEIVER_SOCKET', NODE_CONNECTION.apm)] : [],
  ];
  return {
    containers: [TRACE_AGENT],
    env: { [AGENT]: env(), [TRACE_AGENT]: env() },
    ports: port ? { [TRACE_AGENT]: [intakePort('apm', nodeAgent)] } : {},
    volumes: socket ? [socketFolder(TRACE_AGENT)] : [],
  };
}
