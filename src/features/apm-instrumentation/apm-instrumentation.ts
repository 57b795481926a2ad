import { AgentFeatureFact } from '../../facts/agent-versions';
import { LANGUAGE_DETECTION } from '../../facts/apm-instrumentation';
import { ClusterModel } from '../../model/cluster-model';
import { ApmInstrumentationModel } from '../../model/features-model';
import { ClusterAgentPart } from '../../parts/cluster-agent-part';
import { envOf } from '../../parts/container-env';
import { AGENT } from '../../parts/node-agent-containers';
import { some } from '../../parts/some';
import { requireAgentFeature } from '../../requirements/agent-feature';
import {
  requireInstrumentable, requireLanguages, requireNodesForLanguages, requireOneChoice, requireTarget, requireWebhookAndTraces,
} from '../../requirements/apm-instrumentation';
import { feature, FeatureContext, OperatorFeatures } from '../feature';
import { STORED, watched } from '../shared/permissions';
import { DOCUMENTED, SETTINGS, WEBHOOK } from '../shared/sources';

const ENV = {
  DD_APM_INSTRUMENTATION_ENABLED: SETTINGS,
  DD_APM_INSTRUMENTATION_ENABLED_NAMESPACES: SETTINGS,
  DD_APM_INSTRUMENTATION_DISABLED_NAMESPACES: SETTINGS,
  DD_APM_INSTRUMENTATION_LIB_VERSIONS: SETTINGS,
  DD_APM_INSTRUMENTATION_TARGETS: SETTINGS,
  DD_LANGUAGE_DETECTION_ENABLED: WEBHOOK,
  DD_LANGUAGE_DETECTION_REPORTING_ENABLED: SETTINGS,
} as const;
const { flag, json } = envOf(ENV);

const TARGETS_SINCE: AgentFeatureFact = {
  name: 'targets of APM instrumentation',
  since: '7.64',
  source: 'datadog-operator, internal/controller/datadogagent/feature/apm/feature.go: minInstrumentationTargetsVersion',
  checkedOn: '2026-11-21',
};

function resolve({ given: { apm }, agentVersion, namespace, nodeAgents, of }: FeatureContext): ApmInstrumentationModel | undefined {
  const given = apm?.instrumentation;
  if (!given?.enabled) return undefined;
  const { socket, port } = of('apm');
  requireWebhookAndTraces(of('admissionController') !== undefined, socket || port);
  const { enabledNamespaces = [], disabledNamespaces = [], libVersions = {}, targets = [], languageDetection = false } = given;
  if (targets.length > 0) requireAgentFeature(agentVersion, TARGETS_SINCE);
  if (languageDetection) requireNodesForLanguages(nodeAgents);
  requireOneChoice({ enabledNamespaces, disabledNamespaces, libVersions, targets });
  requireInstrumentable('enabledNamespaces', enabledNamespaces, namespace);
  return {
    enabledNamespaces,
    disabledNamespaces,
    libVersions: requireLanguages('libVersions', libVersions),
    targets: targets.map(target => requireTarget(target, namespace)),
    languageDetection,
  };
}

const detects = ({ features: { apmInstrumentation } }: ClusterModel) => apmInstrumentation?.languageDetection ?? false;

/** The core Agent tells the Cluster Agent the languages of processes, and the Cluster Agent writes them down. Off by default in both. */
const languageEnv = (on: boolean) => [
  flag('DD_LANGUAGE_DETECTION_ENABLED', on),
  ...on ? [flag('DD_LANGUAGE_DETECTION_REPORTING_ENABLED', true)] : [],
];

function clusterAgent(model: ClusterModel): ClusterAgentPart {
  const { apmInstrumentation } = model.features;
  if (!apmInstrumentation) return { env: languageEnv(false) };
  const { enabledNamespaces, disabledNamespaces, libVersions, targets, languageDetection } = apmInstrumentation;
  return {
    env: [
      flag('DD_APM_INSTRUMENTATION_ENABLED', true),
      ...json('DD_APM_INSTRUMENTATION_ENABLED_NAMESPACES', enabledNamespaces),
      ...json('DD_APM_INSTRUMENTATION_DISABLED_NAMESPACES', disabledNamespaces),
      ...json('DD_APM_INSTRUMENTATION_LIB_VERSIONS', libVersions),
      ...json('DD_APM_INSTRUMENTATION_TARGETS', targets),
      ...languageEnv(languageDetection),
    ],
    permissions: [
      // Labels of namespaces, by which targets choose, and their Pod Security level.
      { ...STORED, ...watched('', 'namespaces') },
      // The languages of a Deployment stand in an annotation of it.
      ...languageDetection
        ? [{ scope: 'cluster', apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'list', 'watch', 'patch'], ...LANGUAGE_DETECTION } as const]
        : [],
    ],
  };
}

const isDetected = (features: OperatorFeatures) => features.apm?.instrumentation?.languageDetection?.enabled;
const BY_OPERATOR = { DD_LANGUAGE_DETECTION_ENABLED: isDetected, DD_LANGUAGE_DETECTION_REPORTING_ENABLED: isDetected };
const BY_CHART = { DD_LANGUAGE_DETECTION_ENABLED: true, DD_LANGUAGE_DETECTION_REPORTING_ENABLED: true } as const;

/** Tracing libraries for pods. */
export const APM_INSTRUMENTATION = feature({
  name: 'apmInstrumentation',
  path: 'apm.instrumentation',
  reads: ['apm', 'admissionController'],
  env: ENV,
  resolve,
  nodeAgent: model => ({ env: { [AGENT]: languageEnv(detects(model)) } }),
  sidecar: () => ({ env: [flag('DD_LANGUAGE_DETECTION_ENABLED', false)] }),
  webhookEnv: model => [flag('DD_LANGUAGE_DETECTION_ENABLED', detects(model))],
  clusterAgent,
  operator: {
    spec: ({ features: { apmInstrumentation: model } }) => ({
      features: {
        apm: {
          instrumentation: {
            enabled: model !== undefined,
            languageDetection: { enabled: model?.languageDetection ?? false },
            ...model && {
              ...some('enabledNamespaces', model.enabledNamespaces),
              ...some('disabledNamespaces', model.disabledNamespaces),
              ...some('libVersions', model.libVersions),
              ...some('targets', model.targets),
            },
          },
        },
      },
    }),
    env: {
      'agent': BY_OPERATOR,
      'cluster-agent': {
        ...BY_OPERATOR,
        DD_APM_INSTRUMENTATION_ENABLED: true,
        DD_APM_INSTRUMENTATION_ENABLED_NAMESPACES: true,
        DD_APM_INSTRUMENTATION_DISABLED_NAMESPACES: true,
        DD_APM_INSTRUMENTATION_LIB_VERSIONS: true,
        DD_APM_INSTRUMENTATION_TARGETS: true,
      },
    },
  },
  helm: {
    keys: [
      {
        keys: ['disabledNamespaces', 'enabled', 'enabledNamespaces', 'language_detection.enabled', 'libVersions'].map(key => `datadog.apm.instrumentation.${key}`),
        ...DOCUMENTED,
      },
      // This is younger, and documented with the feature.
      {
        keys: ['datadog.apm.instrumentation.targets'],
        source: 'https://docs.datadoghq.com/tracing/trace_collection/automatic_instrumentation/single-step-apm/kubernetes/',
        checkedOn: '2026-11-21',
      },
    ],
    values: ({ features: { apmInstrumentation: model } }) => model ? {
      datadog: {
        apm: {
          instrumentation: {
            enabled: true,
            ...some('enabledNamespaces', model.enabledNamespaces),
            ...some('disabledNamespaces', model.disabledNamespaces),
            ...some('libVersions', model.libVersions),
            ...some('targets', model.targets),
            // On in the chart with the rest.
            language_detection: { enabled: model.languageDetection },
          },
        },
      },
    } : {},
    env: {
      agent: BY_CHART,
      traceAgent: BY_CHART,
      systemProbe: BY_CHART,
      clusterAgent: { ...BY_CHART, DD_CLUSTER_AGENT_LANGUAGE_DETECTION_PATCHER_ENABLED: true },
    },
  },
  docs: { defaults: [{ what: 'Tracing libraries by the admission controller', chart: 'off' }], clusterAgent: 'tracing libraries by a webhook' },
});
