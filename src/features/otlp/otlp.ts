import type { ContainerPort } from 'kubernetes-types/core/v1';
import { OTLP_PORTS } from '../../facts/agent-ports';
import { AgentFeatureFact } from '../../facts/agent-versions';
import { ClusterModel } from '../../model/cluster-model';
import { OtlpModel } from '../../model/features-model';
import { envOf } from '../../parts/container-env';
import { AGENT, TRACE_AGENT } from '../../parts/node-agent-containers';
import { NodeAgentPart } from '../../parts/node-agent-part';
import { SidecarPart } from '../../parts/sidecar-part';
import { requireAgentFeature } from '../../requirements/agent-feature';
import { requireOtlpLogs, requireOtlpProtocol } from '../../requirements/otlp';
import { feature, FeatureContext, HelmSide } from '../feature';
import { OFF } from '../shared/off';
import { SETTINGS, VALUES } from '../shared/sources';

const ENV = {
  DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_GRPC_ENDPOINT: SETTINGS,
  DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_HTTP_ENDPOINT: SETTINGS,
  DD_OTLP_CONFIG_LOGS_ENABLED: SETTINGS,
} as const;
const { flag, value } = envOf(ENV);

/** Older Agents pass over logs that come by OTLP. */
const LOGS_SINCE: AgentFeatureFact = { name: 'logs by OTLP', since: '7.48', source: 'datadog-agent, CHANGELOG.rst 7.48.0', checkedOn: '2026-11-21' };

type Protocol = keyof typeof OTLP_PORTS;
const PROTOCOLS = Object.keys(OTLP_PORTS) as Protocol[];
const on = (otlp: OtlpModel) => PROTOCOLS.filter(name => otlp[name]).map(name => OTLP_PORTS[name]);

function resolve({ given: { otlp }, agentVersion, of }: FeatureContext): OtlpModel | undefined {
  if (!otlp?.enabled) return undefined;
  const { grpcEnabled: grpc = true, httpEnabled: http = true, logsEnabled: logs = false } = otlp;
  requireOtlpProtocol(grpc || http);
  if (logs) {
    requireAgentFeature(agentVersion, LOGS_SINCE);
    requireOtlpLogs(of('logs') !== undefined);
  }
  return { grpc, http, logs };
}

/** The core Agent takes what comes by OTLP, and hands its traces on to the trace-agent. */
function nodeAgent({ features: { otlp, apm }, nodeAgent: agent }: ClusterModel): NodeAgentPart {
  if (!otlp) return {};
  const env = () => on(otlp).map(({ endpoint, port }) => value(endpoint, `0.0.0.0:${port}`));
  return {
    env: {
      [AGENT]: [...env(), flag('DD_OTLP_CONFIG_LOGS_ENABLED', otlp.logs)],
      // It opens the way from the core Agent where it knows that something comes by it.
      ...(apm.socket || apm.port) && { [TRACE_AGENT]: env() },
    },
    ports: {
      [AGENT]: on(otlp).map(({ name, port, protocol }): ContainerPort =>
        ({ name, containerPort: port, ...agent?.hostPorts.otlp && { hostPort: port }, protocol })),
    },
  };
}

/** Only the containers of the pod reach it. */
function sidecar({ features: { otlp } }: ClusterModel): SidecarPart {
  if (!otlp) return {};
  return {
    env: [
      ...on(otlp).map(({ endpoint, port }) => value(endpoint, `127.0.0.1:${port}`)),
      ...otlp.logs ? [flag('DD_OTLP_CONFIG_LOGS_ENABLED', true)] : [],
    ],
  };
}

const OPERATOR_ENV = { DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_GRPC_ENDPOINT: true, DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_HTTP_ENDPOINT: true } as const;

const HELM_ENV: NonNullable<HelmSide['env']>['agent'] = {
  DD_OTLP_CONFIG_LOGS_ENABLED: true,
  DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_GRPC_ENDPOINT: ({ model }) => model.features.otlp?.grpc ?? false,
  DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_HTTP_ENDPOINT: ({ model }) => model.features.otlp?.http ?? false,
};

export const OTLP = feature({
  name: 'otlp',
  reads: ['logs'],
  env: ENV,
  resolve,
  nodeAgent,
  sidecar,
  operator: {
    spec: ({ nodeAgent: agent, features: { otlp } }) => {
      if (!agent || !otlp) return {};
      const protocol = (name: Protocol) => otlp[name] ? {
        enabled: true,
        endpoint: `0.0.0.0:${OTLP_PORTS[name].port}`,
        hostPortConfig: { enabled: agent.hostPorts.otlp, hostPort: OTLP_PORTS[name].port },
      } : OFF;
      return { features: { otlp: { receiver: { protocols: { grpc: protocol('grpc'), http: protocol('http') } } } } };
    },
    env: { 'agent': OPERATOR_ENV, 'trace-agent': OPERATOR_ENV },
  },
  helm: {
    keys: [{
      keys: [
        'datadog.otlp.logs.enabled',
        ...PROTOCOLS.flatMap(name => ['enabled', 'endpoint', 'useHostPort'].map(key => `datadog.otlp.receiver.protocols.${name}.${key}`)),
      ],
      ...VALUES,
    }],
    values: ({ nodeAgent: agent, features: { otlp } }) => {
      if (!agent || !otlp) return {};
      const protocol = (name: Protocol) => ({
        enabled: otlp[name],
        ...otlp[name] && { endpoint: `0.0.0.0:${OTLP_PORTS[name].port}`, useHostPort: agent.hostPorts.otlp },
      });
      return { datadog: { otlp: { receiver: { protocols: { grpc: protocol('grpc'), http: protocol('http') } }, logs: { enabled: otlp.logs } } } };
    },
    env: { agent: HELM_ENV, traceAgent: HELM_ENV, systemProbe: HELM_ENV },
  },
  docs: { defaults: [{ what: 'OTLP', chart: 'off' }], sidecars: '4317 and 4318 of the pod', nodeAgents: 'host ports 4317/TCP and 4318/TCP' },
});
