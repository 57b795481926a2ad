import { AutodiscoveryAnnotation } from './autodiscovery';
import { isMap } from '../base/is-map';
import { AUTODISCOVERY } from '../facts/autodiscovery';

const { checks, checkNames, initConfigs, instances, logs, tags } = AUTODISCOVERY;
/** The three that make up the first version. */
const V1_FIELDS: readonly string[] = [checkNames, initConfigs, instances];

/** What the Agent cannot read in the annotations of one object, as clauses. Never shows a value: it may hold a password. */
export function jsonFaults(annotations: readonly AutodiscoveryAnnotation[]): string[] {
  return [
    ...annotations.flatMap(annotation => {
      const fault = fieldFault(annotation);
      return fault ? [`the annotation '${annotation.key}' ${fault}`] : [];
    }),
    ...[...new Set(annotations.map(a => a.identifier))].flatMap(identifier =>
      v1Faults(annotations.filter(a => a.identifier === identifier && V1_FIELDS.includes(a.field)))),
  ];
}

/** What the Agent wants of the JSON of each field. */
const SHAPES: { readonly [field: string]: { readonly is: (json: unknown) => boolean; readonly inWords: string } } = {
  [checks]: { is: isChecks, inWords: 'an object with one object for each check, whose instances are a list of objects' },
  [checkNames]: { is: json => Array.isArray(json) && json.every(name => typeof name === 'string'), inWords: 'a list of names' },
  [initConfigs]: { is: isConfigs, inWords: 'a list of objects' },
  [instances]: { is: isConfigs, inWords: 'a list of objects, or of lists of them' },
  [logs]: { is: Array.isArray, inWords: 'a list' },
  [tags]: { is: isMap, inWords: 'an object' },
};

function fieldFault({ field, value }: AutodiscoveryAnnotation): string | undefined {
  if (!Object.hasOwn(SHAPES, field)) return undefined;
  const json = parse(value);
  if (json === undefined) return 'is no JSON';
  return SHAPES[field].is(json) ? undefined : `is not ${SHAPES[field].inWords}`;
}

function v1Faults(annotations: readonly AutodiscoveryAnnotation[]): string[] {
  if (annotations.length === 0) return [];
  const prefix = annotations[0].key.slice(0, -annotations[0].field.length);
  const missing = V1_FIELDS.filter(field => !annotations.some(a => a.field === field));
  if (missing.length > 0) return [`the annotation '${annotations[0].key}' stands there without '${prefix}${missing[0]}', and the Agent wants all three of ${V1_FIELDS.join(', ')}`];
  const lengths = V1_FIELDS.map(field => parse(annotations.find(a => a.field === field)!.value)).map(json => Array.isArray(json) ? json.length : -1);
  return lengths.includes(-1) || new Set(lengths).size === 1
    ? []
    : [`the annotations '${prefix}*' have ${lengths.map((length, at) => `${length} ${V1_FIELDS[at]}`).join(', ')}, and the Agent uses none of them unless there are as many of each`];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isChecks(json: unknown): boolean {
  return isMap(json) && Object.values(json).every(check => isMap(check)
    && (check.instances == null || (Array.isArray(check.instances) && check.instances.every(isMap))));
}

function isConfigs(json: unknown): boolean {
  return Array.isArray(json) && json.every(config => Array.isArray(config) ? config.every(isMap) : isMap(config));
}
