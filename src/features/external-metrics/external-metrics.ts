import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { EXTENSION_API_SERVER, EXTERNAL_METRICS as FACT } from '../../facts/external-metrics';
import { PermissionFact } from '../../facts/permission';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { appKeySecretOf, hasAppKey } from '../../model/secret-source';
import { ClusterAgentPart } from '../../parts/cluster-agent-part';
import { serviceOfClusterAgent } from '../../parts/cluster-agent-service';
import { envOf } from '../../parts/container-env';
import { DeliveredCluster } from '../../parts/delivered-cluster';
import { componentLabels } from '../../parts/labels';
import { accountSubject, bindingTo } from '../../parts/rbac';
import { requireAppKey } from '../../requirements/app-key';
import { feature, FeatureContext } from '../feature';
import { watched } from '../shared/permissions';
import { CHART, CONFIG, DOCUMENTED, RENDERED } from '../shared/sources';

const ENV = {
  DD_APP_KEY: CONFIG,
  DD_EXTERNAL_METRICS_PROVIDER_ENABLED: CHART,
  DD_EXTERNAL_METRICS_PROVIDER_PORT: CHART,
  DD_EXTERNAL_METRICS_PROVIDER_USE_DATADOGMETRIC_CRD: CHART,
} as const;
const { flag, fromSecret, value } = envOf(ENV);

const metrics = {
  source: 'Datadog Helm chart 3.240.0, cluster-agent-rbac.yaml; datadog-agent, pkg/util/kubernetes/apiserver/controllers/hpa_controller.go',
  checkedOn: '2026-11-21',
} as const;
const PERMISSIONS: readonly PermissionFact[] = [
  { scope: 'cluster', ...watched('autoscaling', 'horizontalpodautoscalers'), ...metrics },
  // On a HorizontalPodAutoscaler, in its namespace.
  { scope: 'cluster', apiGroups: [''], resources: ['events'], verbs: ['create'], ...metrics },
  { scope: 'namespace', apiGroups: [''], resources: ['configmaps'], resourceNames: [FACT.storeName], verbs: ['get', 'update'], ...metrics },
];

const datadogMetrics = {
  source: 'Datadog Helm chart 3.240.0, cluster-agent-rbac.yaml; datadog-agent, pkg/clusteragent/autoscaling/externalmetrics',
  checkedOn: '2026-11-21',
} as const;
const DATADOG_METRICS_PERMISSIONS: readonly PermissionFact[] = [
  { scope: 'cluster', apiGroups: ['datadoghq.com'], resources: ['datadogmetrics'], verbs: ['list', 'watch', 'create', 'delete'], ...datadogMetrics },
  { scope: 'cluster', apiGroups: ['datadoghq.com'], resources: ['datadogmetrics/status'], verbs: ['update'], ...datadogMetrics },
];

function resolve({ given: { externalMetrics }, credentials }: FeatureContext) {
  if (!externalMetrics?.enabled) return undefined;
  requireAppKey(hasAppKey(credentials));
  return { useDatadogMetrics: externalMetrics.useDatadogMetrics ?? false };
}

function clusterAgent({ features: { externalMetrics }, credentials: { secret }, namespace }: ClusterModel): ClusterAgentPart {
  if (!externalMetrics) return { env: [flag('DD_EXTERNAL_METRICS_PROVIDER_ENABLED', false)] };
  return {
    env: [
      flag('DD_EXTERNAL_METRICS_PROVIDER_ENABLED', true),
      fromSecret('DD_APP_KEY', appKeySecretOf(secret), secret.appKey),
      value('DD_EXTERNAL_METRICS_PROVIDER_PORT', String(FACT.port)),
      flag('DD_EXTERNAL_METRICS_PROVIDER_USE_DATADOGMETRIC_CRD', externalMetrics.useDatadogMetrics),
    ],
    ports: [{ name: FACT.portName, containerPort: FACT.port, protocol: 'TCP' }],
    permissions: [...PERMISSIONS, ...externalMetrics.useDatadogMetrics ? DATADOG_METRICS_PERMISSIONS : []],
    manifests: server(namespace),
  };
}

/** What makes the Cluster Agent the server of external metrics. */
function server(namespace: string): Manifest[] {
  const { serviceName, port, portName, group, version, groupPriorityMinimum, versionPriority } = FACT;
  const { readerRole, readerNamespace, delegatorRole } = EXTENSION_API_SERVER;
  const labels = componentLabels(CLUSTER_AGENT.component);
  const subjects = () => [accountSubject(CLUSTER_AGENT.name, namespace)];
  return [
    serviceOfClusterAgent(serviceName, namespace, { name: portName, port, targetPort: portName, protocol: 'TCP' }),
    // It asks the API server who its callers are, and what they may do.
    bindingTo({ name: `${CLUSTER_AGENT.name}-system-auth-delegator`, labels, kind: 'ClusterRole', role: delegatorRole, subjects: subjects() }),
    // The Role is in kube-system alone, and a binding of another namespace would find none.
    bindingTo({ name: `${CLUSTER_AGENT.name}-apiserver`, namespace: readerNamespace, labels, kind: 'Role', role: readerRole, subjects: subjects() }),
    {
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: `${version}.${group}`, labels: { ...labels } },
      spec: {
        service: { name: serviceName, namespace, port },
        group,
        version,
        // The Cluster Agent signs its certificate itself, anew at every start.
        insecureSkipTLSVerify: true,
        groupPriorityMinimum,
        versionPriority,
      },
    },
  ];
}

const isOn = ({ model }: DeliveredCluster) => model.features.externalMetrics !== undefined;

export const EXTERNAL_METRICS = feature({
  name: 'externalMetrics',
  env: ENV,
  resolve,
  clusterAgent,
  operator: {
    spec: ({ features: { externalMetrics } }) => ({
      features: {
        externalMetricsServer: {
          enabled: externalMetrics !== undefined,
          ...externalMetrics && { useDatadogMetrics: externalMetrics.useDatadogMetrics, port: FACT.port },
        },
      },
    }),
    env: {
      'cluster-agent': {
        DD_EXTERNAL_METRICS_PROVIDER_ENABLED: ({ externalMetricsServer }) => externalMetricsServer?.enabled,
        DD_EXTERNAL_METRICS_PROVIDER_PORT: true,
        DD_EXTERNAL_METRICS_PROVIDER_USE_DATADOGMETRIC_CRD: true,
      },
    },
  },
  helm: {
    keys: [
      { keys: ['clusterAgent.metricsProvider.enabled', 'datadog.appKeyExistingSecret'], ...RENDERED },
      { keys: ['clusterAgent.metricsProvider.useDatadogMetrics'], ...DOCUMENTED },
    ],
    values: ({ features: { externalMetrics }, credentials: { secret } }) => ({
      ...externalMetrics && { datadog: { appKeyExistingSecret: appKeySecretOf(secret) } },
      clusterAgent: {
        metricsProvider: {
          enabled: externalMetrics !== undefined,
          ...externalMetrics && { useDatadogMetrics: externalMetrics.useDatadogMetrics },
        },
      },
    }),
    env: {
      clusterAgent: {
        DD_APP_KEY: isOn,
        DD_EXTERNAL_METRICS_AGGREGATOR: isOn,
        DD_EXTERNAL_METRICS_PROVIDER_ENABLED: isOn,
        DD_EXTERNAL_METRICS_PROVIDER_PORT: isOn,
        DD_EXTERNAL_METRICS_PROVIDER_USE_DATADOGMETRIC_CRD: isOn,
        DD_EXTERNAL_METRICS_PROVIDER_WPA_CONTROLLER: isOn,
      },
    },
  },
  docs: { defaults: [{ what: 'External metrics', chart: 'off' }], clusterAgent: 'yes' },
});
