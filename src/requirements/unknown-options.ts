import { isStruct, OptionsName, shapeOf } from './option-shape';
import { nearest } from '../base/nearest';
import { ViolationError } from '../base/violation';

/** A longer list of options does not help. */
const LONGEST_LIST = 400;

/** Names in errors are cut to this length: they are not known, and may be anything. */
const LONGEST_NAME = 60;

/** Where unknown options were found. */
export interface UnknownOptions {
  readonly of: OptionsName;
  /** Path of the struct from the options that were given; empty for these themselves. */
  readonly at: string;
  readonly names: readonly string[];
  /** The options that were given, in which a misplaced one may have its place. */
  readonly root: OptionsName;
  /** Whether the construct is of a class that a user derived from one of the library. */
  readonly subclass: boolean;
}

/** The error for options that the library does not have. The values of unknown options are not shown: they may be anything. */
export function unknownOptions({ of, at, names, root, subclass }: UnknownOptions): ViolationError {
  const hints = names.map(name => hintOf(name, of, at, root));
  const known = shapeOf(of).map(({ name }) => `'${name}'`).join(', ');
  const list = `The options of ${at === '' ? of : `'${at}'`} are ${known}`;
  const remedies = [
    hints.every(({ instead }) => instead) ? `Write ${hints.map(({ instead }) => instead).join(' and ')}, or leave it out` : undefined,
    hints.every(({ instead }) => instead) || list.length > LONGEST_LIST ? undefined : list,
    subclass && at === '' ? `Where it is an option of your subclass, take it out before super(...): 'const { ${names.map(shown).join(', ')}, ...rest } = props; super(scope, id, rest)'` : undefined,
  ].filter(text => text !== undefined);
  return new ViolationError({
    rule: 'options/known',
    reason: `${hints.map(({ text }) => text).join(' ')} The library would not read ${names.length === 1 ? 'it' : 'them'}`,
    remedy: remedies.join('. ') || `Look for it among the options of ${of} in API.md`,
    link: 'https://docs.datadoghq.com/containers/kubernetes/configuration/',
  });
}

interface Hint { readonly text: string; readonly instead?: string }

function hintOf(name: string, of: OptionsName, at: string, root: OptionsName): Hint {
  const path = (option: string) => at === '' ? option : `${at}.${option}`;
  const unknown = `unknown option '${path(shown(name))}'`;
  const near = nearest(name, shapeOf(of).map(option => option.name));
  if (near !== undefined) return { text: `${unknown}: did you mean '${path(near)}'?`, instead: `'${path(near)}'` };
  const elsewhere = placesOf(name, root, '').map(place => `'${place}'`);
  // A name that is everywhere, such as 'enabled', has no place of its own.
  if (elsewhere.length > 0 && elsewhere.length < 4) return { text: `${unknown}: did you mean ${elsewhere.join(' or ')}?`, instead: elsewhere.join(' or ') };
  return { text: `${unknown}.` };
}

/** Where an option of this name stands among the options that were given, not deeper than in a part of a part. */
function placesOf(name: string, of: OptionsName, at: string): string[] {
  return shapeOf(of).flatMap(option => {
    const path = at === '' ? option.name : `${at}.${option.name}`;
    const here = option.name === name ? [path] : [];
    return isStruct(option.type) && path.split('.').length < 3 ? [...here, ...placesOf(name, option.type, path)] : here;
  }).sort((a, b) => a.split('.').length - b.split('.').length);
}

/** A name as the terminal of a user may show it. */
function shown(name: string): string {
  // eslint-disable-next-line no-control-regex
  const plain = name.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, '?');
  return plain.length > LONGEST_NAME ? `${plain.slice(0, LONGEST_NAME)}...` : plain;
}
