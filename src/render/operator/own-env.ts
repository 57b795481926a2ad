import type { EnvVar } from 'kubernetes-types/core/v1';
import { DatadogAgentSpec } from './datadog-agent-spec';
import { EnvName } from '../../facts/env';
import { OPERATOR_ENV, OperatorContainer } from '../../facts/operator-env';

export type OperatorFeatures = NonNullable<DatadogAgentSpec['features']>;

/** The value that the Operator sets by fields of the features; nothing where it sets none. */
type Written = { readonly [name in EnvName]?: (features: OperatorFeatures) => boolean | string | undefined };

const bySystemProbe: Written = {
  DD_SYSTEM_PROBE_ENABLED: f => f.npm?.enabled || f.usm?.enabled,
  DD_SYSTEM_PROBE_NETWORK_ENABLED: f => f.npm?.enabled,
  DD_SYSTEM_PROBE_SERVICE_MONITORING_ENABLED: f => f.usm?.enabled,
  DD_NETWORK_CONFIG_DIRECT_SEND: f => f.npm?.enabled || f.usm?.enabled,
  DD_DISCOVERY_ENABLED: f => f.serviceDiscovery?.enabled,
};

const processChecks = (f: OperatorFeatures) => f.liveProcessCollection?.enabled || f.liveContainerCollection?.enabled || f.processDiscovery?.enabled;
const languages = (f: OperatorFeatures) => f.apm?.instrumentation?.languageDetection?.enabled;

/** What is on is said, and what is off is left to the Agent, which may have it on. */
const WRITTEN: { readonly [container in OperatorContainer]?: Written } = {
  'agent': {
    ...bySystemProbe,
    DD_CONTAINER_IMAGE_ENABLED: () => true,
    DD_DOGSTATSD_PORT: f => f.dogstatsd?.hostPortConfig?.enabled && String(f.dogstatsd.hostPortConfig.hostPort),
    DD_DOGSTATSD_ORIGIN_DETECTION: f => f.dogstatsd?.originDetectionEnabled,
    DD_DOGSTATSD_ORIGIN_DETECTION_CLIENT: f => f.dogstatsd?.originDetectionEnabled,
    DD_DOGSTATSD_TAG_CARDINALITY: f => f.dogstatsd?.originDetectionEnabled && f.dogstatsd.tagCardinality,
    DD_LOGS_ENABLED: f => f.logCollection?.enabled,
    DD_LOGS_CONFIG_CONTAINER_COLLECT_ALL: f => f.logCollection?.enabled && String(f.logCollection.containerCollectAll),
    DD_LOGS_CONFIG_K8S_CONTAINER_USE_FILE: f => f.logCollection?.enabled,
    DD_LOGS_CONFIG_AUTO_MULTI_LINE_DETECTION: f => f.logCollection?.enabled && String(f.logCollection.autoMultiLineDetection),
    DD_PROCESS_CONFIG_PROCESS_COLLECTION_ENABLED: f => f.liveProcessCollection?.enabled,
    DD_PROCESS_CONFIG_CONTAINER_COLLECTION_ENABLED: f => f.liveContainerCollection?.enabled,
    DD_PROCESS_CONFIG_PROCESS_DISCOVERY_ENABLED: f => f.processDiscovery?.enabled,
    DD_PROCESS_CONFIG_RUN_IN_CORE_AGENT_ENABLED: processChecks,
    DD_LANGUAGE_DETECTION_ENABLED: languages,
    DD_LANGUAGE_DETECTION_REPORTING_ENABLED: languages,
  },
  'trace-agent': {
    DD_APM_ENABLED: f => f.apm?.enabled,
    DD_APM_RECEIVER_PORT: f => f.apm?.hostPortConfig?.enabled && String(f.apm.hostPortConfig.hostPort),
    DD_APM_NON_LOCAL_TRAFFIC: f => f.apm?.hostPortConfig?.enabled,
  },
  'system-probe': bySystemProbe,
  'cluster-agent': {
    DD_KUBERNETES_USE_ENDPOINT_SLICES: () => true,
    DD_CLUSTER_CHECKS_ENABLED: f => f.clusterChecks?.enabled,
    DD_COLLECT_KUBERNETES_EVENTS: f => f.eventCollection?.collectKubernetesEvents,
    DD_EXTERNAL_METRICS_PROVIDER_ENABLED: f => f.externalMetricsServer?.enabled,
    DD_ADMISSION_CONTROLLER_ENABLED: f => f.admissionController?.enabled,
    DD_LANGUAGE_DETECTION_ENABLED: languages,
    DD_LANGUAGE_DETECTION_REPORTING_ENABLED: languages,
  },
};

/** Of the env vars that the plain manifests give a container those that it would not have from the Operator, or with another value. */
export function ownEnv(container: OperatorContainer, plain: readonly EnvVar[], features: OperatorFeatures): EnvVar[] {
  const written: Written = WRITTEN[container] ?? {};
  const names: readonly string[] = OPERATOR_ENV[container].names;
  return plain.filter(({ name, value }) => !names.includes(name) && value !== String(written[name as EnvName]?.(features) || undefined));
}
