import { violationOf } from './violations';
import * as api from '../../src';
import { OptionsName } from '../../src/requirements/option-shape';
import { requireOptions } from '../../src/requirements/options';
import { assemblyTypes, AssemblyType, Property, TypeReference } from '../structure/assembly';

const TYPES = new Map(assemblyTypes().map(type => [type.fqn, type]));
const STRUCTS = [...TYPES.values()].filter(type => type.datatype);

const properties = new Map<AssemblyType, Property[]>();

function propertiesOf(type: AssemblyType): Property[] {
  const known = properties.get(type);
  if (known) return known;
  const bases = (type.interfaces ?? []).flatMap(fqn => TYPES.has(fqn) ? propertiesOf(TYPES.get(fqn)!) : []);
  const all = [...new Map([...bases, ...type.properties ?? []].map(p => [p.name, p])).values()];
  properties.set(type, all);
  return all;
}

/** A value of a type, with no more in it than is required. */
function sound(type: TypeReference): unknown {
  if (type.collection) return (type.collection as any).kind === 'array' ? [sound(type.collection.elementtype)] : { a: sound(type.collection.elementtype) };
  if (type.primitive) return { string: 'x', number: 1, boolean: true }[type.primitive] ?? {};
  const known = TYPES.get(type.fqn!)!;
  if (known.datatype) return struct(known);
  if (known.kind === 'enum') return Object.values((api as any)[known.name])[0];
  if (known.kind === 'class') return Object.create((api as any)[known.name].prototype);
  return Object.fromEntries(propertiesOf(known).map(p => [p.name, 'x']));
}

function struct(type: AssemblyType): Record<string, unknown> {
  return Object.fromEntries(propertiesOf(type).filter(p => !p.optional).map(p => [p.name, sound(p.type)]));
}

interface Place {
  /** As errors name it: `clusterAgent.checks[0]`. */
  readonly path: string;
  readonly type: AssemblyType;
  /** The whole, with the struct at this place in it. */
  readonly within: (at: unknown) => unknown;
}

/** Every struct in a struct, at every depth: as an option, in a list, in a map. */
function placesIn(type: AssemblyType, path = '', within: Place['within'] = at => at): Place[] {
  const inside = propertiesOf(type).flatMap(p => {
    const whole = (value: unknown) => within({ ...struct(type), [p.name]: value });
    return structsOf(p.type, path === '' ? p.name : `${path}.${p.name}`, whole);
  });
  return [{ path, type, within }, ...inside];
}

function structsOf(type: TypeReference, path: string, within: Place['within']): Place[] {
  if (type.collection) {
    const list = (type.collection as any).kind === 'array';
    return structsOf(type.collection.elementtype, list ? `${path}[0]` : `${path}.a`, at => within(list ? [at] : { a: at }));
  }
  const known = type.fqn && TYPES.get(type.fqn);
  return known && known.datatype ? placesIn(known, path, within) : [];
}

const join = (path: string, option: string) => path === '' ? option : `${path}.${option}`;

/** The same name with two letters exchanged: the mistake of a hand. */
function misspelt(name: string): string {
  const at = Math.floor(name.length / 2);
  return name[at] === name[at - 1] ? `${name}x` : name.slice(0, at - 1) + name[at] + name[at - 1] + name.slice(at + 1);
}

/** Values of other types than the option has, and the form that the error has to show. */
function wrongValues(type: TypeReference): ReadonlyArray<{ readonly value: unknown; readonly form: string }> {
  if (type.collection) {
    const form = (type.collection as any).kind === 'array' ? '[' : '{ ';
    return [{ value: 'x', form }, { value: 1, form }, { value: true, form }, { value: form === '[' ? {} : [], form }];
  }
  switch (type.primitive) {
    case 'string': return [{ value: 1, form: "'" }, { value: true, form: "'true'" }, { value: {}, form: "'...'" }, { value: [], form: "'...'" }];
    case 'number': return [{ value: '2', form: '2' }, { value: true, form: '1' }, { value: {}, form: '1' }, { value: NaN, form: '1' }];
    case 'boolean': return [{ value: 'false', form: 'false' }, { value: 1, form: 'true' }, { value: {}, form: 'true' }];
    case undefined: break;
    default: return [{ value: () => 1, form: 'Write strings, numbers' }];
  }
  const known = TYPES.get(type.fqn!)!;
  if (known.datatype) {
    const hasSwitch = propertiesOf(known).some(p => p.name === 'enabled');
    return [{ value: 'x', form: '{' }, { value: 1, form: '{' }, { value: [], form: '{' }, { value: true, form: hasSwitch ? '{ enabled: true }, or {}' : '{' }];
  }
  const forms = known.kind === 'enum'
    ? known.members!.map(({ name }) => `${known.name}.${name}`)
    : [...TYPES.values()].filter(other => other.fqn === known.fqn || other.interfaces?.includes(known.fqn)).flatMap(other => [
      ...(other.methods ?? []).filter(m => (m as any).static && m.returns?.type.fqn === known.fqn).map(m => `${other.name}.${m.name}(`),
      ...other.initializer ? [`new ${other.name}(`] : [],
    ]);
  return [...forms, known.name].flatMap(form => [{ value: 'x', form }, { value: {}, form }, { value: new Date(0), form }]);
}

const faults: string[] = [];

/** A table of tens of thousands: each is compared without the cost of an assertion. */
function check(what: string, holds: boolean): void {
  if (!holds) faults.push(what);
}

const cases = STRUCTS.map(type => [type.name, type] as const);

beforeAll(() => { Error.stackTraceLimit = 0; });
afterAll(() => { Error.stackTraceLimit = 10; });
beforeEach(() => { faults.length = 0; });
afterEach(() => { expect(faults).toEqual([]); });

test.each(cases)('%s: refuses an unknown option at every depth, with the nearest name', (name, root) => {
  for (const { path, type, within } of placesIn(root)) {
    for (const p of propertiesOf(type)) {
      const wrong = misspelt(p.name);
      const { rule, reason } = violationOf(() => requireOptions(name as OptionsName, within({ ...struct(type), [wrong]: 'a-hidden-value' })));
      check(`${rule}: ${reason}`, rule === 'options/known' && reason.includes(`unknown option '${join(path, wrong)}': did you mean '${join(path, p.name)}'?`));
      check(`shown: ${reason}`, !reason.includes('hidden'));
    }
  }
});

test.each(cases)('%s: refuses a value of another type at every depth, with the right form', (name, root) => {
  for (const { path, type, within } of placesIn(root)) {
    for (const p of propertiesOf(type)) {
      for (const { value, form } of wrongValues(p.type)) {
        const { rule, reason, remedy } = violationOf(() => requireOptions(name as OptionsName, within({ ...struct(type), [p.name]: value })));
        check(`${rule}: ${reason}`, /^options\/(types|value-is-known)$/.test(rule) && reason.includes(`'${join(path, p.name)}' `));
        check(`${reason}: ${remedy} has no ${form}`, `${remedy} ${reason}`.includes(form));
      }
    }
  }
});

test.each(cases)('%s: names a missing option at every depth, and takes what is complete', (name, root) => {
  for (const { path, type, within } of placesIn(root)) {
    requireOptions(name as OptionsName, within(struct(type)));
    for (const p of propertiesOf(type).filter(({ optional }) => !optional)) {
      const { rule, reason, remedy } = violationOf(() => requireOptions(name as OptionsName, within({ ...struct(type), [p.name]: undefined })));
      check(`${rule}: ${reason}. ${remedy}`, reason === `'${join(path, p.name)}' is required and is not given` && remedy.startsWith(`Add ${p.name}: `));
    }
  }
});
