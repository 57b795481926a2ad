import { ImmediateRuleId } from './immediate-rules';
import { oneLine } from './one-line';

/** One thing that would not work on the cluster, and what to write instead. */
export interface Violation {
  /** Id of the rule; what holds stands in `immediate-rules.ts`. */
  readonly rule: ImmediateRuleId;
  /** What is wrong and why, as a sentence without its full stop. */
  readonly reason: string;
  /** What to write instead, as a sentence without its full stop. */
  readonly remedy: string;
  /** Page that the rule rests on. */
  readonly link: string;
}

/** The text of a violation as one line of a list. The caller says where. */
export function describeViolation(violation: Violation): string {
  return sentencesOf(violation).join(' ');
}

/** What and why, what to write instead, and where to read more. */
function sentencesOf({ rule, reason, remedy, link }: Violation): string[] {
  return [`${rule}: ${reason}.`, `${remedy}.`, `See ${link}`].map(oneLine);
}

/** Thrown as soon as an option or an argument cannot work. */
export class ViolationError extends Error {
  static {
    // On the prototype: Node.js prints the own properties of an error after its stack, and the message has it all.
    Object.defineProperty(this.prototype, 'name', { value: 'ViolationError', configurable: true, writable: true });
  }

  /** What is wrong, in parts. */
  public readonly violation!: Violation;

  #place: Place;

  /** @param path of the construct that it is about, where that is not the one whose constructor or method fails */
  constructor(violation: Violation, path?: string) {
    super(textOf(violation, { path }));
    Object.defineProperty(this, 'violation', { value: violation, enumerable: false });
    this.#place = { path };
  }

  /**
   * Says where it happened. The first construct stays, because it is the nearest to what is wrong; of functions, the last one stays,
   * because it is the one that the user called.
   *
   * @param hide takes out of a text what must not be shown
   */
  public leave(place: Place, hide: (text: string) => string): void {
    if (!this.#place.path) this.#place = place;
    this.message = hide(textOf(this.violation, this.#place));
  }
}

function textOf(violation: Violation, { path, call }: Place): string {
  return `${path ? `[${oneLine(path)}] ` : ''}${call ? `${call}: ` : ''}${sentencesOf(violation).join('\n  ')}`;
}

/** A construct by its path, a function as it is called, or both. */
export interface Place {
  readonly path?: string;
  readonly call?: string;
}
