import { AgentFeatureFact } from '../../facts/agent-versions';
import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { UNBUNDLED_EVENT_TYPES } from '../../facts/events';
import { ClusterModel } from '../../model/cluster-model';
import { EventsModel } from '../../model/features-model';
import { ClusterAgentPart } from '../../parts/cluster-agent-part';
import { envOf } from '../../parts/container-env';
import { requireAgentFeature } from '../../requirements/agent-feature';
import { requireUnbundledEvents } from '../../requirements/events';
import { feature, FeatureContext } from '../feature';
import { CHART, DOCUMENTED, RENDERED } from '../shared/sources';

const ENV = { DD_COLLECT_KUBERNETES_EVENTS: CHART, DD_CLUSTER_AGENT_TOKEN_NAME: CHART } as const;
const { flag, value } = envOf(ENV);

const UNBUNDLED_SINCE: AgentFeatureFact = {
  name: 'unbundled Kubernetes events',
  since: '7.42',
  source: 'Datadog Helm chart, README.md: datadog.kubernetesEvents.unbundleEvents; helm-charts#862',
  checkedOn: '2026-11-21',
};
const FILTERED_SINCE: AgentFeatureFact = {
  name: 'filtering of Kubernetes events',
  since: '7.57',
  source: 'Datadog Helm chart, README.md: datadog.kubernetesEvents.filteringEnabled',
  checkedOn: '2026-11-21',
};

const PERMISSION = { source: 'audit log of kube-apiserver 1.33 with Cluster Agent and Agent 7.68', checkedOn: '2026-09-20' } as const;
const FILE = 'kubernetes_apiserver.d/kubernetes_apiserver.yaml';

function resolve({ given: { events = {} }, agentVersion }: FeatureContext): EventsModel | undefined {
  const { enabled = true, unbundle = false, collectedTypes, filtering = false } = events;
  if (collectedTypes) requireUnbundledEvents(unbundle);
  if (!enabled) return undefined;
  if (unbundle) requireAgentFeature(agentVersion, UNBUNDLED_SINCE);
  if (filtering) requireAgentFeature(agentVersion, FILTERED_SINCE);
  const types = collectedTypes ?? UNBUNDLED_EVENT_TYPES;
  return { filtering, ...unbundle && { unbundled: types.map(({ kind, reasons }) => ({ kind, reasons: reasons ?? [] })) } };
}

/** Types of events, without reasons where every reason is meant. */
const typesOf = ({ unbundled = [] }: EventsModel) => unbundled.map(({ kind, reasons }) => ({ kind, ...reasons.length > 0 && { reasons } }));

function clusterAgent({ features: { events } }: ClusterModel): ClusterAgentPart {
  if (!events) return { env: [flag('DD_COLLECT_KUBERNETES_EVENTS', false)] };
  return {
    env: [flag('DD_COLLECT_KUBERNETES_EVENTS', true), value('DD_CLUSTER_AGENT_TOKEN_NAME', CLUSTER_AGENT.eventCursorName)],
    permissions: [
      { scope: 'cluster', apiGroups: [''], resources: ['events'], verbs: ['list', 'watch'], ...PERMISSION },
      {
        scope: 'namespace', apiGroups: [''], resources: ['configmaps'], resourceNames: [CLUSTER_AGENT.eventCursorName], verbs: ['get', 'update'], ...PERMISSION,
      },
    ],
    checks: ['kubernetes_apiserver'],
    checkFiles: {
      [FILE]: {
        init_config: {},
        instances: [{
          filtering_enabled: events.filtering,
          unbundle_events: events.unbundled !== undefined,
          ...events.unbundled && { collected_event_types: typesOf(events) },
        }],
      },
    },
  };
}

export const EVENTS = feature({
  name: 'events',
  env: ENV,
  resolve,
  clusterAgent,
  operator: {
    spec: ({ features: { events } }) => ({
      features: {
        eventCollection: {
          collectKubernetesEvents: events !== undefined,
          // Where events are filtered, a file says all of it: the Operator has no field for that.
          ...events?.unbundled && !events.filtering && { unbundleEvents: true, collectedEventTypes: events.unbundled },
        },
      },
    }),
    checkFiles: ({ features: { events } }) => events?.filtering ? [FILE] : [],
    env: {
      'cluster-agent': {
        DD_COLLECT_KUBERNETES_EVENTS: ({ eventCollection }) => eventCollection?.collectKubernetesEvents,
        DD_CLUSTER_AGENT_TOKEN_NAME: true,
      },
    },
    notes: { filtering: { difference: 'it has no field of its own, so that a file says it, and which events there are one by one' } },
  },
  helm: {
    keys: [
      { keys: ['datadog.collectEvents'], ...RENDERED },
      { keys: ['collectedEventTypes', 'filteringEnabled', 'unbundleEvents'].map(key => `datadog.kubernetesEvents.${key}`), ...DOCUMENTED },
    ],
    values: ({ features: { events } }) => ({
      datadog: {
        collectEvents: events !== undefined,
        ...events && {
          kubernetesEvents: {
            filteringEnabled: events.filtering,
            unbundleEvents: events.unbundled !== undefined,
            ...events.unbundled && { collectedEventTypes: typesOf(events) },
          },
        },
      },
    }),
    env: {
      clusterAgent: {
        DD_COLLECT_KUBERNETES_EVENTS: ({ model }) => model.features.events !== undefined,
        DD_CLUSTER_AGENT_TOKEN_NAME: true,
        DD_KUBERNETES_EVENTS_SOURCE_DETECTION_ENABLED: true,
      },
    },
  },
  docs: { defaults: [{ what: 'Kubernetes events', chart: 'on' }], clusterAgent: 'yes' },
});
