import * as fc from 'fast-check';
import { Options } from './options';
import { runs } from './settings';
import { ODD_VALUES } from './values';
import * as api from '../../src';
import { ViolationError } from '../../src/base/violation';
import { assemblyTypes } from '../structure/assembly';

const FACTORIES = assemblyTypes().filter(type => type.kind === 'class').flatMap(type => (type.methods ?? [])
  .filter(m => (m as any).static && m.returns?.type.fqn === type.fqn && (m.parameters ?? []).length > 0)
  .map(factory => ({ name: `${type.name}.${factory.name}`, type: type.name, factory })));

/** Makes a value, or tells by a rule why there can be none. */
function attempt(work: () => unknown): 'made' | 'refused' {
  try {
    work();
    return 'made';
  } catch (error) {
    if (error instanceof ViolationError) return 'refused';
    throw error;
  }
}

/** Arguments that the parts of which can be made, with as much in them as there is; looked for once for each factory. */
const sounds = new Map<string, readonly any[]>();
function soundArguments(factory: typeof FACTORIES[number]['factory'], name: string): readonly any[] {
  if (!sounds.has(name)) sounds.set(name, makeSoundArguments(factory, name));
  return sounds.get(name)!;
}

function makeSoundArguments(factory: typeof FACTORIES[number]['factory'], name: string): readonly any[] {
  let args: any[] | undefined;
  for (const given of [90, 40, 5]) {
    const tries = fc.sample(fc.gen(), { numRuns: 50, seed: 8 });
    tries.forEach(g => attempt(() => { args ??= new Options(g, { values: 0, texts: 0, given }).args(factory, name); }));
  }
  if (!args) throw new Error(`no arguments for ${name}`);
  return args;
}

describe.each(FACTORIES.map(row => [row.name, row] as const))('%s', (name, { type, factory }) => {
  const call = (args: readonly unknown[]) => attempt(() => (api as any)[type][factory.name](...args));

  test('takes or refuses whatever somebody might well write, and odd texts', () => {
    fc.assert(fc.property(fc.gen(), fc.constantFrom(0, 20), (g, texts) => {
      attempt(() => (api as any)[type][factory.name](...new Options(g, { values: 0, texts, given: 40 }).args(factory, name)));
    }), runs(20));
  });

  test.each(ODD_VALUES.map(row => [row.what, row] as const))('%s in the place of each argument, and of each option', (_, { make }) => {
    const sound = soundArguments(factory, name);
    sound.forEach((given, at) => {
      const argument = call(sound.map((value, i) => i === at ? make() : value));
      expect(['made', 'refused']).toContain(argument);
      if (typeof given !== 'object' || given === null || Object.getPrototypeOf(given) !== Object.prototype) return;
      Object.keys(given).forEach(option => call(sound.map((value, i) => i === at ? { ...given, [option]: make() } : value)));
    });
  });
});
