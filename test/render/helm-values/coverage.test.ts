import { fullModels } from './full-models';
import { modelPaths } from './model-paths';
import { HELM_VALUES } from '../../../src/facts/helm-chart';
import { ClusterModel } from '../../../src/model/cluster-model';
import { COVERAGE } from '../../../src/render/helm-values/coverage';
import { LIMITS } from '../../../src/render/helm-values/limits';
import { helmValues } from '../../../src/render/helm-values/values';
import { violationOf } from '../../requirements/violations';
import { byPosition, clusterModel, leaves } from '../models';

const KEYS: readonly string[] = Object.values(HELM_VALUES).flatMap(({ keys }) => keys);
const MODELS = fullModels();

/** Keys that no field goes to: their values are the same for every cluster, or say whether there are runners. */
const FIXED = [
  'clusterAgent.enabled', 'clusterChecksRunner.enabled', 'datadog.kubeStateMetricsCore.useClusterCheckRunners',
  'datadog.kubeStateMetricsEnabled', 'datadog.leaderElection', 'datadog.leaderElectionResource', 'datadog.operator.enabled',
  'remoteConfiguration.enabled',
];

test('the table has every field of the model by its type, and nothing else', () => {
  const paths = modelPaths();
  expect(paths).toEqual(expect.arrayContaining(['site', 'credentials.source.from.store.account.roleArn', 'clusterCheckRunners.secretEnv[].name']));
  expect(Object.keys(COVERAGE).sort()).toEqual(paths);
});

test('the models of this test have every field', () => {
  const populated = new Set(MODELS.flatMap(model => fieldsOf(model).map(({ path }) => path)));
  expect(Object.keys(COVERAGE).filter(path => !populated.has(path))).toEqual([]);
});

describe.each(Object.entries(COVERAGE))('%s', (path, coverage) => {
  const effects = MODELS.flatMap(model => fieldsOf(model).filter(field => field.path === path && typeof field.value !== 'function')
    .map(field => effectOf(model, field.steps, changed(field.value))));
  const changes = effects.some(effect => effect === 'changed' || effect === 'refused');

  if ('values' in coverage) test('changes the values', () => expect(changes).toBe(true));
  else if ('cannot' in coverage) test('is refused, and only where it is not the default', () => expect(new Set(effects)).toEqual(new Set(['refused'])));
  else test('changes nothing', () => expect(changes).toBe(false));
});

test('whoever cannot is refused by a limit, and a limit is for a field', () => {
  const limited = LIMITS.map(({ path }) => path);
  expect(Object.entries(COVERAGE).filter(([, c]) => 'cannot' in c).map(([path]) => path).filter(path => !limited.includes(path))).toEqual([]);
  expect(limited.filter(path => !COVERAGE[path])).toEqual([]);
});

test('every key is one of the chart, and one that a field goes to or that is fixed', () => {
  const covered = new Set(Object.values(COVERAGE).flatMap(c => 'values' in c ? c.values : []));
  const written = [...MODELS, clusterModel()].flatMap(model => [...leaves(helmValues(model, { owner: 'x' }), byPosition).keys()]);
  const keys = [...new Set(written.map(keyOf))].sort();
  expect(keys.filter(key => key === undefined)).toEqual([]);
  expect(keys.filter(key => !covered.has(key as never) && !FIXED.includes(key!) && key !== 'commonLabels')).toEqual([]);
  expect(KEYS.filter(key => !keys.includes(key)).sort()).toEqual(['clusterAgent.admissionController.configMode']);
});

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

/** Every value in a model, with the row of the table that it belongs to: the nearest above it. */
function fieldsOf(json: unknown, steps: readonly string[] = [], path = '', row?: string): Field[] {
  const nearest = Object.hasOwn(COVERAGE, path) ? path : row;
  if (typeof json === 'object' && json !== null && Object.keys(json).length > 0) {
    return Object.entries(json).flatMap(([key, item]) =>
      fieldsOf(item, [...steps, key], Array.isArray(json) ? `${path}[]` : path ? `${path}.${key}` : key, nearest));
  }
  return nearest === undefined ? [] : [{ path: nearest, steps, value: json }];
}

function changed(value: unknown): unknown {
  switch (typeof value) {
    case 'boolean': return !value;
    case 'number': return value + 1;
    case 'string': return `${value}x`;
    default: return { changed: true };
  }
}

function effectOf(model: ClusterModel, steps: readonly string[], value: unknown): 'changed' | 'refused' | 'none' {
  const before = JSON.stringify(helmValues(model));
  try {
    return JSON.stringify(helmValues(replaced(model, steps, value) as ClusterModel)) === before ? 'none' : 'changed';
  } catch {
    expect(violationOf(() => helmValues(replaced(model, steps, value) as ClusterModel)).rule).toBe('helm/has-value');
    return 'refused';
  }
}

function replaced(json: any, [step, ...rest]: readonly string[], value: unknown): unknown {
  const item = rest.length === 0 ? value : replaced(json[step], rest, value);
  return Array.isArray(json) ? json.map((old, at) => String(at) === step ? item : old) : { ...json, [step]: item };
}
