import { OperatorFeatures } from './own-env';
import { ADMISSION_CONTROLLER } from '../../facts/admission-controller';
import { AGENT_IMAGE } from '../../facts/agent-images';
import { EXTERNAL_METRICS } from '../../facts/external-metrics';
import { SIDECAR_WEBHOOK } from '../../facts/sidecar-injection';
import { ClusterModel } from '../../model/cluster-model';
import { EventsModel } from '../../model/events';
import { SidecarInjectionModel } from '../../model/sidecar-injection';
import { checkFiles } from '../cluster-agent/check-files';
import { webhookProfile, webhookSelector } from '../sidecar-injection/webhook-env';
import { some } from '../some';

type AdmissionController = NonNullable<OperatorFeatures['admissionController']>;
type SidecarInjection = NonNullable<AdmissionController['agentSidecarInjection']>;

/** Of the `openmetrics` check, as the plain manifests have it. */
const PROMETHEUS_VERSION = 2;
const KUBE_STATE_METRICS_FILE = 'kubernetes_state_core.d/kubernetes_state_core.yaml.default';

/** Features of the Cluster Agent. Most of them are on in the Operator unless they are turned off by name. */
export function clusterFeatures(model: ClusterModel, webhook?: SidecarInjectionModel): OperatorFeatures {
  const { features, clusterCheckRunners: runners } = model;
  const { events, externalMetrics, kubeStateMetrics, orchestratorExplorer, prometheusScrape } = features;
  return {
    clusterChecks: { enabled: features.clusterChecks, useClusterChecksRunners: runners !== undefined },
    eventCollection: { collectKubernetesEvents: events !== undefined, ...events && unbundled(events) },
    kubeStateMetricsCore: {
      enabled: kubeStateMetrics !== undefined,
      // The Operator's own file has every collector, that of Secrets among them.
      ...kubeStateMetrics && { conf: { configData: checkFiles(model)[KUBE_STATE_METRICS_FILE] } },
    },
    orchestratorExplorer: {
      enabled: orchestratorExplorer !== undefined,
      ...orchestratorExplorer && some('customResources', orchestratorExplorer.customResources.map(r => `${r.group}/${r.version}/${r.resource}`)),
    },
    externalMetricsServer: {
      enabled: externalMetrics !== undefined,
      ...externalMetrics && { useDatadogMetrics: externalMetrics.useDatadogMetrics, port: EXTERNAL_METRICS.port },
    },
    admissionController: admissionController(model, webhook),
    prometheusScrape: {
      enabled: prometheusScrape !== undefined,
      ...prometheusScrape && {
        enableServiceEndpoints: prometheusScrape.serviceEndpoints,
        version: PROMETHEUS_VERSION,
        ...prometheusScrape.checks.length > 0 && { additionalConfigs: JSON.stringify(prometheusScrape.checks) },
      },
    },
    remoteConfiguration: { enabled: features.remoteConfiguration },
    // ControlPlaneChecks does it, on more platforms, and twice would be too much.
    controlPlaneMonitoring: { enabled: false },
  };
}

/** Where events are filtered, a file says all of it: the Operator has no field for that. */
function unbundled({ filtering, unbundled: types }: EventsModel): NonNullable<OperatorFeatures['eventCollection']> {
  if (!types || filtering) return {};
  return { unbundleEvents: true, collectedEventTypes: types.map(({ kind, reasons }) => ({ kind, reasons })) };
}

function admissionController({ features, registry }: ClusterModel, webhook?: SidecarInjectionModel): AdmissionController {
  const given = features.admissionController;
  if (!given) return { enabled: false };
  const { configMode, failurePolicy, mutateUnlabelled } = given;
  return {
    enabled: true,
    serviceName: ADMISSION_CONTROLLER.serviceName,
    webhookName: ADMISSION_CONTROLLER.webhookName,
    registry,
    mutateUnlabelled,
    failurePolicy,
    ...configMode !== 'none' && { agentCommunicationMode: configMode },
    // By itself the Operator makes the Cluster Agent ask every minute whether the API server reaches it.
    probe: { enabled: false },
    ...webhook && { agentSidecarInjection: sidecarInjection(webhook) },
  };
}

function sidecarInjection(webhook: SidecarInjectionModel): SidecarInjection {
  const { cluster } = webhook;
  return {
    enabled: true,
    provider: SIDECAR_WEBHOOK.provider,
    clusterAgentCommunicationEnabled: true,
    // The ConfigMaps with the authority are the library's own.
    clusterAgentTlsVerification: { enabled: cluster.clusterAgentTls !== undefined, copyCaConfigMap: false },
    registry: cluster.registry,
    image: { name: AGENT_IMAGE.name, tag: cluster.agentVersion },
    selectors: [webhookSelector(webhook)],
    profiles: [webhookProfile(webhook)],
  };
}
