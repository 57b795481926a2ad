import { ViolationError } from '../../base/violation';
import { HELM_CHART, HELM_LIMITS } from '../../facts/helm-chart';
import { ClusterModel } from '../../model/cluster-model';
import { DeploymentModel } from '../../model/deployment-model';

/** A field of the model that the chart can be told only in part, or not at all. */
export interface Limit {
  /** Path in the model. */
  readonly path: string;
  /** Name of the option, as users write it. */
  readonly option: string;
  /** Why the chart cannot do it. */
  readonly reason: string;
  readonly link: string;
  /** True for a model that asks for it. */
  readonly isReached: (model: ClusterModel) => boolean;
}

const { secretKeys, logLevel, templates, runners } = HELM_LIMITS;

export const LIMITS: readonly Limit[] = [
  {
    path: 'platform.fact',
    option: 'platform',
    reason: 'it has nodes, and these values say nothing of the Agents on them: the chart would set them up in its own way',
    link: secretKeys.source,
    isReached: ({ platform }) => platform.fact.nodes,
  },
  keyLimit('apiKey', 'apiKeyKey', () => true),
  keyLimit('token', 'tokenKey', () => true),
  keyLimit('appKey', 'appKeyKey', ({ features }) => features.externalMetrics !== undefined),
  {
    path: 'features.remoteConfiguration',
    option: 'features.remoteConfiguration',
    reason: 'the chart gives it to a Cluster Agent only together with other features',
    link: templates.source,
    isReached: ({ features }) => features.remoteConfiguration,
  },
  {
    path: 'clusterCheckRunners.logLevel',
    option: 'clusterCheckRunners.logLevel',
    reason: "the chart has one level for all, and the Cluster Agent's is another",
    link: logLevel.source,
    isReached: ({ clusterAgent, clusterCheckRunners }) => clusterCheckRunners !== undefined
      && (clusterAgent.logLevel ?? logLevel.value) !== (clusterCheckRunners.logLevel ?? logLevel.value),
  },
  {
    path: 'features.clusterChecks',
    option: 'clusterCheckRunners.enabled',
    reason: 'the chart has no runners where cluster checks are off',
    link: runners.source,
    isReached: ({ features, clusterCheckRunners }) => clusterCheckRunners !== undefined && !features.clusterChecks,
  },
  ...deploymentLimits('clusterAgent', model => model.clusterAgent),
  ...deploymentLimits('clusterCheckRunners', model => model.clusterCheckRunners),
];

function keyLimit(key: 'apiKey' | 'appKey' | 'token', option: string, isRead: (model: ClusterModel) => boolean): Limit {
  return {
    path: `credentials.secret.${key}`,
    option: `credentials (${option})`,
    reason: `the chart reads '${secretKeys[key]}' of the Secret and no other key`,
    link: secretKeys.source,
    isReached: model => isRead(model) && model.credentials.secret[key] !== secretKeys[key],
  };
}

function deploymentLimits(name: string, of: (model: ClusterModel) => DeploymentModel | undefined): Limit[] {
  return [
    {
      path: `${name}.env`,
      option: `${name}.env`,
      reason: 'one of the env vars is empty, and the chart takes such a one for a reference to nothing',
      link: templates.source,
      isReached: model => Object.values(of(model)?.env ?? {}).includes(''),
    },
    {
      path: `${name}.podAnnotations`,
      option: `${name}.podAnnotations`,
      reason: "one of them has '{{', which Helm may take for the beginning of a template",
      link: templates.source,
      isReached: model => Object.values(of(model)?.podAnnotations ?? {}).some(text => text.includes('{{')),
    },
    {
      path: `${name}.affinity`,
      option: `${name}.affinity`,
      reason: 'it is empty, and the chart then puts its own in its place',
      link: secretKeys.source,
      isReached: model => Object.keys(of(model)?.affinity ?? { none: true }).length === 0,
    },
  ];
}

/** Throws for the first option that the values could not say. */
export function requireHelmValues(model: ClusterModel): void {
  const limit = LIMITS.find(({ isReached }) => isReached(model));
  if (!limit) return;
  throw new ViolationError({
    rule: 'helm/has-value',
    reason: `what '${limit.option}' asks for cannot be said in values of the Helm chart ${HELM_CHART.version}: ${limit.reason}`,
    remedy: 'Leave it at its default where you use the Helm chart, or use the plain manifests, which can do it',
    link: limit.link,
  });
}
