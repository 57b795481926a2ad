import { bases } from './bases';
import { OF_CONSTRUCTS, optionPaths } from './option-paths';
import { ELSEWHERE, Others, othersOf, USERS_ENV } from './values';
import { ViolationError } from '../../../src/base/violation';
import { resolve } from '../../../src/cluster/resolve';
import { DELIVERIES } from '../../../src/facts/deliveries';
import { HELM_VALUES } from '../../../src/facts/helm-chart';
import { helmKeys } from '../../../src/features/deliveries';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { ClusterModel } from '../../../src/model/cluster-model';
import { DeliveredCluster } from '../../../src/parts/delivered-cluster';
import { helmValues } from '../../../src/render/helm-values/values';
import { datadogAgent } from '../../../src/render/operator/datadog-agent';
import { byName, leaves } from '../../render/models';
import { specPaths } from '../../render/operator/spec-paths';

export const DELIVERY_NAMES = ['operator', 'helm'] as const;
export type DeliveryName = typeof DELIVERY_NAMES[number];

/** What comes of other values of an option: keys of the delivery that change, or that a limit of the delivery refuses it. */
export interface Effect {
  readonly keys: readonly string[];
  /** A limit of the delivery refuses a value. */
  readonly refused: boolean;
  /** Other values that a cluster may have, delivered or refused. */
  readonly tried: number;
}

interface Told {
  /** The rule by which a limit of the delivery refuses a cluster. */
  readonly limit: string;
  /** What the delivery gets, by its path. */
  told(cluster: DeliveredCluster): ReadonlyMap<string, unknown>;
  /** The key of the delivery that a path is at or below. */
  keyOf(path: string): string;
}

const HELM_KEYS: readonly string[] = [...Object.values(HELM_VALUES).flatMap(({ keys }): readonly string[] => keys), ...helmKeys()];
let spec: ReadonlyArray<readonly string[]> | undefined;

export const TOLD: { readonly [delivery in DeliveryName]: Told } = {
  operator: {
    told: cluster => {
      const { metadata, spec: of } = datadogAgent(cluster);
      return leaves({ metadata, ...of as object }, byName);
    },
    keyOf: path => {
      spec ??= specPaths().map(known => known.split('.'));
      if (path.startsWith('.metadata.')) return path.split(/[.[]/).slice(1, 3).join('.');
      const steps = stepsOf(path);
      const known = spec.filter(field => steps.every((step, at) => at >= field.length || ['*', step].includes(field[at]))).sort((a, b) => b.length - a.length)[0];
      // A list may have fields below, and then they are part of it.
      if (!known || (known.length > steps.length && !path.includes('['))) throw new Error(`the DatadogAgent has no field ${path}`);
      return withEnv(steps.slice(0, known[known.length - 1] === '*' ? known.length - 1 : known.length).join('.'), path);
    },
    limit: 'operator/has-field',
  },
  helm: {
    told: cluster => leaves(helmValues(cluster), byName),
    keyOf: path => {
      const plain = path.slice(1);
      const key = HELM_KEYS.find(known => plain === known || plain.startsWith(`${known}.`) || plain.startsWith(`${known}[`));
      if (key === undefined) throw new Error(`the Helm chart has no value ${path}`);
      return withEnv(key, path);
    },
    limit: 'helm/has-value',
  },
};

/** Down to the first list: what stands in it is one with it. */
function stepsOf(path: string): string[] {
  return path.slice(1).split('[')[0].split('.');
}

/** Env vars are told apart, but for those that users set. */
function withEnv(key: string, path: string): string {
  const name = /\.env\[(\w+)\]/.exec(path)?.[1];
  return key.endsWith('.env') && name && !/^\d/.test(name) && !USERS_ENV.includes(name) ? `${key}[${name}]` : key;
}

type ByDelivery<T> = { readonly [delivery in DeliveryName]: T };

/** The effects of every option, but of those for constructs. */
export function effectsOfOptions(): ByDelivery<Map<string, Effect>> {
  const options = optionPaths().filter(({ path, type }) => !OF_CONSTRUCTS.includes(path) && !(path in ELSEWHERE) && !type.startsWith('!') && path !== 'labels');
  const before = bases().map(({ description, of }) => ({ base: description, of, told: deliver(description) }));
  const effects = { operator: new Map<string, Effect>(), helm: new Map<string, Effect>() };
  const add = (path: string, at: string, others: Others, needsOthers = false) => {
    const concerned = before.filter(({ of }) => !of || of.some(start => path.startsWith(start)));
    const found = concerned.flatMap(({ base, told }) => changes(base, at.split('.'), others, needsOthers).map(changed => ({ told, after: deliver(changed) })));
    for (const delivery of DELIVERY_NAMES) {
      effects[delivery].set(path, merged(found.map(({ told, after }) => difference(told?.[delivery], after?.[delivery], delivery))));
    }
  };
  for (const option of options) add(option.path, option.path, othersOf(option), option.needsOthers);
  for (const [path, { at, others }] of Object.entries(ELSEWHERE)) add(path, at, () => others);
  return effects;
}

/** What a delivery gets, or the rule that refuses it. */
type Delivered = ReadonlyMap<string, unknown> | string;

/** The same by delivery; nothing for what no cluster can be. */
function deliver(description: ClusterDescription): ByDelivery<Delivered> | undefined {
  const model = modelOf(description);
  return model && { operator: toldOf(model, 'operator'), helm: toldOf(model, 'helm') };
}

function modelOf(description: ClusterDescription): ClusterModel | undefined {
  try {
    return resolve(description);
  } catch (error) {
    if (error instanceof ViolationError) return undefined;
    throw error;
  }
}

function toldOf(model: ClusterModel, delivery: DeliveryName): Delivered {
  try {
    return TOLD[delivery].told({ model: { ...model, delivery: DELIVERIES[delivery] }, nodeParts: [], runnerParts: [], labels: {} });
  } catch (error) {
    if (error instanceof ViolationError) return error.violation.rule;
    throw error;
  }
}

/** Keys that change; `refused` where a limit is in the way, and nothing where it cannot be compared. */
function difference(before: Delivered | undefined, after: Delivered | undefined, delivery: DeliveryName): readonly string[] | 'refused' | undefined {
  if (before === undefined || typeof before === 'string' || after === undefined) return undefined;
  if (typeof after === 'string') return after === TOLD[delivery].limit ? 'refused' : undefined;
  return changedKeys(before, after, delivery);
}

export function changedKeys(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>, delivery: DeliveryName): string[] {
  const isSame = (path: string) => JSON.stringify(before.get(path)) === JSON.stringify(after.get(path));
  return [...new Set([...before.keys(), ...after.keys()])].filter(path => !isSame(path)).map(TOLD[delivery].keyOf);
}

export function merged(differences: ReadonlyArray<readonly string[] | 'refused' | undefined>): Effect {
  const tried = differences.filter(found => found !== undefined);
  return {
    keys: [...new Set(tried.flatMap(found => found === 'refused' ? [] : found))].sort(),
    refused: tried.includes('refused'),
    tried: tried.length,
  };
}

/**
 * The same with other values at that place, one after the other: in every member of a list where the path has `[]`. What is not there on the
 * way is made, but for a struct that needs other options.
 */
export function changes(json: any, [step, ...rest]: readonly string[], others: Others, needsOthers = false): any[] {
  const name = step.replace('[]', '');
  const old = json?.[name];
  const valuesOf = (): any[] => {
    if (step !== name) {
      const members: any[] = old ?? [];
      const replaced = (at: number, changed: any) => members.map((member, i) => i === at ? changed : member);
      return members.flatMap((member, at) => changes(member, rest, others, needsOthers).map(changed => replaced(at, changed)));
    }
    if (rest.length === 0) return others(old).filter(value => JSON.stringify(value) !== JSON.stringify(old));
    return old === undefined && rest.length === 1 && needsOthers ? [] : changes(old ?? {}, rest, others, needsOthers);
  };
  return valuesOf().map(value => ({ ...json, [name]: value }));
}
