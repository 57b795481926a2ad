import { delivered, deliveredPart } from './delivered';
import { fullModels } from './full-models';
import { modelPaths, partPaths } from './model-paths';
import { HELM_VALUES } from '../../../src/facts/helm-chart';
import { helmKeys } from '../../../src/features/deliveries';
import { ClusterModel } from '../../../src/model/cluster-model';
import { DeliveredCluster } from '../../../src/parts/delivered-cluster';
import { Rows } from '../../../src/parts/delivery-coverage';
import { COVERAGE } from '../../../src/render/helm-values/coverage';
import { LIMITS } from '../../../src/render/helm-values/limits';
import { PARTS_COVERAGE } from '../../../src/render/helm-values/parts-coverage';
import { helmValues, Values } from '../../../src/render/helm-values/values';
import { violationOf } from '../../requirements/violations';
import { byPosition, clusterModel, leaves } from '../models';

const KEYS: readonly string[] = [...Object.values(HELM_VALUES).flatMap(({ keys }): readonly string[] => keys), ...helmKeys()];
const MODELS = fullModels();
/** The fields of each model. Every row asks for them. */
const FIELDS = new Map(MODELS.map(model => [model, fieldsOf(COVERAGE, model)]));
const PARTS = deliveredPart();
const BEFORE = MODELS.map(model => leavesOf(helmValues(delivered(model))));
const PARTS_BEFORE = leavesOf(helmValues(PARTS));

/** Keys that no field goes to: their values are the same for every cluster, or say which pods there are. */
const FIXED = [
  'agents.enabled', 'clusterAgent.containers.clusterAgent.securityContext', 'clusterAgent.containers.initContainers.securityContext',
  'clusterChecksRunner.containers.initContainers.securityContext', 'agents.containers.agent.securityContext', 'agents.containers.traceAgent.securityContext',
  'clusterAgent.admissionController.agentSidecarInjection.clusterAgentCommunicationEnabled',
  'clusterAgent.admissionController.agentSidecarInjection.clusterAgentTlsVerification.copyCaConfigMap',
  'clusterAgent.admissionController.agentSidecarInjection.enabled', 'clusterAgent.admissionController.agentSidecarInjection.imageName',
  'clusterAgent.admissionController.agentSidecarInjection.provider',
  'clusterAgent.enabled', 'clusterChecksRunner.enabled', 'datadog.kubeStateMetricsCore.useClusterCheckRunners',
  'datadog.kubeStateMetricsEnabled', 'datadog.leaderElection', 'datadog.operator.enabled', 'remoteConfiguration.enabled',
];

/** Values that a field may have in place of one that is changed at random, or that the models of this test have not. */
const OTHERS: { readonly [path: string]: readonly unknown[] } = {
  'platform.kubernetesVersion': ['1.13', '1.18'],
  'nodeAgent.host.runtime': ['docker'],
  'nodeAgent.host.system': ['talos', 'linux'],
  'nodeAgent.minReadySeconds': [10],
};

test('the tables have every field of a cluster by its type, and nothing else', () => {
  const paths = modelPaths();
  expect(paths).toEqual(expect.arrayContaining(['site', 'credentials.source.from.store.account.roleArn', 'clusterCheckRunners.secretEnv[].name']));
  expect(Object.keys(COVERAGE).sort()).toEqual(paths);
  expect(Object.keys(PARTS_COVERAGE).sort()).toEqual(partPaths());
});

test('the models of this test have every field', () => {
  const populated = new Set([...FIELDS.values()].flatMap(fields => fields.map(({ path }) => path)));
  expect(Object.keys(COVERAGE).filter(path => !populated.has(path) && !OTHERS[path])).toEqual([]);
});

describe.each(Object.entries(COVERAGE))('%s', (path, coverage) => {
  const effects = MODELS.flatMap((model, at) => changesOf(model, path).map(change => effectOf(BEFORE[at], delivered(change))));
  check(coverage, effects);
});

describe.each(Object.entries(PARTS_COVERAGE))('%s', (path, coverage) => {
  const effects = fieldsOf(PARTS_COVERAGE, PARTS).filter(field => field.path === path)
    .map(({ steps, value }) => effectOf(PARTS_BEFORE, replaced(PARTS, steps, changed(value)) as DeliveredCluster));
  check(coverage, effects);
});

function check(coverage: Rows[string], effects: ReadonlyArray<readonly string[] | 'refused'>): void {
  const keys = [...new Set(effects.flatMap(effect => effect === 'refused' ? [] : effect))];
  if ('keys' in coverage) {
    test('changes values, and only those that the table has', () => {
      expect(keys.filter(key => !coverage.keys.includes(key as never))).toEqual([]);
      expect(effects.some(effect => effect.length > 0)).toBe(true);
    });
  } else if ('cannot' in coverage) {
    test('is refused where somebody asks for it', () => {
      expect(keys).toEqual([]);
      expect(effects).toContain('refused');
    });
  } else {
    test('changes nothing', () => expect([keys, effects.includes('refused')]).toEqual([[], false]));
  }
}

test('whoever cannot is refused by a limit, and a limit is for a field', () => {
  const all: Rows = { ...COVERAGE, ...PARTS_COVERAGE };
  const limited = LIMITS.flatMap(({ path }) => path ?? []);
  expect(Object.entries(all).filter(([, c]) => 'cannot' in c).map(([path]) => path).filter(path => !limited.includes(path))).toEqual([]);
  expect(limited.filter(path => !all[path] && !all[`${path}[]`] && !all[`${path}[].name`])).toEqual([]);
});

test('what is another with the chart has its reason', () => {
  const reasons = Object.values({ ...COVERAGE, ...PARTS_COVERAGE } as Rows).flatMap(c => c.difference ?? []);
  expect(reasons.filter(reason => reason.length < 20)).toEqual([]);
  expect(reasons.length).toBeGreaterThan(5);
});

test('every key is one of the chart, and one that a field goes to or that is fixed', () => {
  const covered = new Set(Object.values({ ...COVERAGE, ...PARTS_COVERAGE } as Rows).flatMap(c => 'keys' in c ? c.keys : []));
  const clusters = [...MODELS, clusterModel()].map(model => delivered(model, { labels: { owner: 'x' } }));
  const written = new Set([...clusters, PARTS].flatMap(cluster => [...leavesOf(helmValues(cluster)).keys()].map(keyOf)));
  expect([...written].filter(key => key === undefined)).toEqual([]);
  expect([...written].filter(key => !covered.has(key as never) && !FIXED.includes(key!))).toEqual([]);
  expect([...KEYS].filter(key => !written.has(key)).sort()).toEqual([
    // Of older or other nodes than those of the models here, and of remote configuration.
    'agents.containers.systemProbe.ports', 'clusterAgent.admissionController.remoteInstrumentation.enabled', 'datadog.dockerSocketPath', 'providers.talos.enabled',
  ]);
});

function leavesOf(values: Values): Map<string, unknown> {
  return leaves(values, byPosition);
}

/** The key of the chart that a path of the values is at or below. */
function keyOf(path: string): string | undefined {
  const plain = path.replace(/^\./, '');
  return KEYS.find(key => plain === key || plain.startsWith(`${key}.`) || plain.startsWith(`${key}[`));
}

interface Field {
  /** As the table has it. */
  readonly path: string;
  readonly steps: readonly string[];
  readonly value: unknown;
}

/** Every value in plain data, with the row of the table that it belongs to: the nearest above it. */
function fieldsOf(rows: Rows, json: unknown, steps: readonly string[] = [], path = '', row?: string): Field[] {
  const nearest = Object.hasOwn(rows, path) ? path : row;
  if (typeof json === 'object' && json !== null && Object.keys(json).length > 0) {
    return Object.entries(json).flatMap(([key, item]) =>
      fieldsOf(rows, item, [...steps, key], Array.isArray(json) ? `${path}[]` : path ? `${path}.${key}` : key, nearest));
  }
  return nearest === undefined || Array.isArray(json) ? [] : [{ path: nearest, steps, value: json }];
}

/** The model with something else in the field, in every way that this test knows. */
function changesOf(model: ClusterModel, path: string): ClusterModel[] {
  const others = OTHERS[path];
  if (others) {
    const steps = path.split('.');
    const above = steps.slice(0, -1).reduce<any>((json, step) => json?.[step], model);
    return above === undefined ? [] : others.map(value => replaced(model, steps, value) as ClusterModel);
  }
  return FIELDS.get(model)!.filter(field => field.path === path && typeof field.value !== 'function')
    .map(({ steps, value }) => replaced(model, steps, changed(value)) as ClusterModel);
}

function changed(value: unknown): unknown {
  switch (typeof value) {
    case 'boolean': return !value;
    case 'number': return value + 1;
    case 'string': return `${value}x`;
    default: return { changed: 'x' };
  }
}

/** The keys of the chart whose values change. */
function effectOf(old: Map<string, unknown>, after: DeliveredCluster): string[] | 'refused' {
  try {
    const now = leavesOf(helmValues(after));
    const paths = [...new Set([...old.keys(), ...now.keys()])].filter(path => JSON.stringify(old.get(path)) !== JSON.stringify(now.get(path)));
    return [...new Set(paths.map(path => keyOf(path) ?? path))];
  } catch {
    // What no cluster can be says nothing of the chart.
    return violationOf(() => helmValues(after)).rule === 'helm/has-value' ? 'refused' : [];
  }
}

function replaced(json: any, [step, ...rest]: readonly string[], value: unknown): unknown {
  const item = rest.length === 0 ? value : replaced(json[step], rest, value);
  return Array.isArray(json) ? json.map((old, at) => String(at) === step ? item : old) : { ...json, [step]: item };
}
