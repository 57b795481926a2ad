import { OPTION_SHAPES } from './option-shapes';

export type OptionsName = keyof typeof OPTION_SHAPES;

/** One option of a struct: its type is written as in `OPTION_SHAPES`. */
export interface OptionShape { readonly name: string; readonly type: string; readonly optional: boolean }

const shapes = new Map<string, readonly OptionShape[]>();

export function isStruct(type: string): type is OptionsName {
  return Object.hasOwn(OPTION_SHAPES, type);
}

/** The options of a struct, those of its bases included. */
export function shapeOf(of: OptionsName): readonly OptionShape[] {
  const known = shapes.get(of);
  if (known) return known;
  const shape = OPTION_SHAPES[of].split(', ').filter(row => row !== '').map(row => {
    const [name, type] = row.split(' ');
    return { name: name.replace('?', ''), type, optional: name.endsWith('?') };
  });
  shapes.set(of, shape);
  return shape;
}

/**
 * The options of one struct out of those of several: a construct gives its child what the child has an option for. What users
 * give is checked before.
 */
export function pickOptions<T extends object>(of: OptionsName, given: T): T {
  const names = new Set(shapeOf(of).map(({ name }) => name));
  return Object.fromEntries(Object.entries(given).filter(([name]) => names.has(name))) as T;
}
