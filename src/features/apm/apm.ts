import { INTAKE_PORTS } from '../../facts/agent-ports';
import { NODE_CONNECTION } from '../../facts/node-connection';
import { SOCKETS } from '../../facts/sidecar';
import { ClusterModel } from '../../model/cluster-model';
import { IntakeModel } from '../../model/features-model';
import { envOf, value as variable } from '../../parts/container-env';
import { DeliveredCluster } from '../../parts/delivered-cluster';
import { AGENT, TRACE_AGENT } from '../../parts/node-agent-containers';
import { NodeAgentPart } from '../../parts/node-agent-part';
import { SidecarPart } from '../../parts/sidecar-part';
import { feature } from '../feature';
import { waysOf } from '../shared/defaults';
import { nodeIntakePort, nodeSockets, resolveIntake, sidecarIntake, sidecarPort } from '../shared/intake';
import { OFF } from '../shared/off';
import { CHART, VALUES, WEBHOOK } from '../shared/sources';

const ENV = {
  DD_APM_ENABLED: WEBHOOK,
  DD_APM_RECEIVER_SOCKET: WEBHOOK,
  DD_APM_RECEIVER_PORT: CHART,
  DD_APM_NON_LOCAL_TRAFFIC: CHART,
} as const;
const { flag, value } = envOf(ENV);

/** What the chart says of its installation, to Agents that traces reach. */
const INSTALLATION = ['DD_INSTRUMENTATION_INSTALL_ID', 'DD_INSTRUMENTATION_INSTALL_TIME', 'DD_INSTRUMENTATION_INSTALL_TYPE'];

const isOn = ({ socket, port }: IntakeModel) => socket || port;

/** The trace-agent takes traces. Unless its port is on it listens for the pod itself alone, or for its node with the network of that. */
function nodeAgent(model: ClusterModel): NodeAgentPart {
  const { apm } = model.features;
  const { socket, port } = apm;
  if (!isOn(apm)) return { env: { [AGENT]: [flag('DD_APM_ENABLED', false)] } };
  const env = () => [
    flag('DD_APM_ENABLED', true),
    flag('DD_APM_NON_LOCAL_TRAFFIC', port),
    ...port ? [value('DD_APM_RECEIVER_PORT', String(INTAKE_PORTS.apm.port))] : [],
    ...socket ? [value('DD_APM_RECEIVER_SOCKET', NODE_CONNECTION.apm)] : [],
  ];
  return {
    containers: [TRACE_AGENT],
    env: { [AGENT]: env(), [TRACE_AGENT]: env() },
    ports: port ? { [TRACE_AGENT]: [nodeIntakePort('apm', model)] } : {},
    volumes: nodeSockets(TRACE_AGENT, apm),
    // Who sends to a socket is known by the number of its process, which means something in the PID namespace of the host alone.
    hostPid: socket,
  };
}

/** The Agent receives traces by default. */
function sidecar(model: ClusterModel): SidecarPart {
  const { socket, port } = model.features.apm;
  return {
    ...sidecarIntake('apm', model),
    env: [
      ...socket ? [value('DD_APM_RECEIVER_SOCKET', SOCKETS.apm)] : [],
      ...socket || port ? [] : [flag('DD_APM_ENABLED', false)],
    ],
    applicationEnv: socket ? [variable('DD_TRACE_AGENT_URL', `unix://${SOCKETS.apm}`)]
      : port ? [variable('DD_TRACE_AGENT_URL', `http://127.0.0.1:${sidecarPort('apm', model)}`)] : [],
  };
}

export const APM = feature({
  name: 'apm',
  env: ENV,
  resolve: context => resolveIntake('apm', context),
  nodeAgent,
  sidecar,
  webhookEnv: () => [value('DD_APM_RECEIVER_SOCKET', SOCKETS.apm)],
  runners: () => ({ env: [flag('DD_APM_ENABLED', false)] }),
  operator: {
    spec: ({ nodeAgent: agent, features: { apm } }) => ({
      features: {
        apm: agent && isOn(apm) ? {
          enabled: true,
          hostPortConfig: { enabled: agent.hostPorts.apm, hostPort: INTAKE_PORTS.apm.port },
          unixDomainSocketConfig: { enabled: apm.socket, path: NODE_CONNECTION.apm },
        } : OFF,
      },
    }),
    env: {
      'trace-agent': {
        DD_APM_ENABLED: ({ apm }) => apm?.enabled,
        DD_APM_RECEIVER_PORT: ({ apm }) => apm?.hostPortConfig?.enabled && String(apm.hostPortConfig.hostPort),
        DD_APM_NON_LOCAL_TRAFFIC: ({ apm }) => apm?.hostPortConfig?.enabled,
        DD_APM_RECEIVER_SOCKET: true,
      },
      'cluster-checks-runner': { DD_APM_ENABLED: true },
    },
  },
  helm: {
    keys: [{ keys: ['datadog.apm.socketEnabled', 'datadog.apm.portEnabled', 'datadog.apm.useLocalService'], ...VALUES }],
    // The port is on the address of the node, or by the Service alone.
    values: ({ nodeAgent: agent, features: { apm } }) => agent ? {
      datadog: { apm: { socketEnabled: apm.socket, portEnabled: agent.hostPorts.apm, useLocalService: apm.port && !agent.hostPorts.apm } },
    } : {},
    env: {
      agent: {
        DD_APM_ENABLED: true,
        DD_APM_NON_LOCAL_TRAFFIC: ({ model }) => isOn(model.features.apm),
        DD_APM_RECEIVER_PORT: ({ model }) => isOn(model.features.apm),
        DD_APM_RECEIVER_SOCKET: ({ model }) => model.features.apm.socket,
        ...Object.fromEntries(INSTALLATION.map(name => [name, ({ model }: DeliveredCluster) => isOn(model.features.apm)])),
      },
      traceAgent: {
        DD_APM_ENABLED: true,
        DD_APM_NON_LOCAL_TRAFFIC: true,
        DD_APM_RECEIVER_PORT: true,
        DD_APM_RECEIVER_SOCKET: ({ model }) => model.features.apm.socket,
        ...Object.fromEntries(INSTALLATION.map(name => [name, true])),
      },
      clusterChecksRunner: { DD_APM_ENABLED: true },
    },
    notes: { portEnabled: { difference: 'the trace-agent of the chart listens on the address of its pod also where traces come by the socket alone' } },
  },
  docs: {
    defaults: [{ what: 'Traces', chart: 'on, by socket', ours: ({ apm }) => waysOf(apm) }],
    sidecars: 'socket in the pod; 8126/TCP',
    nodeAgents: 'trace-agent; socket in a folder of the node; host port 8126/TCP',
  },
});
