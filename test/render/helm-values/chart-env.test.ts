import { CHART_AGENT_ENV, said } from './chart-env';
import { delivered } from './delivered';
import { fullNodeDescription } from './full-models';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { nodePod } from '../../../src/render/helm-values/node-pod';
import { helmValues } from '../../../src/render/helm-values/values';
import { MIXED } from '../../peers/mixed-cluster';
import { clusterModel } from '../models';

const off = { enabled: false };
const { nodeAgent: { env, secretEnv, ...nodeAgent }, ...full } = fullNodeDescription() as any;

/** Env vars that the chart's core Agent has otherwise than ours, with what makes it all the same, or the row of the table. */
const OTHERWISE: { readonly [name: string]: string } = {
  DD_APM_NON_LOCAL_TRAFFIC: 'features.apm.port: it listens on the address of its pod in any case',
  DD_DOGSTATSD_NON_LOCAL_TRAFFIC: 'where it is false the chart says nothing, which is the same',
  DD_ORCHESTRATOR_EXPLORER_KUBELET_CONFIG_CHECK_ENABLED: 'where it is false the chart says nothing, which is the same',
};

const CLUSTERS: ReadonlyArray<readonly [string, Partial<ClusterDescription>]> = [
  ...Object.entries(PLATFORMS).filter(([, fact]) => fact.nodes).map(([name, fact]) => [name, { platform: { fact } }] as const),
  ['everything', { ...full, nodeAgent }],
  ['the cluster of the peers', MIXED],
  ['nothing', {
    platform: { fact: PLATFORMS.eks },
    features: {
      apm: off,
      dogstatsd: off,
      clusterChecks: off,
      kubeStateMetrics: off,
      orchestratorExplorer: off,
      events: off,
      liveContainers: off,
      processDiscovery: off,
      containerLifecycle: off,
      containerImageCollection: off,
    },
  }],
];

describe.each(CLUSTERS)('%s', (_, description) => {
  const cluster = delivered(clusterModel(description));
  const values = helmValues(cluster);
  const given: readonly string[] = (values.agents.containers.agent.env ?? []).map((e: any) => e.name);
  const ours = nodePod(cluster)!.container('agent')!.env!;

  test('the core Agent of the chart is told what ours is, by values or by env vars', () => {
    const byValues = ours.filter(({ name }) => !given.includes(name));
    expect(byValues.length).toBeGreaterThan(15);
    const wrong = byValues.filter(item => !OTHERWISE[item.name] && String(CHART_AGENT_ENV[item.name]?.(values)) !== said(item));
    expect(wrong.map(item => `${item.name}: ${said(item)}, and the chart ${CHART_AGENT_ENV[item.name]?.(values)}`)).toEqual([]);
  });

  test('and what the chart tells it beside that is what an Agent does by itself, or what it would not use', () => {
    const more = Object.keys(CHART_AGENT_ENV).filter(name => CHART_AGENT_ENV[name](values) !== undefined && !ours.some(item => item.name === name));
    expect(more.filter(name => !BY_ITSELF.includes(name))).toEqual([]);
  });
});

test('nothing is otherwise without need', () => {
  const differs = (name: string) => CLUSTERS.some(([, description]) => {
    const cluster = delivered(clusterModel(description));
    const item = nodePod(cluster)!.container('agent')!.env!.find(e => e.name === name);
    return item && String(CHART_AGENT_ENV[name](helmValues(cluster))) !== said(item);
  });
  expect(Object.keys(OTHERWISE).filter(name => !differs(name))).toEqual([]);
});

/** Of what is off, what is so by default, and the way without a system-probe. */
const BY_ITSELF = [
  'DD_APM_RECEIVER_PORT', 'DD_DOGSTATSD_PORT', 'DD_DOGSTATSD_SOCKET', 'DD_DOGSTATSD_TAG_CARDINALITY', 'DD_LANGUAGE_DETECTION_REPORTING_ENABLED',
  'DD_LOGS_CONFIG_AUTO_MULTI_LINE_DETECTION', 'DD_LOGS_CONFIG_CONTAINER_COLLECT_ALL', 'DD_NETWORK_CONFIG_DIRECT_SEND', 'DD_OTLP_CONFIG_LOGS_ENABLED',
  'DD_PROCESS_CONFIG_RUN_IN_CORE_AGENT_ENABLED', 'DD_SYSPROBE_SOCKET', 'DD_SYSTEM_PROBE_ENABLED', 'DD_SYSTEM_PROBE_NETWORK_ENABLED',
  'DD_SYSTEM_PROBE_SERVICE_MONITORING_ENABLED',
];
