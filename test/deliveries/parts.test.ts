import { changedKeys, DELIVERY_NAMES, DeliveryName, TOLD } from './perturbation/perturb';
import { ViolationError } from '../../src/base/violation';
import { DELIVERIES } from '../../src/facts/deliveries';
import { DeliveredCluster } from '../../src/parts/delivered-cluster';
import { deliveredPart } from '../render/helm-values/delivered';
import { partPaths } from '../render/helm-values/model-paths';

/** Fields of what constructs add that do not change what a delivery gets, and why. */
const WITHOUT_KEYS: { readonly [path: string]: string } = {
  'nodeParts[].permissions[]': 'a ClusterRole of ours, bound to the ServiceAccount of the delivery',
  'nodeParts[].hostPid': 'only features ask for it',
  'nodeParts[].from': 'it names the construct or the feature in errors',
  'runnerParts[].permissions[]': 'a ClusterRole of ours, bound to the ServiceAccount of the delivery',
  'webhook.name': 'SidecarInjection makes the permissions',
  'webhook.via.kind': 'SidecarInjection makes policies that add the Agent',
  'webhook.via.policy': 'SidecarInjection makes policies that add the Agent',
  'webhook.via.apiVersion': 'SidecarInjection makes policies that add the Agent',
  'webhook.origin': 'it names the construct in the description of policies',
  'webhook.match.profiles[]': 'the groups say the same',
  'webhook.namespaces[]': 'SidecarInjection makes the accounts, and TokenReplicator the Secrets',
  'webhook.accounts[].namespace': 'SidecarInjection makes the accounts',
  'webhook.accounts[].name': 'SidecarInjection makes the accounts',
  'webhook.ownAccounts[]': 'SidecarInjection makes the accounts',
};
/** The same of one delivery alone. */
const WITHOUT_KEYS_OF = { operator: { 'nodeParts[].checkFiles': 'a ConfigMap, which the DatadogAgent names by its files' }, helm: {} };
/** Containers that a delivery cannot add: a limit refuses them. */
const REFUSED = ['nodeParts[].containers[]'];

const PATHS = partPaths();
const PARTS = deliveredPart();

interface Field {
  readonly path: string;
  readonly steps: readonly string[];
  readonly value: unknown;
}

/** Every value in plain data, with the path by its type: the nearest above it. */
function fieldsOf(json: unknown, steps: readonly string[] = [], path = '', row?: string): Field[] {
  const nearest = PATHS.includes(path) ? path : row;
  if (typeof json === 'object' && json !== null && Object.keys(json).length > 0) {
    return Object.entries(json).flatMap(([key, item]) =>
      fieldsOf(item, [...steps, key], Array.isArray(json) ? `${path}[]` : path ? `${path}.${key}` : key, nearest));
  }
  return nearest === undefined || Array.isArray(json) ? [] : [{ path: nearest, steps, value: json }];
}

function changed(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  return typeof value === 'string' ? `${value}x` : { changed: 'x' };
}

function replaced(json: any, [step, ...rest]: readonly string[], value: unknown): any {
  const item = rest.length === 0 ? value : replaced(json[step], rest, value);
  return Array.isArray(json) ? json.map((old, at) => String(at) === step ? item : old) : { ...json, [step]: item };
}

/** Keys that change, or `refused`, or nothing where no cluster can be so. */
function effectOf(delivery: DeliveryName, before: DeliveredCluster, { steps, value }: Field): readonly string[] | 'refused' {
  try {
    return changedKeys(TOLD[delivery].told(before), TOLD[delivery].told(replaced(before, steps, changed(value))), delivery);
  } catch (error) {
    if (error instanceof ViolationError) return error.violation.rule === TOLD[delivery].limit ? 'refused' : [];
    throw error;
  }
}

const FIELDS = fieldsOf(PARTS).filter(({ value }) => typeof value !== 'function');

test('the cluster of this test has every field that constructs can set', () => {
  const populated = new Set(FIELDS.map(({ path }) => path));
  expect(PATHS.filter(path => !populated.has(path) && !(path in WITHOUT_KEYS))).toEqual([]);
});

describe.each(DELIVERY_NAMES)('%s', delivery => {
  const before = { ...PARTS, model: { ...PARTS.model, delivery: DELIVERIES[delivery] } };
  const effects = new Map<string, Array<readonly string[] | 'refused'>>();
  for (const field of FIELDS) effects.set(field.path, [...effects.get(field.path) ?? [], effectOf(delivery, before, field)]);
  const of = (is: (effect: readonly string[] | 'refused') => boolean) => [...effects].filter(([, found]) => found.some(is)).map(([path]) => path);
  const changesKeys = of(effect => effect !== 'refused' && effect.length > 0);

  test('what constructs add changes what the delivery gets, except where a reason is given', () => {
    const expected = [...Object.keys({ ...WITHOUT_KEYS, ...WITHOUT_KEYS_OF[delivery] }), ...REFUSED];
    expect(PATHS.filter(path => !changesKeys.includes(path)).sort()).toEqual(expected.sort());
  });

  test('what it cannot add is refused', () => {
    expect(of(effect => effect === 'refused')).toEqual(expect.arrayContaining(REFUSED));
  });
});
