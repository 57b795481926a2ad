import type { ContainerPort } from 'kubernetes-types/core/v1';
import { OTLP_PORTS } from '../../../facts/agent-ports';
import { ClusterModel } from '../../../model/cluster-model';
import { flag, value } from '../../container-env';
import { AGENT, TRACE_AGENT } from '../names';
import { NodeAgentPart } from '../part';

/** What comes by OTLP, which the core Agent takes and hands its traces on to the trace-agent. */
export function otlp({ features: { agent: { otlp: given, apm } }, nodeAgent }: ClusterModel): NodeAgentPart {
  if (!given) return {};
  const protocols = (['grpc', 'http'] as const).filter(name => given[name]).map(name => OTLP_PORTS[name]);
  const env = () => protocols.map(({ endpoint, port }) => value(endpoint, `0.0.0.0:${port}`));
  const ports = protocols.map(({ name, port, protocol }): ContainerPort =>
    ({ name, containerPort: port, ...nodeAgent?.hostPorts.otlp && { hostPort: port }, protocol }));
  return {
    env: {
      [AGENT]: [...env(), flag('DD_OTLP_CONFIG_LOGS_ENABLED', given.logs)],
      // It opens the way from the core Agent where it knows that something comes by it.
      ...(apm.socket || apm.port) && { [TRACE_AGENT]: env() },
    },
    ports: { [AGENT]: ports },
  };
}
