import { CHART_GRANTS } from './chart-fargate.facts';
import { CHART_NODE_AGENT_GRANTS } from './chart-mixed.facts';
import { Grant, grantsByAccount, grantsOfRow, SAME_CLUSTER } from './grants';
import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { Manifest } from '../../src/manifest/manifest';
import { ClusterDescription } from '../../src/model/cluster-description';
import { clusterAgentManifests } from '../../src/render/cluster-agent/manifests';
import { runnerManifests } from '../../src/render/cluster-check-runner/manifests';
import { nodeAgentManifests } from '../../src/render/node-agent/manifests';
import { clusterModel } from '../render/models';

/** The cluster that the chart was rendered for, with what the chart has on by default. */
export const MIXED: Partial<ClusterDescription> = {
  ...SAME_CLUSTER,
  tags: {},
  platform: { fact: PLATFORMS.eks, fargateProfiles: [{ name: 'serverless', selectors: [{ namespace: 'serverless', labels: {} }] }] },
  features: {
    ...SAME_CLUSTER.features,
    apm: { portEnabled: true },
    dogstatsd: { portEnabled: true, originDetection: true },
    logs: { enabled: true, containerCollectAll: true },
    liveProcesses: { enabled: true },
    serviceDiscovery: { enabled: true },
  },
  clusterCheckRunners: { enabled: true },
};

export function manifestsOf(description: Partial<ClusterDescription>): Manifest[] {
  const model = clusterModel(description);
  return [...clusterAgentManifests(model), ...runnerManifests(model), ...nodeAgentManifests(model)];
}

export const MANIFESTS = manifestsOf(MIXED);

export const NODE_ACCOUNT = 'datadog/datadog-node-agent';

/** What the chart grants, by the accounts as we name them. */
export const CHART_ACCOUNTS = new Map(Object.entries({ [NODE_ACCOUNT]: CHART_NODE_AGENT_GRANTS, ...CHART_GRANTS })
  .map(([account, rows]) => [account, rows.flatMap(grantsOfRow)]));

export const told = ({ scope, verb, group, resource, name }: Grant) =>
  `${verb} ${group ? `${group}/` : ''}${resource}${name ? `/${name}` : ''} in ${scope}`;

const count = (grants: readonly Grant[] = []) => new Set(grants.map(told)).size;
const OURS = grantsByAccount(MANIFESTS);

/** Verbs on resources of each account. */
export const COUNTS = [...CHART_ACCOUNTS].map(([account, grants]) => ({ account, chart: count(grants), ours: count(OURS.get(account)) }));
