import { AgentFeatureFact } from '../../facts/agent-versions';
import { ORCHESTRATOR } from '../../facts/orchestrator';
import { PermissionFact } from '../../facts/permission';
import { ClusterModel } from '../../model/cluster-model';
import { FeaturesModel } from '../../model/features-model';
import { ClusterAgentPart } from '../../parts/cluster-agent-part';
import { envOf } from '../../parts/container-env';
import { AGENT } from '../../parts/node-agent-containers';
import { NodeAgentPart } from '../../parts/node-agent-part';
import { some } from '../../parts/some';
import { requireAgentFeature } from '../../requirements/agent-feature';
import { requireCustomResource, requireCustomResourceCount } from '../../requirements/custom-resource';
import { feature, FeatureContext } from '../feature';
import { watched } from '../shared/permissions';
import { CHART, CONFIG, DOCUMENTED, SETTINGS, VALUES, WEBHOOK } from '../shared/sources';

const ENV = {
  DD_ORCHESTRATOR_EXPLORER_ENABLED: WEBHOOK,
  DD_ORCHESTRATOR_EXPLORER_CONTAINER_SCRUBBING_ENABLED: CHART,
  DD_ORCHESTRATOR_EXPLORER_CUSTOM_RESOURCES_OOTB_ENABLED: CONFIG,
  DD_ORCHESTRATOR_EXPLORER_KUBELET_CONFIG_CHECK_ENABLED: SETTINGS,
} as const;
const { flag } = envOf(ENV);

const CUSTOM_RESOURCES_SINCE: AgentFeatureFact = {
  name: 'custom resources in the resources view',
  since: '7.42',
  source: 'datadog-agent, CHANGELOG-DCA.rst 7.42.0',
  checkedOn: '2026-11-21',
};

/** Informers list and watch. What every Cluster Agent lists and watches anyway (nodes, services, EndpointSlices) is not repeated. */
const row = {
  scope: 'cluster',
  source: 'Datadog Helm chart 3.240.0, ClusterRole datadog-orchestrator-explorer; datadog-agent, pkg/collector/corechecks/cluster/orchestrator',
  checkedOn: '2026-11-21',
} as const;
const PERMISSIONS: readonly PermissionFact[] = [
  { ...row, ...watched('', 'pods', 'namespaces', 'limitranges', 'persistentvolumes', 'persistentvolumeclaims', 'serviceaccounts') },
  { ...row, ...watched('apps', 'deployments', 'replicasets', 'daemonsets', 'statefulsets') },
  { ...row, ...watched('batch', 'cronjobs', 'jobs') },
  { ...row, ...watched('autoscaling', 'horizontalpodautoscalers') },
  { ...row, ...watched('autoscaling.k8s.io', 'verticalpodautoscalers') },
  { ...row, ...watched('networking.k8s.io', 'ingresses', 'networkpolicies') },
  { ...row, ...watched('policy', 'poddisruptionbudgets') },
  { ...row, ...watched('rbac.authorization.k8s.io', 'roles', 'rolebindings', 'clusterroles', 'clusterrolebindings') },
  { ...row, ...watched('storage.k8s.io', 'storageclasses') },
  { ...row, ...watched('apiextensions.k8s.io', 'customresourcedefinitions') },
];

/** `/configz` of a kubelet that tells its paths apart, of which the resources view shows how the kubelet is set up. */
const KUBELET_CONFIG: PermissionFact = {
  scope: 'cluster',
  apiGroups: [''],
  resources: ['nodes/configz'],
  verbs: ['get'],
  source: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/',
  checkedOn: '2026-11-21',
};

type Model = NonNullable<FeaturesModel['orchestratorExplorer']>;

function resolve({ given: { orchestratorExplorer }, agentVersion }: FeatureContext): Model | undefined {
  const customResources = requireCustomResourceCount(orchestratorExplorer?.customResources ?? []).map(requireCustomResource);
  if (customResources.length > 0) requireAgentFeature(agentVersion, CUSTOM_RESOURCES_SINCE);
  return orchestratorExplorer?.enabled ?? true ? { customResources } : undefined;
}

const namesOf = ({ customResources }: Model) => customResources.map(({ group, version, resource }) => `${group}/${version}/${resource}`);

/** The core Agent shows how the kubelet is set up; the permission for it goes with the rest. */
function nodeAgent({ features: { orchestratorExplorer }, nodeAgent: agent }: ClusterModel): NodeAgentPart {
  const on = orchestratorExplorer !== undefined;
  return {
    env: { [AGENT]: [flag('DD_ORCHESTRATOR_EXPLORER_ENABLED', on), flag('DD_ORCHESTRATOR_EXPLORER_KUBELET_CONFIG_CHECK_ENABLED', on)] },
    permissions: on && agent?.fineGrainedKubelet ? [KUBELET_CONFIG] : [],
  };
}

function clusterAgent({ features: { orchestratorExplorer: model } }: ClusterModel): ClusterAgentPart {
  if (!model) return { env: [flag('DD_ORCHESTRATOR_EXPLORER_ENABLED', false)] };
  return {
    env: [
      flag('DD_ORCHESTRATOR_EXPLORER_ENABLED', true),
      flag('DD_ORCHESTRATOR_EXPLORER_CONTAINER_SCRUBBING_ENABLED', true),
      // Custom resources that the Agent would collect by itself: permissions go to those that are asked for.
      flag('DD_ORCHESTRATOR_EXPLORER_CUSTOM_RESOURCES_OOTB_ENABLED', false),
    ],
    permissions: [...PERMISSIONS, ...customResourcePermissions(model)],
    checks: [ORCHESTRATOR.checkName],
    checkFiles: model.customResources.length > 0 ? {
      [`${ORCHESTRATOR.checkName}.d/${ORCHESTRATOR.checkName}.yaml`]: {
        cluster_check: false,
        ad_identifiers: [ORCHESTRATOR.adIdentifier],
        init_config: {},
        instances: [{ skip_leader_election: false, crd_collectors: namesOf(model) }],
      },
    } : {},
  };
}

/** The custom resources that the resources view shows, one permission for each API group. */
function customResourcePermissions({ customResources }: Model): PermissionFact[] {
  const groups = [...new Set(customResources.map(r => r.group))];
  return groups.map(group => ({ ...row, ...watched(group, ...new Set(customResources.filter(r => r.group === group).map(r => r.resource))) }));
}

export const ORCHESTRATOR_EXPLORER = feature({
  name: 'orchestratorExplorer',
  env: ENV,
  resolve,
  nodeAgent,
  sidecar: ({ features }) => ({ env: [flag('DD_ORCHESTRATOR_EXPLORER_ENABLED', features.orchestratorExplorer !== undefined)] }),
  webhookEnv: () => [flag('DD_ORCHESTRATOR_EXPLORER_ENABLED', true)],
  clusterAgent,
  operator: {
    spec: ({ features: { orchestratorExplorer: model } }) => ({
      features: { orchestratorExplorer: { enabled: model !== undefined, ...model && some('customResources', namesOf(model)) } },
    }),
    env: {
      'agent': { DD_ORCHESTRATOR_EXPLORER_ENABLED: true },
      'cluster-agent': { DD_ORCHESTRATOR_EXPLORER_ENABLED: true, DD_ORCHESTRATOR_EXPLORER_CONTAINER_SCRUBBING_ENABLED: true },
    },
  },
  helm: {
    keys: [
      { keys: ['datadog.orchestratorExplorer.customResources', 'datadog.orchestratorExplorer.enabled'], ...DOCUMENTED },
      { keys: ['datadog.orchestratorExplorer.kubelet_configuration_check.enabled'], ...VALUES },
    ],
    values: ({ nodeAgent: agent, features: { orchestratorExplorer: model } }) => ({
      datadog: {
        orchestratorExplorer: {
          enabled: model !== undefined,
          ...model && { customResources: namesOf(model) },
          ...agent && { kubelet_configuration_check: { enabled: model !== undefined } },
        },
      },
    }),
    env: {
      agent: {
        DD_ORCHESTRATOR_EXPLORER_ENABLED: true,
        DD_ORCHESTRATOR_EXPLORER_KUBELET_CONFIG_CHECK_ENABLED: ({ model }) => model.features.orchestratorExplorer !== undefined,
      },
      clusterAgent: {
        DD_ORCHESTRATOR_EXPLORER_ENABLED: true,
        DD_ORCHESTRATOR_EXPLORER_CONTAINER_SCRUBBING_ENABLED: ({ model }) => model.features.orchestratorExplorer !== undefined,
      },
    },
  },
  docs: {
    defaults: [{ what: 'Kubernetes resources view', chart: 'on' }],
    sidecars: 'pods',
    nodeAgents: 'pods, and how the kubelet is set up',
    clusterAgent: 'all other resources',
  },
});
