import { envOfChart, otherWaysOfChart } from './by-chart';
import { byCheck } from './confd';
import { scriptOf } from './init-scripts';
import { podLimits } from './pod-limits';
import { hasQuote } from './sidecar-injection';
import { hasTemplate } from './templates';
import { HELM_CHART, HELM_LABELS, HELM_LIMITS } from '../../facts/helm-chart';
import { featureLimits } from '../../features/deliveries';
import { ClusterModel } from '../../model/cluster-model';
import { DeliveredCluster } from '../../parts/delivered-cluster';
import { Limit, requireWithinLimits } from '../../parts/delivery-limit';
import { AGENT, SYSTEM_PROBE, TRACE_AGENT } from '../../parts/node-agent-containers';
import { wholePart } from '../node-agent/whole-part';

const { secretKeys, logLevel, templates, runners, daemonSet, confd, initContainers } = HELM_LIMITS;

export const LIMITS: readonly Limit[] = [
  ...featureLimits('helm'),
  keyLimit('apiKey', 'apiKeyKey', () => true),
  keyLimit('token', 'tokenKey', () => true),
  keyLimit('appKey', 'appKeyKey', ({ features }) => features.externalMetrics !== undefined),
  {
    option: 'tags',
    reason: "one of them has '{{', which Helm takes for the beginning of a template",
    link: templates.source,
    others: ['operator'],
    isReached: ({ model }) => model.tags.some(hasTemplate),
  },
  {
    option: 'labels',
    reason: `the chart sets ${HELM_LABELS.names.join(', ')} itself, and none may be there twice`,
    link: HELM_LABELS.source,
    isReached: ({ labels }) => Object.keys(labels).some(name => (HELM_LABELS.names as readonly string[]).includes(name)),
  },
  {
    option: 'clusterCheckRunners.logLevel',
    reason: "the chart has one level for all, and the Cluster Agent's is another",
    link: logLevel.source,
    others: ['operator'],
    isReached: ({ model: { clusterAgent, clusterCheckRunners } }) => clusterCheckRunners !== undefined
      && (clusterAgent.logLevel ?? logLevel.value) !== (clusterCheckRunners.logLevel ?? logLevel.value),
  },
  {
    option: 'clusterCheckRunners.enabled',
    reason: 'the chart has no runners where cluster checks are off',
    link: runners.source,
    isReached: ({ model: { features, clusterCheckRunners } }) => clusterCheckRunners !== undefined && !features.clusterChecks,
  },
  {
    option: 'nodeAgent.minReadySeconds',
    reason: 'the DaemonSet of the chart has no such field',
    link: daemonSet.source,
    isReached: ({ model }) => model.nodeAgent?.minReadySeconds !== undefined,
  },
  {
    option: 'nodeAgent.checks',
    reason: 'the chart has one file for each check, and two files of one check differ in more than instances and logs',
    link: confd.source,
    others: ['operator'],
    isReached: ({ model, nodeParts }) => model.nodeAgent !== undefined
      && byCheck(wholePart(model, model.nodeAgent, nodeParts).checkFiles).some(({ content }) => content === undefined),
  },
  ...podLimits('clusterAgent', ({ clusterAgent }) => clusterAgent, ['clusterAgent']),
  ...podLimits('clusterCheckRunners', ({ clusterCheckRunners }) => clusterCheckRunners, ['clusterChecksRunner']),
  ...podLimits('nodeAgent', ({ nodeAgent }) => nodeAgent, ['agent', 'traceAgent', 'systemProbe']),
  {
    option: 'injectAtAdmission',
    reason: "an env var or a label of what the webhook adds has a ' in it, and the chart writes them between such marks",
    link: templates.source,
    others: ['operator'],
    isReached: ({ webhook }) => webhook !== undefined && hasQuote(webhook),
  },
  {
    option: 'controlPlane',
    reason: 'an init container is needed that is no script, and the chart has init containers of its own alone',
    link: initContainers.source,
    isReached: ({ model, nodeParts }) => nodeParts.some(part => (part.initContainers ?? []).some(c => scriptOf(c, model.agentImage) === undefined)),
  },
  {
    option: 'controlPlane',
    reason: 'a check needs an env var that the chart sets by itself',
    link: templates.source,
    others: ['operator'],
    isReached: ({ nodeParts }) => nodeParts.flatMap(({ env = {} }) => Object.entries(env))
      .some(([container, list]) => list.some(({ name }) => isWritten(container, name))),
  },
  {
    option: 'controlPlane',
    reason: 'a check needs a container that the chart has for features alone, and they are off',
    link: daemonSet.source,
    isReached: ({ model, nodeParts }) => model.nodeAgent !== undefined
      && wholePart(model, model.nodeAgent, nodeParts).containers.some(name => !wholePart(model, model.nodeAgent!).containers.includes(name)),
  },
];

const KEYS: Readonly<Record<string, 'agent' | 'traceAgent' | 'systemProbe'>> = { [AGENT]: 'agent', [TRACE_AGENT]: 'traceAgent', [SYSTEM_PROBE]: 'systemProbe' };

/** Env vars for a container that is no Agent have no way at all. */
function isWritten(container: string, name: string): boolean {
  const keys = container === 'every' ? Object.values(KEYS) : [KEYS[container]];
  const written = keys.flatMap((key): readonly string[] => key ? envOfChart(key) : [name]);
  return [...written, ...otherWaysOfChart()].includes(name);
}

function keyLimit(key: 'apiKey' | 'appKey' | 'token', option: string, isRead: (model: ClusterModel) => boolean): Limit {
  return {
    option: `credentials (${option})`,
    reason: `the chart reads '${secretKeys[key]}' of the Secret and no other key`,
    link: secretKeys.source,
    others: ['operator'],
    isReached: ({ model }) => isRead(model) && model.credentials.secret[key] !== secretKeys[key],
  };
}

/** Throws for the first option that the values could not say. */
export function requireHelmValues(cluster: DeliveredCluster): void {
  requireWithinLimits({ rule: 'helm/has-value', told: `in values of the Helm chart ${HELM_CHART.version}`, limits: LIMITS }, cluster);
}
