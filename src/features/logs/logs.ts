import { AGENT_FEATURES } from '../../facts/agent-versions';
import { CONTAINER_RUNTIMES, ContainerRuntimeFact, HOST_FILES, HOST_MOUNTS } from '../../facts/node-host';
import { AGENT_VOLUMES } from '../../facts/sidecar';
import { ClusterModel } from '../../model/cluster-model';
import { LogsModel } from '../../model/features-model';
import { envOf } from '../../parts/container-env';
import { hostFolder } from '../../parts/host-folder';
import { AGENT, TRACE_AGENT } from '../../parts/node-agent-containers';
import { NodeAgentPart } from '../../parts/node-agent-part';
import { SidecarPart } from '../../parts/sidecar-part';
import { requireAgentFeature } from '../../requirements/agent-feature';
import { feature, FeatureContext } from '../feature';
import { OFF } from '../shared/off';
import { CHART, CONFIG, SETTINGS, VALUES, WEBHOOK } from '../shared/sources';

/** Of the core Agent and, from Agent 7.80, of the trace-agent, which drops payloads of Live Debugger and Exception Replay without it. */
const DEBUGGER = {
  source: 'datadog-agent, pkg/config/setup: common_settings.go; https://github.com/DataDog/datadog-agent/pull/49390; https://github.com/DataDog/helm-charts/pull/2779',
  checkedOn: '2026-11-30',
} as const;

const ENV = {
  DD_LOGS_ENABLED: DEBUGGER,
  DD_LOGS_CONFIG_CONTAINER_COLLECT_ALL: CONFIG,
  DD_LOGS_CONFIG_AUTO_MULTI_LINE_DETECTION: SETTINGS,
  DD_LOGS_CONFIG_K8S_CONTAINER_USE_FILE: CHART,
  DD_LOGS_CONFIG_K8S_CONTAINER_USE_KUBELET_API: WEBHOOK,
  DD_LOGS_CONFIG_RUN_PATH: WEBHOOK,
} as const;
const { flag, value } = envOf(ENV);

function resolve({ given: { logs }, agentVersion, fargate }: FeatureContext): LogsModel | undefined {
  if (!logs?.enabled) return undefined;
  // Agents on nodes read files.
  if (fargate) requireAgentFeature(agentVersion, AGENT_FEATURES.kubeletLogs);
  return { collectAll: logs.containerCollectAll ?? false, multiLine: logs.autoMultiLineDetection ?? true };
}

/** The core Agent reads the logs of containers from the files of the node. */
function nodeAgent({ features: { logs }, nodeAgent: agent }: ClusterModel): NodeAgentPart {
  if (!logs) return { env: { [AGENT]: [flag('DD_LOGS_ENABLED', false)] } };
  const runtime: ContainerRuntimeFact | undefined = agent && CONTAINER_RUNTIMES[agent.host.runtime];
  return {
    env: {
      [AGENT]: [
        flag('DD_LOGS_ENABLED', true),
        flag('DD_LOGS_CONFIG_CONTAINER_COLLECT_ALL', logs.collectAll),
        flag('DD_LOGS_CONFIG_K8S_CONTAINER_USE_FILE', true),
        flag('DD_LOGS_CONFIG_AUTO_MULTI_LINE_DETECTION', logs.multiLine),
      ],
      // The trace-agent answers 200 to payloads of the debugger and drops them unless it knows that logs are on.
      [TRACE_AGENT]: [flag('DD_LOGS_ENABLED', true)],
    },
    volumes: [
      hostFolder(HOST_MOUNTS.podLogs, AGENT),
      hostFolder(HOST_MOUNTS.containerLogs, AGENT),
      // The files of Kubernetes are links to it.
      ...runtime?.logsPath
        ? [hostFolder({ ...runtime, volume: HOST_FILES.runtimeLogsVolume, hostPath: runtime.logsPath, mountPath: runtime.logsPath }, AGENT)]
        : [],
    ],
  };
}

const viaKubelet = () => [
  flag('DD_LOGS_ENABLED', true),
  flag('DD_LOGS_CONFIG_K8S_CONTAINER_USE_KUBELET_API', true),
  value('DD_LOGS_CONFIG_RUN_PATH', AGENT_VOLUMES.run.mountPath),
];

/** A sidecar reads the logs of its pod through the kubelet. */
function sidecar({ features: { logs } }: ClusterModel): SidecarPart {
  if (!logs) return {};
  const { name, mountPath } = AGENT_VOLUMES.run;
  return {
    env: [
      ...viaKubelet(),
      ...logs.collectAll ? [flag('DD_LOGS_CONFIG_CONTAINER_COLLECT_ALL', true)] : [],
      ...logs.multiLine ? [flag('DD_LOGS_CONFIG_AUTO_MULTI_LINE_DETECTION', true)] : [],
    ],
    volumes: [{ volume: { name, emptyDir: {} }, mount: { name, mountPath } }],
  };
}

export const LOGS = feature({
  name: 'logs',
  env: ENV,
  resolve,
  nodeAgent,
  sidecar,
  webhookEnv: ({ features: { logs } }) => logs ? viaKubelet() : [],
  runners: () => ({ env: [flag('DD_LOGS_ENABLED', false)] }),
  operator: {
    spec: ({ nodeAgent: agent, features: { logs } }) => agent ? {
      features: {
        logCollection: logs ? {
          enabled: true,
          containerCollectAll: logs.collectAll,
          containerCollectUsingFiles: true,
          autoMultiLineDetection: logs.multiLine,
        } : OFF,
      },
    } : {},
    env: {
      'agent': {
        DD_LOGS_ENABLED: ({ logCollection }) => logCollection?.enabled,
        DD_LOGS_CONFIG_CONTAINER_COLLECT_ALL: ({ logCollection }) => logCollection?.enabled && String(logCollection.containerCollectAll),
        DD_LOGS_CONFIG_K8S_CONTAINER_USE_FILE: ({ logCollection }) => logCollection?.enabled,
        DD_LOGS_CONFIG_AUTO_MULTI_LINE_DETECTION: ({ logCollection }) => logCollection?.enabled && String(logCollection.autoMultiLineDetection),
      },
      'cluster-checks-runner': { DD_LOGS_ENABLED: true },
    },
  },
  helm: {
    keys: [{ keys: ['autoMultiLineDetection', 'containerCollectAll', 'enabled'].map(key => `datadog.logs.${key}`), ...VALUES }],
    values: ({ nodeAgent: agent, features: { logs } }) => agent ? {
      datadog: {
        logs: { enabled: logs !== undefined, ...logs && { containerCollectAll: logs.collectAll, autoMultiLineDetection: logs.multiLine } },
      },
    } : {},
    env: {
      agent: {
        // The chart's own gives way to one of the same name.
        DD_LOGS_CONFIG_AUTO_MULTI_LINE_DETECTION: () => false,
        DD_LOGS_CONFIG_CONTAINER_COLLECT_ALL: true,
        DD_LOGS_CONFIG_K8S_CONTAINER_USE_FILE: ({ model }) => model.features.logs !== undefined,
        DD_LOGS_ENABLED: true,
      },
      traceAgent: { DD_LOGS_ENABLED: true },
      clusterChecksRunner: { DD_LOGS_ENABLED: true },
    },
  },
  docs: { defaults: [{ what: 'Logs', chart: 'off' }], sidecars: 'by the kubelet, Agent 7.71', nodeAgents: 'files of the node' },
});
