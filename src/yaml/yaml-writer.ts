/** Writes one document as YAML, ended by a line feed. */
export type WriteDocument = (document: unknown) => string;

/** How a text is written behind a key or a dash: on one line, or as lines that follow the indentation of the entry. */
type Written = string | readonly string[];

/** Nested deeper than any manifest; deeper documents are left to the authority before they exhaust the stack. */
const DEEPEST = 200;

/** Longer texts are seldom repeated, so they are not kept. */
const LONGEST_KEPT = 4096;

/** Characters of all kept texts together, so that they take at most some 32 MB. */
const MOST_KEPT = 16 * 1024 * 1024;

/** Thrown inside of this file alone: the document has something that only the authority can write. */
const UNUSUAL = Symbol('unusual');

/** What the library's `yaml` writes in different ways at different depths. */
const DOCUMENT_MARKER = /^(?:%|---|\.\.\.)/m;

/**
 * Writes documents with exactly the bytes of another writer, the authority, in a fraction of its time.
 *
 * The authority decides how each distinct text, number and key is written, once; only the block structure is written here. A document
 * with anything unusual goes to the authority whole: one object in two places (which YAML writes as an alias), keys that need a
 * question mark, undefined, big integers, dates, instances of classes. See docs/decisions/0017-yaml-writer.md.
 */
export class YamlWriter {
  /** Documents that were written here. */
  public served = 0;
  /** Documents that were left to the authority. */
  public left = 0;

  private readonly texts = { entry: new Map<string, Written>(), item: new Map<string, Written>() };
  private readonly keys = new Map<string, string>();
  private readonly numbers = new Map<number, string>();
  private readonly seen = new Set<object>();
  private kept = 0;

  constructor(private readonly authority: WriteDocument, private readonly mostKept = MOST_KEPT) {}

  public write(document: unknown): string {
    try {
      if (!isCollection(document) || isEmpty(document)) throw UNUSUAL;
      const text = this.block(document, '', 0);
      this.served++;
      return text;
    } catch (error) {
      if (error !== UNUSUAL) throw error;
      this.left++;
      return this.authority(document);
    } finally {
      this.seen.clear();
    }
  }

  /** The lines of a list or of an object; the first one is not indented, because it may follow a dash. */
  private block(collection: object, indent: string, depth: number): string {
    if (depth > DEEPEST || this.seen.has(collection)) throw UNUSUAL;
    this.seen.add(collection);
    const inner = `${indent}  `;
    let text = '';
    if (Array.isArray(collection)) {
      for (let i = 0; i < collection.length; i++) {
        const item: unknown = collection[i];
        text += i === 0 ? '- ' : `${indent}- `;
        text += isCollection(item) && !isEmpty(item) ? this.block(item, inner, depth + 1) : `${this.scalar(item, 'item', inner)}\n`;
      }
      return text;
    }
    let lead = '';
    for (const key of Object.keys(collection)) {
      const value: unknown = (collection as Record<string, unknown>)[key];
      text += `${lead}${this.key(key)}:`;
      text += isCollection(value) && !isEmpty(value)
        ? `\n${inner}${this.block(value, inner, depth + 1)}`
        : ` ${this.scalar(value, 'entry', inner)}\n`;
      lead = indent;
    }
    return text;
  }

  private scalar(value: unknown, place: 'entry' | 'item', indent: string): string {
    switch (typeof value) {
      case 'string': return this.text(value, place, indent);
      case 'boolean': return value ? 'true' : 'false';
      case 'number': return this.number(value);
      case 'object': return value === null ? 'null' : this.empty(value);
      default: throw UNUSUAL;
    }
  }

  private empty(collection: object): string {
    if (this.seen.has(collection)) throw UNUSUAL;
    this.seen.add(collection);
    return Array.isArray(collection) ? '[]' : '{}';
  }

  private text(text: string, place: 'entry' | 'item', indent: string): string {
    const known = this.texts[place].get(text);
    const written = known ?? this.ask(text, place);
    if (known === undefined) this.keep(this.texts[place], text, written);
    if (typeof written === 'string') return written;
    // Blank lines have no indentation, and the others have that of an entry at the top.
    return written.map((line, i) => i === 0 || line === '' ? line : indent + line.slice(2)).join('\n');
  }

  private ask(text: string, place: 'entry' | 'item'): Written {
    const lines = this.authority(place === 'entry' ? { k: text } : [text]).split('\n');
    // The document ends with a line feed, which is that of the entry.
    lines.pop();
    lines[0] = lines[0].slice(place === 'entry' ? 'k: '.length : '- '.length);
    return lines.length === 1 ? lines[0] : lines;
  }

  private key(key: string): string {
    const known = this.keys.get(key);
    if (known !== undefined) return known;
    if (DOCUMENT_MARKER.test(key)) throw UNUSUAL;
    const written = this.authority({ [key]: 0 });
    const end = written.length - ': 0\n'.length;
    if (written.indexOf('\n') !== written.length - 1 || written.slice(end) !== ': 0\n') throw UNUSUAL;
    this.keep(this.keys, key, written.slice(0, end));
    return written.slice(0, end);
  }

  private number(value: number): string {
    // A map takes -0 and 0 for the same key.
    const known = value === 0 ? undefined : this.numbers.get(value);
    if (known !== undefined) return known;
    const written = this.authority([value]).slice('- '.length, -1);
    if (this.numbers.size < LONGEST_KEPT) this.numbers.set(value, written);
    return written;
  }

  private keep<T extends Written>(map: Map<string, T>, text: string, written: T): void {
    if (text.length > LONGEST_KEPT) return;
    this.kept += text.length;
    if (this.kept > this.mostKept) {
      for (const kept of [this.texts.entry, this.texts.item, this.keys]) kept.clear();
      this.kept = text.length;
    }
    map.set(text, written);
  }
}

/** A list or an object as JSON has them. What is neither plain nor a scalar is for the authority. */
function isCollection(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') throw UNUSUAL;
  if (Array.isArray(value)) return true;
  // Objects of another realm have another Object.prototype, which has no prototype either.
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) throw UNUSUAL;
  if (Symbol.iterator in value) throw UNUSUAL;
  return true;
}

function isEmpty(collection: object): boolean {
  return Array.isArray(collection) ? collection.length === 0 : Object.keys(collection).length === 0;
}
