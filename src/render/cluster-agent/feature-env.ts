import type { EnvVar } from 'kubernetes-types/core/v1';
import { ADMISSION_CONTROLLER } from '../../facts/admission-controller';
import { EnvName } from '../../facts/env';
import { EXTERNAL_METRICS } from '../../facts/external-metrics';
import { ClusterModel } from '../../model/cluster-model';
import { appKeySecretOf } from '../../model/secret-source';
import { flag, fromSecret, value } from '../container-env';
import { prometheusScrapeEnv } from '../prometheus-scrape';
import { tagSourceEnv } from '../tag-sources';

/** Env vars of features that may be off. What the Agent has on by default is told that it is off. */
export function featureEnv(model: ClusterModel): EnvVar[] {
  const { prometheusScrape, remoteConfiguration } = model.features;
  return [
    ...orchestratorExplorerEnv(model),
    ...externalMetricsEnv(model),
    ...admissionControllerEnv(model),
    ...apmInstrumentationEnv(model),
    ...tagSourceEnv(model),
    ...prometheusScrapeEnv(model),
    ...prometheusScrape ? [flag('DD_PROMETHEUS_SCRAPE_SERVICE_ENDPOINTS', prometheusScrape.serviceEndpoints)] : [],
    flag('DD_REMOTE_CONFIGURATION_ENABLED', remoteConfiguration),
  ];
}

function orchestratorExplorerEnv({ features: { orchestratorExplorer } }: ClusterModel): EnvVar[] {
  return [
    flag('DD_ORCHESTRATOR_EXPLORER_ENABLED', orchestratorExplorer !== undefined),
    ...orchestratorExplorer ? [
      flag('DD_ORCHESTRATOR_EXPLORER_CONTAINER_SCRUBBING_ENABLED', true),
      // Custom resources that the Agent would collect by itself: permissions go to those that are asked for.
      flag('DD_ORCHESTRATOR_EXPLORER_CUSTOM_RESOURCES_OOTB_ENABLED', false),
    ] : [],
  ];
}

function externalMetricsEnv({ features: { externalMetrics }, credentials: { secret } }: ClusterModel): EnvVar[] {
  return [
    flag('DD_EXTERNAL_METRICS_PROVIDER_ENABLED', externalMetrics !== undefined),
    ...externalMetrics ? [
      fromSecret('DD_APP_KEY', appKeySecretOf(secret), secret.appKey),
      value('DD_EXTERNAL_METRICS_PROVIDER_PORT', String(EXTERNAL_METRICS.port)),
      flag('DD_EXTERNAL_METRICS_PROVIDER_USE_DATADOGMETRIC_CRD', externalMetrics.useDatadogMetrics),
    ] : [],
  ];
}

function admissionControllerEnv({ delivery, features: { admissionController }, registry, platform: { fact } }: ClusterModel): EnvVar[] {
  if (!admissionController) return [flag('DD_ADMISSION_CONTROLLER_ENABLED', false)];
  const { configMode, failurePolicy, mutateUnlabelled } = admissionController;
  return [
    flag('DD_ADMISSION_CONTROLLER_ENABLED', true),
    value('DD_ADMISSION_CONTROLLER_WEBHOOK_NAME', ADMISSION_CONTROLLER.webhookName),
    value('DD_ADMISSION_CONTROLLER_SERVICE_NAME', ADMISSION_CONTROLLER.serviceName),
    value('DD_ADMISSION_CONTROLLER_PORT', String(ADMISSION_CONTROLLER.port)),
    value('DD_ADMISSION_CONTROLLER_FAILURE_POLICY', failurePolicy),
    flag('DD_ADMISSION_CONTROLLER_MUTATE_UNLABELLED', mutateUnlabelled),
    value('DD_ADMISSION_CONTROLLER_CONTAINER_REGISTRY', registry),
    flag('DD_ADMISSION_CONTROLLER_INJECT_CONFIG_ENABLED', configMode !== 'none'),
    ...configMode === 'none' ? [] : [value('DD_ADMISSION_CONTROLLER_INJECT_CONFIG_MODE', configMode)],
    ...configMode === 'service' ? [value('DD_ADMISSION_CONTROLLER_INJECT_CONFIG_LOCAL_SERVICE_NAME', delivery.nodeAgent.serviceName)] : [],
    ...fact.webhookSelectors ? [flag('DD_ADMISSION_CONTROLLER_ADD_AKS_SELECTORS', true)] : [],
  ];
}

function apmInstrumentationEnv({ features: { apmInstrumentation } }: ClusterModel): EnvVar[] {
  if (!apmInstrumentation) return [];
  const { enabledNamespaces, disabledNamespaces, libVersions, targets, languageDetection } = apmInstrumentation;
  const json = (name: EnvName, given: object) => Object.keys(given).length > 0 ? [value(name, JSON.stringify(given))] : [];
  return [
    flag('DD_APM_INSTRUMENTATION_ENABLED', true),
    ...json('DD_APM_INSTRUMENTATION_ENABLED_NAMESPACES', enabledNamespaces),
    ...json('DD_APM_INSTRUMENTATION_DISABLED_NAMESPACES', disabledNamespaces),
    ...json('DD_APM_INSTRUMENTATION_LIB_VERSIONS', libVersions),
    ...json('DD_APM_INSTRUMENTATION_TARGETS', targets),
    ...languageDetection ? [flag('DD_LANGUAGE_DETECTION_REPORTING_ENABLED', true)] : [],
  ];
}
