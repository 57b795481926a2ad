import { isQualifiedName } from './label-key';
import { isLabelValue } from './label-value';
import { isLate } from './late';
import { isNamespaceName } from './namespace';
import { isMap } from '../base/is-map';

/** Where a part of an option is wrong, from the option on, why, and what to write instead. */
export interface Fault {
  readonly at: string;
  readonly reason: string;
  readonly remedy: string;
}

type Part = { readonly [field: string]: any };
type Check = (value: any, at: string) => Fault | undefined;

const SELECTOR = ['In', 'NotIn', 'Exists', 'DoesNotExist'];
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

/** The first fault for which the API server refuses an affinity. */
export function affinityFault(affinity: unknown): Fault | undefined {
  return object(affinity, '', {
    nodeAffinity: fields({
      [REQUIRED]: fields({ nodeSelectorTerms: list(nodeTerm, 1) }, ['nodeSelectorTerms']),
      [PREFERRED]: list(fields({ weight, preference: nodeTerm }, ['weight', 'preference'])),
    }),
    podAffinity,
    podAntiAffinity: podAffinity,
  });
}

/** The first fault for which the API server refuses a constraint of the spread of pods. */
export function spreadFault(constraint: unknown): Fault | undefined {
  const wrong = object(constraint, '', {
    maxSkew: wholeFrom(1),
    minDomains: wholeFrom(1),
    topologyKey: key,
    whenUnsatisfiable: oneOf(['DoNotSchedule', 'ScheduleAnyway']),
    labelSelector,
    matchLabelKeys: list(key),
    nodeAffinityPolicy: oneOf(['Honor', 'Ignore']),
    nodeTaintsPolicy: oneOf(['Honor', 'Ignore']),
  }, ['maxSkew', 'topologyKey', 'whenUnsatisfiable']);
  if (wrong || isLate(constraint)) return wrong;
  const { minDomains, whenUnsatisfiable } = constraint as Part;
  if (typeof minDomains === 'number' && whenUnsatisfiable !== 'DoNotSchedule') return { at: '.minDomains', reason: "is for 'whenUnsatisfiable: DoNotSchedule' alone", remedy: "Leave 'minDomains' out, or write 'DoNotSchedule'" };
  return labelKeysFault(constraint as Part, '');
}

/** Two constraints of one list for the same topology, which the API server takes for one. */
export function repeatedSpread(constraints: readonly unknown[]): Fault | undefined {
  const kinds = (constraints as readonly Part[]).map(({ topologyKey, whenUnsatisfiable }) => JSON.stringify([topologyKey, whenUnsatisfiable]));
  const at = constraints.findIndex((constraint, i) => !isLate(constraint) && kinds.indexOf(kinds[i]) < i);
  return at < 0 ? undefined : { at: `[${at}]`, reason: "has the 'topologyKey' and the 'whenUnsatisfiable' of an earlier one", remedy: 'Leave one of them' };
}

/** Kubernetes takes keys of labels beside a selector, each in one list alone. A key that the selector has too is an error where the two are merged. */
function labelKeysFault({ labelSelector: selector, matchLabelKeys, mismatchLabelKeys }: Part, at: string): Fault | undefined {
  const [match, mismatch] = [matchLabelKeys, mismatchLabelKeys].map(keys => Array.isArray(keys) ? keys as unknown[] : []);
  const field = match.length > 0 ? 'matchLabelKeys' : 'mismatchLabelKeys';
  if (match.length + mismatch.length === 0) return undefined;
  if (selector === undefined || selector === null) return { at: `${at}.${field}`, reason: "needs a 'labelSelector' beside it", remedy: `Write 'labelSelector', or leave '${field}' out` };
  const both = match.find(name => mismatch.includes(name));
  return both === undefined ? undefined : { at, reason: `has '${both as string}' in 'matchLabelKeys' and in 'mismatchLabelKeys'`, remedy: 'Leave it in one of them' };
}

function nodeTerm(value: unknown, at: string): Fault | undefined {
  return object(value, at, { matchExpressions: list(condition([...SELECTOR, 'Gt', 'Lt'])), matchFields: list(fields({})) });
}

function podAffinity(value: unknown, at: string): Fault | undefined {
  return object(value, at, { [REQUIRED]: list(podTerm), [PREFERRED]: list(fields({ weight, podAffinityTerm: podTerm }, ['weight', 'podAffinityTerm'])) });
}

function podTerm(value: unknown, at: string): Fault | undefined {
  const wrong = object(value, at, {
    labelSelector,
    namespaceSelector: labelSelector,
    namespaces: list(namespace),
    topologyKey: key,
    matchLabelKeys: list(key),
    mismatchLabelKeys: list(key),
  }, ['topologyKey']);
  return wrong || isLate(value) ? wrong : labelKeysFault(value as Part, at);
}

function labelSelector(value: unknown, at: string): Fault | undefined {
  return object(value, at, { matchLabels: labels, matchExpressions: list(condition(SELECTOR)) });
}

/** A condition on a label: values for `In`, `NotIn`, one number for `Gt` and `Lt`, none for the others. */
function condition(operators: readonly string[]): Check {
  return (value, at) => {
    const wrong = object(value, at, { key, operator: oneOf(operators), values: list(labelValue) }, ['key', 'operator']);
    if (wrong || isLate(value)) return wrong;
    const { operator, values = [] } = value as Part;
    const count = (values ?? []).length;
    if (operator.includes('Exist') && count > 0) return { at, reason: `has values, which the operator '${operator}' does not take`, remedy: "Leave 'values' out, or write the operator 'In'" };
    if (/In$/.test(operator) && count === 0) return { at, reason: `has no values, which the operator '${operator}' needs`, remedy: "Write 'values', or the operator 'Exists'" };
    if (/^[GL]t$/.test(operator) && !(count === 1 && /^-?\d+$/.test(values[0]))) return { at, reason: `has not exactly one whole number in 'values', which the operator '${operator}' needs`, remedy: "Write it as a string, for example values: ['4']" };
    return undefined;
  };
}

function labels(value: unknown, at: string): Fault | undefined {
  return object(value, at, {}) ?? first(Object.entries(value as Part), ([name, text]) => key(name, at) ?? labelValue(text, `${at}.${name}`));
}

function key(value: unknown, at: string): Fault | undefined {
  return typeof value === 'string' && isQualifiedName(value) ? undefined : { at, reason: 'is not the key of a label', remedy: "Write a key like 'topology.kubernetes.io/zone'" };
}

function labelValue(value: unknown, at: string): Fault | undefined {
  return typeof value === 'string' && isLabelValue(value) ? undefined : { at, reason: 'is not the value of a label', remedy: "Write a string of up to 63 letters, digits, '-', '_' and '.', beginning and ending with a letter or digit" };
}

function namespace(value: unknown, at: string): Fault | undefined {
  return typeof value === 'string' && isNamespaceName(value) ? undefined : { at, reason: 'is not the name of a namespace', remedy: "Write a name like 'datadog'" };
}

function weight(value: unknown, at: string): Fault | undefined {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 100 ? undefined : { at, reason: 'is not a whole number from 1 to 100', remedy: 'Write 100 for the strongest preference' };
}

function wholeFrom(least: number): Check {
  return (value, at) => Number.isInteger(value) && value >= least ? undefined : { at, reason: `is not a whole number from ${least}`, remedy: `Write ${least}, for example` };
}

function oneOf(values: readonly string[]): Check {
  return (value, at) => values.includes(value) ? undefined : { at, reason: `is none of ${values.map(text => `'${text}'`).join(', ')}`, remedy: `Write '${values[0]}', for example` };
}

function fields(checks: { readonly [field: string]: Check }, required: readonly string[] = []): Check {
  return (value, at) => object(value, at, checks, required);
}

function list(check: Check, least = 0): Check {
  return (value, at) => {
    if (isLate(value)) return undefined;
    if (!Array.isArray(value)) return { at, reason: 'is not a list', remedy: 'Write it in brackets' };
    if (value.length < least) return { at, reason: 'is an empty list', remedy: 'Add an item, or leave out what it is in' };
    return first([...value.entries()], ([i, item]) => check(item, `${at}[${i}]`));
  };
}

/** Fields that are null or undefined are not there. Fields that are not known here are left to Kubernetes. */
function object(value: unknown, at: string, checks: { readonly [field: string]: Check }, required: readonly string[] = []): Fault | undefined {
  if (!isMap(value)) return { at, reason: 'is not an object', remedy: 'Write it in braces, as Kubernetes has it' };
  if (isLate(value)) return undefined;
  const missing = required.find(field => value[field] === undefined || value[field] === null);
  if (missing !== undefined) return { at, reason: `has no '${missing}'`, remedy: `Add '${missing}'` };
  return first(Object.keys(checks).filter(field => value[field] !== undefined && value[field] !== null), field => checks[field](value[field], `${at}.${field}`));
}

function first<T>(items: readonly T[], check: (item: T) => Fault | undefined): Fault | undefined {
  for (const item of items) {
    const fault = check(item);
    if (fault) return fault;
  }
  return undefined;
}
