import { operatorModels } from './full-models';
import { isOneOf, specPaths } from './spec-paths';
import { ViolationError } from '../../../src/base/violation';
import { ClusterModel } from '../../../src/model/cluster-model';
import { COVERAGE, DIFFERENCES } from '../../../src/render/operator/coverage';
import { datadogAgent } from '../../../src/render/operator/datadog-agent';
import { LIMITS } from '../../../src/render/operator/limits';
import { violationOf } from '../../requirements/violations';
import { modelPaths } from '../helm-values/model-paths';
import { byPosition, leaves } from '../models';

const MODELS = operatorModels();
const RENDERED = MODELS.map(model => rendered(model));
const KNOWN = specPaths();
/** Choices of which there are only some. */
const OTHERS: { readonly [choice: string]: string } = { 'linux': 'bottlerocket', 'bottlerocket': 'linux', 'cri-o': 'docker', 'docker': 'cri-o' };
/** Changes that are looked at for one field. */
const ENOUGH = 2;
/** Every value of every model by the row of the table that it belongs to. */
const FIELDS = new Map<string, Array<Field & { readonly at: number }>>();
MODELS.forEach((model, at) => fieldsOf(model).filter(({ value }) => typeof value !== 'function')
  .forEach(field => FIELDS.set(field.path, [...FIELDS.get(field.path) ?? [], { ...field, at }])));

test('the table has every field of the model by its type, and nothing else', () => {
  const paths = modelPaths();
  expect(paths).toEqual(expect.arrayContaining(['site', 'delivery', 'nodeAgent.hostPorts.otlp', 'clusterCheckRunners.secretEnv[].name']));
  expect(Object.keys(COVERAGE).sort()).toEqual(paths);
});

test('the models of this test have every field', () => {
  const populated = new Set(MODELS.flatMap(model => fieldsOf(model).map(({ path }) => path)));
  expect(Object.keys(COVERAGE).filter(path => !populated.has(path))).toEqual([]);
});

describe.each(Object.entries(COVERAGE))('%s', (path, coverage) => {
  const effects = effectsOf(path, 'keys' in coverage ? ENOUGH : Infinity);
  const changes = effects.filter(isChange);

  if ('keys' in coverage) {
    test('changes what the table says', () => {
      expect(changes.length).toBeGreaterThan(0);
      expect(changes.filter(paths => !paths.some(p => isOneOf(p, coverage.keys)))).toEqual([]);
    });
  } else if ('cannot' in coverage) {
    test('is refused', () => expect(new Set(effects)).toEqual(new Set(['operator/has-field'])));
  } else {
    test('changes nothing', () => expect(changes).toEqual([]));
  }
});

test('whoever cannot is refused by a limit, and a limit is for a field', () => {
  const limited = LIMITS.flatMap(({ path }) => path ?? []);
  expect(Object.entries(COVERAGE).filter(([, c]) => 'cannot' in c).map(([path]) => path).filter(path => !limited.includes(path))).toEqual([]);
  expect(limited.filter(path => !COVERAGE[path])).toEqual([]);
});

test('every path of the table and of what is written is a field of the spec', () => {
  const listed = Object.values(COVERAGE).flatMap(coverage => 'keys' in coverage ? coverage.keys : []).filter(path => !path.startsWith('metadata.'));
  expect([...new Set(listed)].filter(path => !KNOWN.some(known => isAbove(path, known)))).toEqual([]);
  const written = [...new Set(RENDERED.flatMap(leavesOf => [...leavesOf?.keys() ?? []]))].filter(path => !path.startsWith('metadata.'));
  expect(written.length).toBeGreaterThan(200);
  expect(written.filter(path => !isOneOf(path, KNOWN))).toEqual([]);
});

test('what differs is said in words', () => {
  const texts = [...DIFFERENCES, ...Object.values(COVERAGE).flatMap(({ difference }) => difference ?? [])];
  expect(texts.length).toBeGreaterThan(8);
  expect(texts.filter(text => text.length < 20 || text.endsWith('.'))).toEqual([]);
});

/** What comes of another value of the field, in one model after the other, until there have been so many changes. */
function effectsOf(path: string, most: number): Array<string[] | string> {
  const effects: Array<string[] | string> = [];
  for (const { at, steps, value } of FIELDS.get(path) ?? []) {
    if (effects.filter(isChange).length < most) effects.push(effectOf(at, replaced(MODELS[at], steps, changed(value)) as ClusterModel));
  }
  return effects;
}

function isChange(effect: string[] | string): effect is string[] {
  return Array.isArray(effect) && effect.length > 0;
}

/** The path is a field, or has fields below it. */
function isAbove(path: string, known: string): boolean {
  return path.split('.').every((step, at) => [step, '*', undefined].includes(known.split('.')[at]));
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
    case 'string': return OTHERS[value] ?? `${value}x`;
    default: return { changed: true };
  }
}

/** Values by their path, without `spec`; nothing for a model that is refused. */
function rendered(model: ClusterModel): Map<string, unknown> | undefined {
  try {
    const { metadata, spec } = datadogAgent({ model, nodeParts: [], runnerParts: [], labels: {} });
    return new Map([...leaves({ metadata, ...spec as object }, byPosition)].map(([path, value]) => [path.slice(1), value]));
  } catch (error) {
    if (error instanceof ViolationError) return undefined;
    throw error;
  }
}

/** Paths of what is another now, or the rule by which it is refused. */
function effectOf(at: number, model: ClusterModel): string[] | string {
  try {
    const after = rendered(model);
    const before = RENDERED[at];
    if (!after || !before) return refusal(after ? MODELS[at] : model);
    return [...new Set([...before.keys(), ...after.keys()])].filter(path => JSON.stringify(before.get(path)) !== JSON.stringify(after.get(path)));
  } catch {
    // A choice that is none of those that the types allow.
    return 'impossible';
  }
}

function refusal(model: ClusterModel): string {
  return violationOf(() => datadogAgent({ model, nodeParts: [], runnerParts: [], labels: {} })).rule;
}

function replaced(json: any, [step, ...rest]: readonly string[], value: unknown): unknown {
  const item = rest.length === 0 ? value : replaced(json[step], rest, value);
  return Array.isArray(json) ? json.map((old, at) => String(at) === step ? item : old) : { ...json, [step]: item };
}
