import type { EnvVar } from 'kubernetes-types/core/v1';
import { INTAKE_PORTS } from '../../facts/agent-ports';
import { NODE_CONNECTION } from '../../facts/node-connection';
import { OPTION_VALUES } from '../../facts/option-values';
import { SOCKETS } from '../../facts/sidecar';
import { ClusterModel } from '../../model/cluster-model';
import { DogstatsdModel } from '../../model/features-model';
import { envOf, value as variable } from '../../parts/container-env';
import { AGENT } from '../../parts/node-agent-containers';
import { NodeAgentPart } from '../../parts/node-agent-part';
import { SidecarPart } from '../../parts/sidecar-part';
import { requireKnown } from '../../requirements/known';
import { feature, FeatureContext } from '../feature';
import { onOff, waysOf } from '../shared/defaults';
import { nodeIntakePort, nodeSockets, resolveIntake, sidecarIntake, sidecarPort } from '../shared/intake';
import { OFF } from '../shared/off';
import { CHART, SETTINGS, VALUES, WEBHOOK } from '../shared/sources';

const ENV = {
  DD_USE_DOGSTATSD: CHART,
  DD_DOGSTATSD_SOCKET: WEBHOOK,
  DD_DOGSTATSD_PORT: CHART,
  DD_DOGSTATSD_NON_LOCAL_TRAFFIC: CHART,
  DD_DOGSTATSD_ORIGIN_DETECTION: SETTINGS,
  DD_DOGSTATSD_ORIGIN_DETECTION_CLIENT: SETTINGS,
  DD_DOGSTATSD_TAG_CARDINALITY: SETTINGS,
} as const;
const { flag, value } = envOf(ENV);

function resolve(context: FeatureContext): DogstatsdModel {
  const { originDetection = false, tagCardinality } = context.given.dogstatsd ?? {};
  const { values, source } = OPTION_VALUES.tagCardinality;
  return {
    ...resolveIntake('dogstatsd', context),
    originDetection,
    ...tagCardinality !== undefined && { tagCardinality: requireKnown("'features.dogstatsd.tagCardinality'", tagCardinality, values, source) },
  };
}

/** Tags of metrics by the container that sent them: by the process behind the socket, and by what the client says. */
function originDetectionEnv({ originDetection, tagCardinality }: DogstatsdModel): EnvVar[] {
  return [
    ...originDetection ? [flag('DD_DOGSTATSD_ORIGIN_DETECTION', true), flag('DD_DOGSTATSD_ORIGIN_DETECTION_CLIENT', true)] : [],
    ...tagCardinality === undefined ? [] : [value('DD_DOGSTATSD_TAG_CARDINALITY', tagCardinality)],
  ];
}

/** The core Agent takes metrics of applications. Unless its port is on it listens for the pod itself alone, or for its node with the network of that. */
function nodeAgent(model: ClusterModel): NodeAgentPart {
  const { dogstatsd } = model.features;
  const { socket, port } = dogstatsd;
  if (!socket && !port) return { env: { [AGENT]: [flag('DD_USE_DOGSTATSD', false)] } };
  return {
    env: {
      [AGENT]: [
        ...port ? [value('DD_DOGSTATSD_PORT', String(INTAKE_PORTS.dogstatsd.port))] : [],
        flag('DD_DOGSTATSD_NON_LOCAL_TRAFFIC', port),
        ...socket ? [value('DD_DOGSTATSD_SOCKET', NODE_CONNECTION.dogstatsd)] : [],
        ...originDetectionEnv(dogstatsd),
      ],
    },
    ports: port ? { [AGENT]: [nodeIntakePort('dogstatsd', model)] } : {},
    volumes: nodeSockets(AGENT, dogstatsd),
    // Who sends to a socket is known by the number of its process, which means something in the PID namespace of the host alone.
    hostPid: socket,
  };
}

function sidecar(model: ClusterModel): SidecarPart {
  const { dogstatsd } = model.features;
  const { socket, port } = dogstatsd;
  return {
    ...sidecarIntake('dogstatsd', model),
    env: [
      ...socket ? [value('DD_DOGSTATSD_SOCKET', SOCKETS.dogstatsd)] : [],
      ...socket || port ? originDetectionEnv(dogstatsd) : [flag('DD_USE_DOGSTATSD', false)],
    ],
    applicationEnv: socket ? [variable('DD_DOGSTATSD_URL', `unix://${SOCKETS.dogstatsd}`)]
      : port ? [variable('DD_DOGSTATSD_URL', `udp://127.0.0.1:${sidecarPort('dogstatsd', model)}`)] : [],
  };
}

export const DOGSTATSD = feature({
  name: 'dogstatsd',
  env: ENV,
  resolve,
  nodeAgent,
  sidecar,
  webhookEnv: () => [value('DD_DOGSTATSD_SOCKET', SOCKETS.dogstatsd)],
  runners: () => ({ env: [flag('DD_USE_DOGSTATSD', false)] }),
  operator: {
    // DogStatsD has no switch of its own there.
    spec: ({ nodeAgent: agent, features: { dogstatsd } }) => ({
      features: {
        dogstatsd: agent ? {
          originDetectionEnabled: dogstatsd.originDetection,
          ...dogstatsd.tagCardinality !== undefined && { tagCardinality: dogstatsd.tagCardinality },
          nonLocalTraffic: dogstatsd.port,
          hostPortConfig: { enabled: agent.hostPorts.dogstatsd, hostPort: INTAKE_PORTS.dogstatsd.port },
          unixDomainSocketConfig: { enabled: dogstatsd.socket, path: NODE_CONNECTION.dogstatsd },
        } : { unixDomainSocketConfig: OFF },
      },
    }),
    env: {
      'agent': {
        DD_DOGSTATSD_NON_LOCAL_TRAFFIC: true,
        DD_DOGSTATSD_SOCKET: true,
        DD_DOGSTATSD_PORT: ({ dogstatsd }) => dogstatsd?.hostPortConfig?.enabled && String(dogstatsd.hostPortConfig.hostPort),
        DD_DOGSTATSD_ORIGIN_DETECTION: ({ dogstatsd }) => dogstatsd?.originDetectionEnabled,
        DD_DOGSTATSD_ORIGIN_DETECTION_CLIENT: ({ dogstatsd }) => dogstatsd?.originDetectionEnabled,
        DD_DOGSTATSD_TAG_CARDINALITY: ({ dogstatsd }) => dogstatsd?.originDetectionEnabled && dogstatsd.tagCardinality,
      },
      'cluster-checks-runner': { DD_USE_DOGSTATSD: true },
    },
  },
  helm: {
    keys: [{
      keys: ['nonLocalTraffic', 'originDetection', 'tagCardinality', 'useHostPort', 'useSocketVolume'].map(key => `datadog.dogstatsd.${key}`),
      ...VALUES,
    }],
    values: ({ nodeAgent: agent, features: { dogstatsd } }) => agent ? {
      datadog: {
        dogstatsd: {
          useSocketVolume: dogstatsd.socket,
          useHostPort: agent.hostPorts.dogstatsd,
          nonLocalTraffic: dogstatsd.port,
          originDetection: dogstatsd.originDetection,
          ...dogstatsd.tagCardinality !== undefined && { tagCardinality: dogstatsd.tagCardinality },
        },
      },
    } : {},
    env: {
      agent: {
        DD_DOGSTATSD_NON_LOCAL_TRAFFIC: ({ model }) => model.features.dogstatsd.port,
        DD_DOGSTATSD_ORIGIN_DETECTION: ({ model }) => model.features.dogstatsd.originDetection,
        DD_DOGSTATSD_ORIGIN_DETECTION_CLIENT: ({ model }) => model.features.dogstatsd.originDetection,
        DD_DOGSTATSD_PORT: true,
        DD_DOGSTATSD_SOCKET: true,
        DD_DOGSTATSD_TAG_CARDINALITY: true,
      },
      traceAgent: { DD_DOGSTATSD_SOCKET: true },
      systemProbe: { DD_DOGSTATSD_PORT: true },
      clusterChecksRunner: { DD_USE_DOGSTATSD: true },
    },
    notes: { socketEnabled: { difference: 'where it is off the Agent of the chart makes the socket all the same, in a folder that no other pod has' } },
  },
  docs: {
    defaults: [
      { what: 'Metrics of applications (DogStatsD)', chart: 'on, by socket', ours: ({ dogstatsd }) => waysOf(dogstatsd) },
      { what: 'Origin detection of DogStatsD', chart: 'off', ours: ({ dogstatsd }) => onOff(dogstatsd.originDetection) },
    ],
    sidecars: 'socket in the pod; 8125/UDP',
    nodeAgents: 'socket in a folder of the node; host port 8125/UDP',
  },
});
