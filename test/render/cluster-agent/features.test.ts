import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { FeaturesDescription } from '../../../src/model/features-model';
import { components, difference, envVars, names, permissions } from '../components';
import { EXISTING, leaves } from '../models';

const off = { enabled: false };
const on = { enabled: true };
const WITH_APP_KEY: Partial<ClusterDescription> = { credentials: { ...EXISTING, source: { kind: 'existing', appKey: true } } };

/** A cluster that has the feature off, however the default may be. */
const WITHOUT: FeaturesDescription = {
  events: off,
  orchestratorExplorer: off,
  externalMetrics: off,
  admissionController: off,
  prometheusScrape: off,
  remoteConfiguration: off,
};
const given = (features: FeaturesDescription) => components({ ...WITH_APP_KEY, features: { ...WITHOUT, ...features } });

const watched = (group: string, ...resources: string[]) =>
  resources.map(resource => `+ ClusterRole datadog-cluster-agent: ${group && `${group}/`}${resource} list,watch`);
const clusterRole = (...lines: string[]) => lines.map(line => `+ ClusterRole datadog-cluster-agent: ${line}`);
const role = (...lines: string[]) => lines.map(line => `+ Role datadog-cluster-agent: ${line}`);
const env = (...lines: string[]) => lines.map(line => `+ cluster-agent: ${line}`);
const switched = (name: string) => [`- cluster-agent: ${name}=false`, `+ cluster-agent: ${name}=true`];

const RESOURCES_VIEW = [
  ...watched('', 'pods', 'namespaces', 'limitranges', 'persistentvolumes', 'persistentvolumeclaims', 'serviceaccounts'),
  ...watched('apps', 'deployments', 'replicasets', 'daemonsets', 'statefulsets'),
  ...watched('batch', 'cronjobs', 'jobs'),
  ...watched('autoscaling', 'horizontalpodautoscalers'),
  ...watched('autoscaling.k8s.io', 'verticalpodautoscalers'),
  ...watched('networking.k8s.io', 'ingresses', 'networkpolicies'),
  ...watched('policy', 'poddisruptionbudgets'),
  ...watched('rbac.authorization.k8s.io', 'roles', 'rolebindings', 'clusterroles', 'clusterrolebindings'),
  ...watched('storage.k8s.io', 'storageclasses'),
  ...watched('apiextensions.k8s.io', 'customresourcedefinitions'),
];
const RESOURCES_VIEW_ENV = [
  ...switched('DD_ORCHESTRATOR_EXPLORER_ENABLED'),
  ...env('DD_ORCHESTRATOR_EXPLORER_CONTAINER_SCRUBBING_ENABLED=true', 'DD_ORCHESTRATOR_EXPLORER_CUSTOM_RESOURCES_OOTB_ENABLED=false'),
];

const EXTERNAL_METRICS_OBJECTS = [
  '+ Service datadog-cluster-agent-metrics-api',
  '+ ClusterRoleBinding datadog-cluster-agent-system-auth-delegator',
  '+ RoleBinding datadog-cluster-agent-apiserver',
  '+ APIService v1beta1.external.metrics.k8s.io',
];
const EXTERNAL_METRICS_RBAC = [
  ...watched('autoscaling', 'horizontalpodautoscalers'),
  ...clusterRole('events create'),
  ...role('configmaps[datadog-custom-metrics] get,update'),
];
const EXTERNAL_METRICS_ENV = (crd: boolean) => [
  ...switched('DD_EXTERNAL_METRICS_PROVIDER_ENABLED'),
  ...env(
    'DD_APP_KEY={"secretKeyRef":{"name":"datadog-secret","key":"app-key"}}',
    'DD_EXTERNAL_METRICS_PROVIDER_PORT=8443',
    `DD_EXTERNAL_METRICS_PROVIDER_USE_DATADOGMETRIC_CRD=${crd}`,
  ),
];

const WEBHOOK_CONFIGURATIONS = ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'].map(r => `admissionregistration.k8s.io/${r}`);
const ADMISSION_ENV = (changed: { failurePolicy?: string; mutateUnlabelled?: boolean } = {}) => [
  ...switched('DD_ADMISSION_CONTROLLER_ENABLED'),
  ...env(
    'DD_ADMISSION_CONTROLLER_WEBHOOK_NAME=datadog-webhook',
    'DD_ADMISSION_CONTROLLER_SERVICE_NAME=datadog-cluster-agent-admission-controller',
    'DD_ADMISSION_CONTROLLER_PORT=8000',
    `DD_ADMISSION_CONTROLLER_FAILURE_POLICY=${changed.failurePolicy ?? 'Ignore'}`,
    `DD_ADMISSION_CONTROLLER_MUTATE_UNLABELLED=${changed.mutateUnlabelled ?? false}`,
    'DD_ADMISSION_CONTROLLER_CONTAINER_REGISTRY=registry.datadoghq.com',
    'DD_ADMISSION_CONTROLLER_INJECT_CONFIG_ENABLED=false',
  ),
];
const ADMISSION_RBAC = [
  ...clusterRole(
    ...WEBHOOK_CONFIGURATIONS.map(r => `${r} create`),
    ...WEBHOOK_CONFIGURATIONS.map(r => `${r}[datadog-webhook] get,list,watch,update,delete`),
    ...['deployments', 'replicasets', 'daemonsets', 'statefulsets'].map(r => `apps/${r} get`),
    'batch/jobs get', 'batch/cronjobs get', 'replicationcontrollers get',
  ),
  ...role('secrets create', 'secrets[webhook-certificate] get,list,watch,update'),
];
const ADMISSION_OBJECTS = ['+ Service datadog-cluster-agent-admission-controller'];

const INSTRUMENTATION_ENV = ['DD_APM_INSTRUMENTATION_ENABLED=true'];
const INSTRUMENTATION_RBAC = watched('', 'namespaces');
const tagged = (name: string, tags: string) => [`+ cluster-agent: ${name}=${tags}`, `+ agent: ${name}=${tags}`];

/** What each feature adds (+) and takes away (-), beside a cluster that has all of them off. */
const FEATURES: ReadonlyArray<readonly [feature: string, on: FeaturesDescription, objects: string[], rbac: string[], env: string[]]> = [
  ['orchestratorExplorer', { orchestratorExplorer: on }, [], RESOURCES_VIEW, RESOURCES_VIEW_ENV],
  [
    'orchestratorExplorer with custom resources',
    {
      orchestratorExplorer: {
        customResources: [
          { group: 'argoproj.io', version: 'v1alpha1', resource: 'rollouts' },
          { group: 'argoproj.io', version: 'v1alpha1', resource: 'applications' },
          { group: 'karpenter.sh', version: 'v1', resource: 'nodepools' },
        ],
      },
    },
    [],
    [...RESOURCES_VIEW, ...watched('argoproj.io', 'rollouts', 'applications'), ...watched('karpenter.sh', 'nodepools')],
    RESOURCES_VIEW_ENV,
  ],
  ['externalMetrics', { externalMetrics: on }, EXTERNAL_METRICS_OBJECTS, EXTERNAL_METRICS_RBAC, EXTERNAL_METRICS_ENV(false)],
  [
    'externalMetrics of DatadogMetric objects', { externalMetrics: { ...on, useDatadogMetrics: true } }, EXTERNAL_METRICS_OBJECTS,
    [...EXTERNAL_METRICS_RBAC, ...clusterRole('datadoghq.com/datadogmetrics list,watch,create,delete', 'datadoghq.com/datadogmetrics/status update')],
    EXTERNAL_METRICS_ENV(true),
  ],
  ['admissionController', { admissionController: on }, ADMISSION_OBJECTS, ADMISSION_RBAC, ADMISSION_ENV()],
  [
    'admissionController for every pod', { admissionController: { ...on, mutateUnlabelled: true, failurePolicy: 'Fail' } },
    ADMISSION_OBJECTS, ADMISSION_RBAC, ADMISSION_ENV({ mutateUnlabelled: true, failurePolicy: 'Fail' }),
  ],
  [
    'prometheusScrape', { prometheusScrape: on }, [], [],
    env('DD_PROMETHEUS_SCRAPE_ENABLED=true', 'DD_PROMETHEUS_SCRAPE_VERSION=2', 'DD_PROMETHEUS_SCRAPE_SERVICE_ENDPOINTS=false'),
  ],
  [
    'prometheusScrape of endpoints, with checks',
    { prometheusScrape: { ...on, serviceEndpoints: true, checks: [{ configurations: [{ timeout: 5 }] }] } }, [], [],
    env(
      'DD_PROMETHEUS_SCRAPE_ENABLED=true', 'DD_PROMETHEUS_SCRAPE_VERSION=2', 'DD_PROMETHEUS_SCRAPE_SERVICE_ENDPOINTS=true',
      'DD_PROMETHEUS_SCRAPE_CHECKS=[{"configurations":[{"timeout":5}]}]',
    ),
  ],
  ['remoteConfiguration', { remoteConfiguration: on }, [], [], switched('DD_REMOTE_CONFIGURATION_ENABLED')],
  [
    'apm.instrumentation, with the admission controller', { admissionController: undefined, apm: { instrumentation: on } },
    ADMISSION_OBJECTS, [...ADMISSION_RBAC, ...INSTRUMENTATION_RBAC], [...ADMISSION_ENV(), ...env(...INSTRUMENTATION_ENV)],
  ],
  [
    'apm.instrumentation of some namespaces', { admissionController: undefined, apm: { instrumentation: { ...on, enabledNamespaces: ['shop'], libVersions: { java: 'v1' } } } },
    ADMISSION_OBJECTS, [...ADMISSION_RBAC, ...INSTRUMENTATION_RBAC],
    [...ADMISSION_ENV(), ...env(...INSTRUMENTATION_ENV, 'DD_APM_INSTRUMENTATION_ENABLED_NAMESPACES=["shop"]', 'DD_APM_INSTRUMENTATION_LIB_VERSIONS={"java":"v1"}')],
  ],
  [
    'apm.instrumentation of targets', { admissionController: undefined, apm: { instrumentation: { ...on, disabledNamespaces: ['batch'], targets: [{ name: 'web', podSelector: { matchLabels: { app: 'web' } } }] } } },
    ADMISSION_OBJECTS, [...ADMISSION_RBAC, ...INSTRUMENTATION_RBAC],
    [...ADMISSION_ENV(), ...env(
      ...INSTRUMENTATION_ENV, 'DD_APM_INSTRUMENTATION_DISABLED_NAMESPACES=["batch"]',
      'DD_APM_INSTRUMENTATION_TARGETS=[{"name":"web","podSelector":{"matchLabels":{"app":"web"}}}]',
    )],
  ],
  ['tags of pod labels', { tags: { podLabelsAsTags: { app: 'app' } } }, [], watched('', 'pods'), tagged('DD_KUBERNETES_POD_LABELS_AS_TAGS', '{"app":"app"}')],
  [
    'tags of pod annotations', { tags: { podAnnotationsAsTags: { owner: 'owner' } } }, [], watched('', 'pods'),
    tagged('DD_KUBERNETES_POD_ANNOTATIONS_AS_TAGS', '{"owner":"owner"}'),
  ],
  ['tags of node labels', { tags: { nodeLabelsAsTags: { zone: 'zone' } } }, [], [], tagged('DD_KUBERNETES_NODE_LABELS_AS_TAGS', '{"zone":"zone"}')],
  [
    'tags of namespace labels', { tags: { namespaceLabelsAsTags: { '*': '%%label%%' } } }, [], watched('', 'namespaces'),
    tagged('DD_KUBERNETES_NAMESPACE_LABELS_AS_TAGS', '{"*":"%%label%%"}'),
  ],
  ['events', { events: on }, [], [
    ...watched('', 'events'), ...role('configmaps[datadogtoken] get,update'),
  ], [...switched('DD_COLLECT_KUBERNETES_EVENTS'), ...env('DD_CLUSTER_AGENT_TOKEN_NAME=datadogtoken')]],
];

describe.each(FEATURES)('%s', (_, feature, objects, rbac, variables) => {
  const [without, withIt] = [given({}), given(feature)];

  test('objects', () => expect(difference(names(without), names(withIt))).toEqual([...objects].sort()));
  test('permissions', () => expect(difference(permissions(without), permissions(withIt))).toEqual([...rbac].sort()));
  test('env vars', () => expect(difference(envVars(without), envVars(withIt))).toEqual([...variables].sort()));
  test('no field is undefined, so none becomes null', () => {
    expect([...leaves(withIt)].filter(([, value]) => value === undefined || value === null)).toEqual([]);
  });
});

describe('with nodes', () => {
  const nodes = (features: FeaturesDescription) => components({ platform: { fact: PLATFORMS.eks }, features: { ...WITHOUT, ...features } });
  const ports = { apm: { portEnabled: true }, dogstatsd: { portEnabled: true } };
  const webhook = (configMode?: string) => nodes({ ...ports, admissionController: { ...on, configMode } });

  test.each<[string | undefined, string[]]>([
    [undefined, ['ENABLED=true', 'MODE=socket']],
    ['none', ['ENABLED=false']],
    ['hostip', ['ENABLED=true', 'MODE=hostip']],
    ['service', ['ENABLED=true', 'LOCAL_SERVICE_NAME=datadog-agent', 'MODE=service']],
  ])('the webhook of mode %s', (mode, expected) => {
    const prefix = 'cluster-agent: DD_ADMISSION_CONTROLLER_INJECT_CONFIG_';
    expect(envVars(webhook(mode)).filter(line => line.startsWith(prefix)).map(line => line.slice(prefix.length))).toEqual(expected);
  });

  test.each([['aks', ['=true']], ['eks', []], ['openShift4', []]] as const)('%s: selectors of webhooks', (platform, expected) => {
    const name = 'cluster-agent: DD_ADMISSION_CONTROLLER_ADD_AKS_SELECTORS';
    const told = (admissionController: object) => envVars(components({ platform: { fact: PLATFORMS[platform] }, features: { admissionController } }))
      .filter(line => line.startsWith(name)).map(line => line.slice(name.length));
    expect(told(on)).toEqual(expected);
    expect(told(off)).toEqual([]);
  });

  test('languages of applications take patch on Deployments, and nothing else does', () => {
    const [without, withIt] = [false, true]
      .map(languageDetection => nodes({ admissionController: on, apm: { instrumentation: { ...on, languageDetection } } }));
    expect(difference(permissions(without), permissions(withIt))).toEqual(clusterRole('apps/deployments get,list,watch,patch'));
    expect(difference(envVars(without), envVars(withIt))).toEqual([
      '+ cluster-agent: DD_LANGUAGE_DETECTION_ENABLED=true',
      '+ cluster-agent: DD_LANGUAGE_DETECTION_REPORTING_ENABLED=true',
      '- cluster-agent: DD_LANGUAGE_DETECTION_ENABLED=false',
    ].sort());
    expect(permissions(without).filter(line => line.includes('patch'))).toEqual([]);
  });
});

test('with every feature on, no rule has a wildcard', () => {
  const rules = permissions(given(Object.assign({}, ...FEATURES.map(([, feature]) => feature))));
  expect(rules.length).toBeGreaterThan(60);
  expect(rules.filter(rule => rule.includes('*'))).toEqual([]);
});

test('the default is the resources view and events, and nothing that needs more than an API key', () => {
  const defaults = components();
  expect(difference(names(defaults), names(given({ orchestratorExplorer: on, events: on })))).toEqual([]);
  expect(difference(envVars(defaults), envVars(given({ orchestratorExplorer: on, events: on })))).toEqual([]);
});

test('ports of the container and of the Services, one by one', () => {
  const manifests = given({ externalMetrics: on, admissionController: on });
  const pod = manifests.find(m => m.kind === 'Deployment' && m.metadata?.name === 'datadog-cluster-agent')!.spec.template.spec;
  const ports = pod.containers[0].ports.map(({ name, containerPort }: any) => `${name} ${containerPort}`);
  expect(ports).toEqual(['agentport 5005', 'agentmetrics 5000', 'metricsapi 8443', 'datadog-webhook 8000']);
  const services = manifests.filter(m => m.kind === 'Service').map(m => `${m.metadata!.name} ${m.spec.ports[0].port}->${m.spec.ports[0].targetPort}`);
  for (const { spec } of manifests.filter(m => m.kind === 'Service')) {
    expect(spec).toMatchObject({ type: 'ClusterIP', ports: [{ protocol: 'TCP' }] });
  }
  expect(services).toEqual([
    'datadog-cluster-agent 5005->agentport',
    'datadog-cluster-agent-metrics-api 8443->metricsapi',
    'datadog-cluster-agent-admission-controller 443->datadog-webhook',
  ]);
});

test('external metrics: bindings to roles that Kubernetes has, in the namespace that has them', () => {
  const manifests = given({ externalMetrics: on });
  const subjects = [{ kind: 'ServiceAccount', name: 'datadog-cluster-agent', namespace: 'datadog' }];
  expect(manifests.find(m => m.metadata?.name === 'datadog-cluster-agent-apiserver')).toMatchObject({
    kind: 'RoleBinding', metadata: { namespace: 'kube-system' }, roleRef: { kind: 'Role', name: 'extension-apiserver-authentication-reader' }, subjects,
  });
  expect(manifests.find(m => m.metadata?.name === 'datadog-cluster-agent-system-auth-delegator')).toMatchObject({
    kind: 'ClusterRoleBinding', roleRef: { kind: 'ClusterRole', name: 'system:auth-delegator' }, subjects,
  });
  expect(manifests.find(m => m.kind === 'APIService')).toMatchObject({
    apiVersion: 'apiregistration.k8s.io/v1', metadata: { labels: { 'agent.datadoghq.com/component': 'cluster-agent' } },
  });
  expect(manifests.find(m => m.kind === 'APIService')!.spec).toEqual({
    service: { name: 'datadog-cluster-agent-metrics-api', namespace: 'datadog', port: 8443 },
    group: 'external.metrics.k8s.io',
    version: 'v1beta1',
    insecureSkipTLSVerify: true,
    groupPriorityMinimum: 100,
    versionPriority: 100,
  });
});

test('the application key may be in a Secret of its own', () => {
  const credentials = { secret: { ...EXISTING.secret, appKeySecret: 'datadog-app' }, source: { kind: 'existing', appKey: true } } as const;
  const manifests = components({ credentials, features: { externalMetrics: on } });
  expect(envVars(manifests)).toContain('cluster-agent: DD_APP_KEY={"secretKeyRef":{"name":"datadog-app","key":"app-key"}}');
});
