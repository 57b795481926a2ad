import { ADMISSION_CONTROLLER } from './admission-controller';
import { LANGUAGE_DETECTION } from './apm-instrumentation';
import { EXTERNAL_METRICS } from './external-metrics';
import { PermissionFact } from './permission';

const row = { account: 'cluster-agent', scope: 'cluster' } as const;
const watched = (group: string, ...resources: string[]) => ({ apiGroups: [group], resources, verbs: ['list', 'watch'] });

/** Informers list and watch. What every Cluster Agent lists and watches anyway (nodes, services, EndpointSlices) is not repeated. */
const orchestratorExplorer = {
  ...row,
  feature: 'orchestratorExplorer',
  source: 'Datadog Helm chart 3.240.0, ClusterRole datadog-orchestrator-explorer; datadog-agent, pkg/collector/corechecks/cluster/orchestrator',
  checkedOn: '2026-11-21',
} as const;

const externalMetrics = {
  ...row,
  feature: 'externalMetrics',
  source: 'Datadog Helm chart 3.240.0, cluster-agent-rbac.yaml; datadog-agent, pkg/util/kubernetes/apiserver/controllers/hpa_controller.go',
  checkedOn: '2026-11-21',
} as const;

const datadogMetrics = {
  ...row,
  feature: 'datadogMetrics',
  source: 'Datadog Helm chart 3.240.0, cluster-agent-rbac.yaml; datadog-agent, pkg/clusteragent/autoscaling/externalmetrics',
  checkedOn: '2026-11-21',
} as const;

const admissionController = {
  ...row,
  feature: 'admissionController',
  source: 'audit log of kube-apiserver 1.33 with Cluster Agent 7.68; Datadog Helm chart 3.240.0, cluster-agent-rbac.yaml',
  checkedOn: '2026-09-20',
} as const;
const webhookConfigurations = {
  apiGroups: ['admissionregistration.k8s.io'],
  resources: ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
};

/** Objects that the Cluster Agent keeps in its store for a feature, until which it does not call itself ready. */
const stored = {
  ...row,
  source: 'datadog-agent, comp/core/workloadmeta/collectors/internal/kubeapiserver/kubeapiserver.go',
  checkedOn: '2026-11-21',
} as const;

/** What single features of the Cluster Agent add to what it needs in any case. */
export const CLUSTER_AGENT_FEATURE_PERMISSIONS: readonly PermissionFact[] = [
  {
    ...orchestratorExplorer,
    ...watched('', 'pods', 'namespaces', 'limitranges', 'persistentvolumes', 'persistentvolumeclaims', 'serviceaccounts'),
  },
  { ...orchestratorExplorer, ...watched('apps', 'deployments', 'replicasets', 'daemonsets', 'statefulsets') },
  { ...orchestratorExplorer, ...watched('batch', 'cronjobs', 'jobs') },
  { ...orchestratorExplorer, ...watched('autoscaling', 'horizontalpodautoscalers') },
  { ...orchestratorExplorer, ...watched('autoscaling.k8s.io', 'verticalpodautoscalers') },
  { ...orchestratorExplorer, ...watched('networking.k8s.io', 'ingresses', 'networkpolicies') },
  { ...orchestratorExplorer, ...watched('policy', 'poddisruptionbudgets') },
  { ...orchestratorExplorer, ...watched('rbac.authorization.k8s.io', 'roles', 'rolebindings', 'clusterroles', 'clusterrolebindings') },
  { ...orchestratorExplorer, ...watched('storage.k8s.io', 'storageclasses') },
  { ...orchestratorExplorer, ...watched('apiextensions.k8s.io', 'customresourcedefinitions') },

  { ...externalMetrics, ...watched('autoscaling', 'horizontalpodautoscalers') },
  // On a HorizontalPodAutoscaler, in its namespace.
  { ...externalMetrics, apiGroups: [''], resources: ['events'], verbs: ['create'] },
  {
    ...externalMetrics,
    scope: 'namespace',
    apiGroups: [''],
    resources: ['configmaps'],
    resourceNames: [EXTERNAL_METRICS.storeName],
    verbs: ['get', 'update'],
  },
  { ...datadogMetrics, apiGroups: ['datadoghq.com'], resources: ['datadogmetrics'], verbs: ['list', 'watch', 'create', 'delete'] },
  { ...datadogMetrics, apiGroups: ['datadoghq.com'], resources: ['datadogmetrics/status'], verbs: ['update'] },

  { ...admissionController, ...webhookConfigurations, verbs: ['create'] },
  {
    ...admissionController,
    ...webhookConfigurations,
    resourceNames: [ADMISSION_CONTROLLER.webhookName],
    verbs: ['get', 'list', 'watch', 'update', 'delete'],
  },
  // Tags of a pod that carries none are those of its owner.
  { ...admissionController, apiGroups: ['apps'], resources: ['deployments', 'replicasets', 'daemonsets', 'statefulsets'], verbs: ['get'] },
  { ...admissionController, apiGroups: ['batch'], resources: ['jobs', 'cronjobs'], verbs: ['get'] },
  { ...admissionController, apiGroups: [''], resources: ['replicationcontrollers'], verbs: ['get'] },
  { ...admissionController, scope: 'namespace', apiGroups: [''], resources: ['secrets'], verbs: ['create'] },
  {
    ...admissionController,
    scope: 'namespace',
    apiGroups: [''],
    resources: ['secrets'],
    resourceNames: [ADMISSION_CONTROLLER.certificateName],
    verbs: ['get', 'list', 'watch', 'update'],
  },

  // Labels of namespaces, by which targets choose, and their Pod Security level.
  { ...stored, feature: 'apmInstrumentation', ...watched('', 'namespaces') },
  // The languages of a Deployment stand in an annotation of it.
  { ...row, feature: 'languageDetection', apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'list', 'watch', 'patch'], ...LANGUAGE_DETECTION },
  { ...stored, feature: 'podTags', ...watched('', 'pods') },
  { ...stored, feature: 'namespaceTags', ...watched('', 'namespaces') },
];
