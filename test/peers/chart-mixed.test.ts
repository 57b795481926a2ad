import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHART_CLUSTER } from './chart-mixed-cluster.facts';
import { CLUSTER_DIFFERENCES } from './chart-mixed-cluster.reasons';
import { CHART_NODE_AGENT, CHART_NODE_AGENT_OBJECTS } from './chart-mixed.facts';
import { NODE_AGENT_DIFFERENCES, NODE_AGENT_OBJECT_DIFFERENCES } from './chart-mixed.reasons';
import { aspectsByContainer } from './containers';
import { DEFAULTS, defaultsPage } from './defaults';
import { covers, Grant, grantsByAccount } from './grants';
import { CHART_ACCOUNTS, COUNTS, MANIFESTS, manifestsOf, MIXED, NODE_ACCOUNT, told } from './mixed-cluster';
import { nodeAgentManifests } from '../../src/render/node-agent/manifests';
import { clusterModel } from '../render/models';

const CHART = new Map(Object.entries({ ...CHART_NODE_AGENT, ...CHART_CLUSTER }));
const DIFFERENCES = [...NODE_AGENT_DIFFERENCES, ...CLUSTER_DIFFERENCES];

describe('what the pods say, container by container', () => {
  const ours = aspectsByContainer(MANIFESTS);

  test('there are the same containers', () => {
    expect([...ours.keys()].sort()).toEqual([...CHART.keys()].sort());
  });

  test.each([...CHART])('%s: the same, or different for a reason', (container, theirs) => {
    const mine = ours.get(container)!;
    const different = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])]
      .filter(aspect => theirs[aspect] !== mine[aspect])
      .map(aspect => [container, aspect, theirs[aspect], mine[aspect]]);
    const listed = DIFFERENCES.filter(([where]) => where === container).map(([where, what, charts, our]) => [where, what, charts, our]);
    expect(different.sort()).toEqual(listed.sort());
  });

  test('every difference is one of a container that there is', () => {
    expect(DIFFERENCES.filter(([container]) => !CHART.has(container))).toEqual([]);
  });

  test('no Secret in a container where the chart has none', () => {
    const secrets = (all: ReadonlyMap<string, object>) => [...all].flatMap(([container, aspects]) =>
      Object.entries(aspects).filter(([, value]) => /^Secret |^secret /.test(value)).map(([aspect]) => `${container} ${aspect}`));
    expect(secrets(ours).filter(one => !secrets(CHART).includes(one))).toEqual([]);
    expect(secrets(CHART).filter(one => !secrets(ours).includes(one))).toEqual([
      'agent/init-config env DD_API_KEY', 'agent/trace-agent env DD_CLUSTER_AGENT_AUTH_TOKEN',
    ]);
  });
});

describe('permissions', () => {
  /** A kubelet lets whoever may `nodes/proxy` do what these stand for: https://www.kubernetes.dev/resources/keps/2862/ */
  const partOfProxy = ({ verb, group, resource }: Grant): Grant[] =>
    ['nodes/pods', 'nodes/healthz', 'nodes/configz'].includes(resource)
      ? [{ scope: 'cluster', verb, group, resource: 'nodes/proxy', name: undefined }]
      : [];

  describe.each([...grantsByAccount(MANIFESTS)])('%s', (account, grants) => {
    test('may do nothing that the chart does not let it do', () => {
      const allowed = (grant: Grant) => (CHART_ACCOUNTS.get(account) ?? []).some(theirs => covers(theirs, grant));
      const more = grants.filter(grant => ![grant, ...partOfProxy(grant)].some(allowed));
      expect(more.map(told)).toEqual([]);
    });
  });

  test('verbs on resources, counted', () => {
    expect(Object.fromEntries(COUNTS.map(({ account, chart, ours }) => [account, { chart, ours }]))).toEqual({
      'datadog/datadog-node-agent': { chart: 13, ours: 5 },
      'datadog/datadog-cluster-agent': { chart: 208, ours: 97 },
      'datadog/datadog-cluster-checks': { chart: 73, ours: 50 },
      'kube-system/horizontal-pod-autoscaler': { chart: 3, ours: 0 },
    });
  });

  test('kubelets before 1.33 take nodes/proxy, and others none', () => {
    const nodes = (oldestKubeletVersion?: string) =>
      grantsByAccount(manifestsOf({ ...MIXED, nodeAgent: { oldestKubeletVersion } })).get(NODE_ACCOUNT)!.map(told);
    expect(nodes()).toEqual(['nodes/configz', 'nodes/metrics', 'nodes/stats', 'nodes/pods', 'nodes/healthz'].map(what => `get ${what} in cluster`));
    expect(nodes('1.32')).toEqual(['nodes/metrics', 'nodes/stats', 'nodes/proxy'].map(what => `get ${what} in cluster`));
  });
});

test('every object of the node Agents that differs has a reason', () => {
  const mine = nodeAgentManifests(clusterModel(MIXED)).map(({ kind, metadata }) => `${kind} ${metadata?.namespace ? `${metadata.namespace}/` : ''}${metadata?.name}`);
  const differences = [
    ...CHART_NODE_AGENT_OBJECTS.filter(object => !mine.includes(object)).map(object => `- ${object}`),
    ...mine.filter(object => !CHART_NODE_AGENT_OBJECTS.includes(object)).map(object => `+ ${object}`),
  ];
  expect(differences.sort()).toEqual(NODE_AGENT_OBJECT_DIFFERENCES.map(([object]) => object).sort());
});

test.each([
  ...new Set([...DIFFERENCES.map(d => d[4]), ...NODE_AGENT_OBJECT_DIFFERENCES.map(d => d[1]), ...DEFAULTS.map(d => d.reason)]),
])('a sentence: %s', reason => {
  expect(reason).toMatch(/^\S.{15,}[^.]$/);
});

test('docs/defaults.md is what these tables say', () => {
  const file = join(__dirname, '../../docs/defaults.md');
  expect(readFileSync(file, 'utf8')).toBe(defaultsPage());
});
