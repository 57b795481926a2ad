import { ClusterModel } from '../../model/cluster-model';
import { TagsModel } from '../../model/features-model';
import { ClusterAgentPart } from '../../parts/cluster-agent-part';
import { envOf } from '../../parts/container-env';
import { DeliveredCluster } from '../../parts/delivered-cluster';
import { AGENT } from '../../parts/node-agent-containers';
import { some } from '../../parts/some';
import { requireTagSource } from '../../requirements/tag-source';
import { feature, FeatureContext } from '../feature';
import { STORED, watched } from '../shared/permissions';
import { DOCUMENTED, SETTINGS } from '../shared/sources';

const ENV = {
  DD_KUBERNETES_POD_LABELS_AS_TAGS: SETTINGS,
  DD_KUBERNETES_POD_ANNOTATIONS_AS_TAGS: SETTINGS,
  DD_KUBERNETES_NODE_LABELS_AS_TAGS: SETTINGS,
  DD_KUBERNETES_NAMESPACE_LABELS_AS_TAGS: SETTINGS,
} as const;
const { json } = envOf(ENV);

function resolve({ given: { tags = {} } }: FeatureContext): TagsModel {
  const { podLabelsAsTags, podAnnotationsAsTags, nodeLabelsAsTags, namespaceLabelsAsTags } = tags;
  return {
    podLabels: requireTagSource('podLabelsAsTags', podLabelsAsTags ?? {}),
    podAnnotations: requireTagSource('podAnnotationsAsTags', podAnnotationsAsTags ?? {}),
    nodeLabels: requireTagSource('nodeLabelsAsTags', nodeLabelsAsTags ?? {}),
    namespaceLabels: requireTagSource('namespaceLabelsAsTags', namespaceLabelsAsTags ?? {}),
  };
}

const env = ({ features: { tags } }: ClusterModel) => [
  ...json('DD_KUBERNETES_POD_LABELS_AS_TAGS', tags.podLabels),
  ...json('DD_KUBERNETES_POD_ANNOTATIONS_AS_TAGS', tags.podAnnotations),
  ...json('DD_KUBERNETES_NODE_LABELS_AS_TAGS', tags.nodeLabels),
  ...json('DD_KUBERNETES_NAMESPACE_LABELS_AS_TAGS', tags.namespaceLabels),
];

const isGiven = (texts: object) => Object.keys(texts).length > 0;

function clusterAgent(model: ClusterModel): ClusterAgentPart {
  const { podLabels, podAnnotations, namespaceLabels } = model.features.tags;
  return {
    env: env(model),
    permissions: [
      ...isGiven(podLabels) || isGiven(podAnnotations) ? [{ ...STORED, ...watched('', 'pods') }] : [],
      ...isGiven(namespaceLabels) ? [{ ...STORED, ...watched('', 'namespaces') }] : [],
    ],
  };
}

/** By fields of the delivery that all Agents read. */
const values = ({ features: { tags } }: ClusterModel) => ({
  ...some('podLabelsAsTags', tags.podLabels),
  ...some('podAnnotationsAsTags', tags.podAnnotations),
  ...some('nodeLabelsAsTags', tags.nodeLabels),
  ...some('namespaceLabelsAsTags', tags.namespaceLabels),
});

const BY_OPERATOR = {
  DD_KUBERNETES_POD_LABELS_AS_TAGS: true,
  DD_KUBERNETES_POD_ANNOTATIONS_AS_TAGS: true,
  DD_KUBERNETES_NODE_LABELS_AS_TAGS: true,
  DD_KUBERNETES_NAMESPACE_LABELS_AS_TAGS: true,
} as const;

const has = (field: keyof TagsModel) => ({ model }: DeliveredCluster) => isGiven(model.features.tags[field]);
const BY_CHART = {
  DD_KUBERNETES_POD_LABELS_AS_TAGS: has('podLabels'),
  DD_KUBERNETES_POD_ANNOTATIONS_AS_TAGS: has('podAnnotations'),
  DD_KUBERNETES_NODE_LABELS_AS_TAGS: has('nodeLabels'),
  DD_KUBERNETES_NAMESPACE_LABELS_AS_TAGS: has('namespaceLabels'),
};

/** Labels and annotations that become tags. */
export const TAGS = feature({
  name: 'tags',
  env: ENV,
  resolve,
  // The other Agents of the pod ask the core Agent.
  nodeAgent: model => ({ env: { [AGENT]: env(model) } }),
  sidecar: model => ({ env: env(model) }),
  clusterAgent,
  // Metrics of kube-state-metrics have them too.
  runners: model => ({ env: env(model) }),
  operator: {
    spec: model => ({ global: values(model) }),
    env: { 'agent': BY_OPERATOR, 'trace-agent': BY_OPERATOR, 'system-probe': BY_OPERATOR, 'cluster-agent': BY_OPERATOR, 'cluster-checks-runner': BY_OPERATOR },
  },
  helm: {
    keys: [{ keys: ['namespaceLabelsAsTags', 'nodeLabelsAsTags', 'podAnnotationsAsTags', 'podLabelsAsTags'].map(key => `datadog.${key}`), ...DOCUMENTED }],
    values: model => ({ datadog: values(model) }),
    env: { agent: BY_CHART, traceAgent: BY_CHART, systemProbe: BY_CHART, clusterAgent: BY_CHART, clusterChecksRunner: BY_CHART },
  },
  docs: {
    defaults: [{ what: 'Labels and annotations as tags', chart: 'none', ours: ({ tags }) => Object.values(tags).some(labels => Object.keys(labels).length > 0) ? 'some' : 'none' }],
    sidecars: 'yes',
    nodeAgents: 'yes',
    clusterAgent: 'yes; pods or namespaces to list and watch',
  },
});
