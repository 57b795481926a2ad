import { CHART_BUILT_IN_ROLES, CHART_ENV, CHART_GRANTS, CHART_OBJECTS } from './chart-fargate.facts';
import { ENV_DIFFERENCES, OBJECT_DIFFERENCES } from './chart-fargate.reasons';
import { containerEnv, covers, Grant, grantsByAccount, grantsOfRow, SAME_CLUSTER } from './grants';
import { components } from '../render/components';

/** The cluster that the chart was rendered for, with what the chart has on by default. */
const manifests = components(SAME_CLUSTER);
const ours = grantsByAccount(manifests);
const charts = new Map(Object.entries(CHART_GRANTS).map(([account, rows]) => [account, rows.flatMap(grantsOfRow)]));

const told = ({ scope, verb, group, resource, name }: Grant) => `${verb} ${group ? `${group}/` : ''}${resource}${name ? `/${name}` : ''} in ${scope}`;

describe.each([...ours])('%s', (account, grants) => {
  test('may do nothing that the chart does not let it do', () => {
    const more = grants.filter(grant => !(charts.get(account) ?? []).some(theirs => covers(theirs, grant)));
    expect(more.map(told)).toEqual([]);
  });
});

test('verbs on resources, counted', () => {
  const count = (grants: readonly Grant[] = []) => new Set(grants.map(told)).size;
  const table = Object.fromEntries([...charts].map(([account, grants]) => [account, { chart: count(grants), ours: count(ours.get(account)) }]));
  expect(table).toEqual({
    'datadog/datadog-cluster-agent': { chart: 208, ours: 97 },
    'datadog/datadog-cluster-checks': { chart: 73, ours: 50 },
    // Kubernetes grants the autoscaler the same by a role of its own: src/facts/external-metrics.ts.
    'kube-system/horizontal-pod-autoscaler': { chart: 3, ours: 0 },
  });
});

test('the roles that Kubernetes brings are the same, and no other is bound', () => {
  const own = new Set(manifests.filter(m => m.kind.endsWith('Role')).map(m => `${m.kind} ${m.metadata!.name}`));
  const bound = manifests.filter(m => m.kind.endsWith('Binding')).map(m => `${m.roleRef.kind} ${m.roleRef.name}`).filter(role => !own.has(role));
  expect(bound.sort()).toEqual([...CHART_BUILT_IN_ROLES].sort());
});

test('every env var that differs has a reason', () => {
  const all = containerEnv(manifests);
  const differences = Object.entries(CHART_ENV).flatMap(([container, theirs]) => {
    const mine = all.get(container)!;
    return [...new Set([...Object.keys(theirs), ...Object.keys(mine)])]
      .filter(name => theirs[name] !== mine[name])
      .map(name => [container, name, theirs[name], mine[name]]);
  });
  expect(differences.sort()).toEqual(ENV_DIFFERENCES.map(([container, name, theirs, mine]) => [container, name, theirs, mine]).sort());
});

test('every object that differs has a reason', () => {
  const mine = manifests.map(({ kind, metadata }) => `${kind} ${metadata?.namespace ? `${metadata.namespace}/` : ''}${metadata?.name}`);
  const differences = [
    ...CHART_OBJECTS.filter(object => !mine.includes(object)).map(object => `- ${object}`),
    ...mine.filter(object => !CHART_OBJECTS.includes(object)).map(object => `+ ${object}`),
  ];
  expect(differences.sort()).toEqual(OBJECT_DIFFERENCES.map(([object]) => object).sort());
});

const REASONS: ReadonlyArray<readonly [string, string]> = [
  ...ENV_DIFFERENCES.map(d => [`${d[0]} ${d[1]}`, d[4]] as const),
  ...OBJECT_DIFFERENCES,
];

test.each(REASONS)('the reason for %s is a sentence', (_, reason) => {
  expect(reason).toMatch(/^\S.{15,}[^.]$/);
});
