import { ADMISSION_CONTROLLER as FACT } from '../../facts/admission-controller';
import { OPTION_VALUES } from '../../facts/option-values';
import { PermissionFact } from '../../facts/permission';
import { PlatformFact } from '../../facts/platforms/platform-fact';
import { ClusterModel } from '../../model/cluster-model';
import { AdmissionControllerModel, ConfigInjectionModel, IntakeModel } from '../../model/features-model';
import { ClusterAgentPart } from '../../parts/cluster-agent-part';
import { serviceOfClusterAgent } from '../../parts/cluster-agent-service';
import { envOf } from '../../parts/container-env';
import { DeliveredCluster } from '../../parts/delivered-cluster';
import { requireConfigMode } from '../../requirements/config-mode';
import { requireKnown } from '../../requirements/known';
import { feature, FeatureContext } from '../feature';
import { OFF } from '../shared/off';
import { CHART, CONFIG, DOCUMENTED } from '../shared/sources';

const ENV = {
  DD_ADMISSION_CONTROLLER_ENABLED: CHART,
  DD_ADMISSION_CONTROLLER_WEBHOOK_NAME: CHART,
  DD_ADMISSION_CONTROLLER_SERVICE_NAME: CHART,
  DD_ADMISSION_CONTROLLER_PORT: CHART,
  DD_ADMISSION_CONTROLLER_FAILURE_POLICY: CHART,
  DD_ADMISSION_CONTROLLER_MUTATE_UNLABELLED: CHART,
  DD_ADMISSION_CONTROLLER_CONTAINER_REGISTRY: CHART,
  DD_ADMISSION_CONTROLLER_INJECT_CONFIG_ENABLED: CONFIG,
  DD_ADMISSION_CONTROLLER_INJECT_CONFIG_MODE: CHART,
  DD_ADMISSION_CONTROLLER_INJECT_CONFIG_LOCAL_SERVICE_NAME: CHART,
  DD_ADMISSION_CONTROLLER_ADD_AKS_SELECTORS: { source: 'https://docs.datadoghq.com/containers/kubernetes/distributions/#AKS', checkedOn: '2026-11-21' },
} as const;
const { flag, value } = envOf(ENV);

const { configMode: MODES, failurePolicy: POLICIES } = OPTION_VALUES;

const row = {
  scope: 'cluster',
  source: 'audit log of kube-apiserver 1.33 with Cluster Agent 7.68; Datadog Helm chart 3.240.0, cluster-agent-rbac.yaml',
  checkedOn: '2026-09-20',
} as const;
const webhooks = {
  apiGroups: ['admissionregistration.k8s.io'],
  resources: ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
};
const secrets = { scope: 'namespace', apiGroups: [''], resources: ['secrets'] } as const;
const PERMISSIONS: readonly PermissionFact[] = [
  { ...row, ...webhooks, verbs: ['create'] },
  { ...row, ...webhooks, resourceNames: [FACT.webhookName], verbs: ['get', 'list', 'watch', 'update', 'delete'] },
  // Tags of a pod that carries none are those of its owner.
  { ...row, apiGroups: ['apps'], resources: ['deployments', 'replicasets', 'daemonsets', 'statefulsets'], verbs: ['get'] },
  { ...row, apiGroups: ['batch'], resources: ['jobs', 'cronjobs'], verbs: ['get'] },
  { ...row, apiGroups: [''], resources: ['replicationcontrollers'], verbs: ['get'] },
  { ...row, ...secrets, verbs: ['create'] },
  { ...row, ...secrets, resourceNames: [FACT.certificateName], verbs: ['get', 'list', 'watch', 'update'] },
];

/** Libraries are added by the webhook, which is on with them. */
function resolve(context: FeatureContext): AdmissionControllerModel | undefined {
  const { admissionController: given, apm } = context.given;
  if (!(given?.enabled ?? apm?.instrumentation?.enabled ?? false)) return undefined;
  return {
    mutateUnlabelled: given?.mutateUnlabelled ?? false,
    failurePolicy: requireKnown("'features.admissionController.failurePolicy'", given?.failurePolicy ?? 'Ignore', POLICIES.values, POLICIES.source),
    configMode: configMode(given?.configMode, context),
  };
}

/** Where every pod is on Fargate, the Agent is in the pod, and sidecars tell applications where. */
function configMode(given: string | undefined, { platform, nodeAgents, of }: FeatureContext): ConfigInjectionModel {
  const mode = given ?? (nodeAgents ? usualMode(platform.configMode, [of('apm'), of('dogstatsd')]) : 'none');
  return requireConfigMode(requireKnown("'features.admissionController.configMode'", mode, MODES.values, MODES.source), platform) as ConfigInjectionModel;
}

/** As is usual on the platform, and by ports where what applications send is taken by ports alone. */
function usualMode(ofPlatform: PlatformFact['configMode'], intakes: readonly IntakeModel[]): ConfigInjectionModel {
  const taken = intakes.filter(({ socket, port }) => socket || port);
  if (ofPlatform === 'none' || taken.length === 0) return 'none';
  return taken.every(({ socket, port }) => port && !socket) ? 'hostip' : ofPlatform;
}

/** The Cluster Agent makes the configuration and the certificate of its webhooks when it runs. The Service is where the API server calls them. */
function clusterAgent({ delivery, features: { admissionController }, namespace, registry, platform: { fact } }: ClusterModel): ClusterAgentPart {
  if (!admissionController) return { env: [flag('DD_ADMISSION_CONTROLLER_ENABLED', false)] };
  const { configMode: mode, failurePolicy, mutateUnlabelled } = admissionController;
  const { serviceName, servicePort, port, portName, webhookName } = FACT;
  return {
    env: [
      flag('DD_ADMISSION_CONTROLLER_ENABLED', true),
      value('DD_ADMISSION_CONTROLLER_WEBHOOK_NAME', webhookName),
      value('DD_ADMISSION_CONTROLLER_SERVICE_NAME', serviceName),
      value('DD_ADMISSION_CONTROLLER_PORT', String(port)),
      value('DD_ADMISSION_CONTROLLER_FAILURE_POLICY', failurePolicy),
      flag('DD_ADMISSION_CONTROLLER_MUTATE_UNLABELLED', mutateUnlabelled),
      value('DD_ADMISSION_CONTROLLER_CONTAINER_REGISTRY', registry),
      flag('DD_ADMISSION_CONTROLLER_INJECT_CONFIG_ENABLED', mode !== 'none'),
      ...mode === 'none' ? [] : [value('DD_ADMISSION_CONTROLLER_INJECT_CONFIG_MODE', mode)],
      ...mode === 'service' ? [value('DD_ADMISSION_CONTROLLER_INJECT_CONFIG_LOCAL_SERVICE_NAME', delivery.nodeAgent.serviceName)] : [],
      ...fact.webhookSelectors ? [flag('DD_ADMISSION_CONTROLLER_ADD_AKS_SELECTORS', true)] : [],
    ],
    ports: [{ name: portName, containerPort: port, protocol: 'TCP' }],
    permissions: PERMISSIONS,
    manifests: [serviceOfClusterAgent(serviceName, namespace, { name: portName, port: servicePort, targetPort: portName, protocol: 'TCP' })],
  };
}

const isOn = ({ model }: DeliveredCluster) => model.features.admissionController !== undefined;
const ofWebhook = (...names: readonly string[]) => Object.fromEntries(names.map(name => [name, isOn]));

export const ADMISSION_CONTROLLER = feature({
  name: 'admissionController',
  reads: ['apm', 'dogstatsd'],
  env: ENV,
  resolve,
  clusterAgent,
  operator: {
    spec: ({ features: { admissionController: model }, registry }) => ({
      features: {
        admissionController: model ? {
          enabled: true,
          serviceName: FACT.serviceName,
          webhookName: FACT.webhookName,
          registry,
          mutateUnlabelled: model.mutateUnlabelled,
          failurePolicy: model.failurePolicy,
          ...model.configMode !== 'none' && { agentCommunicationMode: model.configMode },
          // By itself the Operator makes the Cluster Agent ask every minute whether the API server reaches it.
          probe: OFF,
        } : OFF,
      },
    }),
    env: {
      'cluster-agent': {
        DD_ADMISSION_CONTROLLER_ENABLED: ({ admissionController }) => admissionController?.enabled,
        DD_ADMISSION_CONTROLLER_WEBHOOK_NAME: true,
        DD_ADMISSION_CONTROLLER_SERVICE_NAME: true,
        DD_ADMISSION_CONTROLLER_FAILURE_POLICY: true,
        DD_ADMISSION_CONTROLLER_MUTATE_UNLABELLED: true,
        DD_ADMISSION_CONTROLLER_CONTAINER_REGISTRY: true,
        DD_ADMISSION_CONTROLLER_INJECT_CONFIG_MODE: true,
        DD_ADMISSION_CONTROLLER_INJECT_CONFIG_LOCAL_SERVICE_NAME: true,
      },
    },
  },
  helm: {
    keys: [{ keys: ['configMode', 'enabled', 'failurePolicy', 'mutateUnlabelled'].map(key => `clusterAgent.admissionController.${key}`), ...DOCUMENTED }],
    values: ({ features: { admissionController: model } }) => ({
      clusterAgent: {
        admissionController: {
          enabled: model !== undefined,
          ...model && {
            mutateUnlabelled: model.mutateUnlabelled,
            failurePolicy: model.failurePolicy,
            ...model.configMode !== 'none' && { configMode: model.configMode },
          },
        },
      },
    }),
    // The chart has no value for leaving applications alone.
    clusterAgentEnv: ({ features }) => features.admissionController?.configMode === 'none'
      ? [flag('DD_ADMISSION_CONTROLLER_INJECT_CONFIG_ENABLED', false)] : [],
    env: {
      clusterAgent: {
        ...ofWebhook(
          'DD_ADMISSION_CONTROLLER_ENABLED', 'DD_ADMISSION_CONTROLLER_FAILURE_POLICY', 'DD_ADMISSION_CONTROLLER_INJECT_CONFIG_LOCAL_SERVICE_NAME',
          'DD_ADMISSION_CONTROLLER_INJECT_CONFIG_MODE', 'DD_ADMISSION_CONTROLLER_MUTATE_UNLABELLED', 'DD_ADMISSION_CONTROLLER_MUTATION_ENABLED',
          'DD_ADMISSION_CONTROLLER_PORT', 'DD_ADMISSION_CONTROLLER_SERVICE_NAME', 'DD_ADMISSION_CONTROLLER_VALIDATION_ENABLED',
          'DD_ADMISSION_CONTROLLER_WEBHOOK_NAME',
          'DD_APM_RECEIVER_SOCKET', 'DD_DOGSTATSD_HOST_SOCKET_PATH', 'DD_DOGSTATSD_SOCKET', 'DD_TRACE_AGENT_HOST_SOCKET_PATH',
        ),
        DD_ADMISSION_CONTROLLER_ADD_AKS_SELECTORS: cluster => isOn(cluster) && cluster.model.platform.fact.webhookSelectors === true,
        // With the admission controller and without.
        DD_ADMISSION_CONTROLLER_CONTAINER_REGISTRY: true,
      },
    },
  },
  docs: {
    defaults: [{ what: 'Admission controller', chart: 'on', reason: 'pods are instrumented when the app is synthesized; webhooks that change pods after that are for the user to turn on' }],
    clusterAgent: 'yes',
  },
});
