/** What makes a text certainly invalid as YAML: the line, counted from 1, and why. */
export class YamlFault extends Error {
  constructor(readonly line: number, readonly reason: string, /** The Agent reads such a file all the same. */ readonly isRead = false) {
    super(reason);
  }
}

/** A text has a form that this reader does not know, so it says nothing about the text. */
export class YamlDoubt extends Error {}

/** A place in a text. It moves over lines as the readers go on. */
export class YamlCursor {
  row = 0;
  col = 0;
  readonly anchors = new Set<string>();

  constructor(readonly lines: readonly string[]) {}

  get line(): string {
    return this.lines[this.row] ?? '';
  }

  get rest(): string {
    return this.line.slice(this.col);
  }

  /** Spaces before the first other character of the line. */
  get indent(): number {
    return /^ */.exec(this.line)![0].length;
  }

  /** No line is left in the document. */
  get ended(): boolean {
    return this.row >= this.lines.length || /^(---|\.\.\.)(\s|$)/.test(this.line);
  }

  nextLine(): void {
    this.row += 1;
    this.col = 0;
  }

  /** Goes to the next line with more than a comment, at its first character. */
  skipEmpty(): void {
    while (this.row < this.lines.length && /^\s*(#.*)?$/.test(this.line)) this.nextLine();
    this.col = this.indent;
  }

  skipSpace(): void {
    this.col += /^[ \t]*/.exec(this.rest)![0].length;
  }

  /** Nothing but a comment is left on the line. */
  get atLineEnd(): boolean {
    return /^\s*(#.*)?$/.test(this.rest);
  }

  fault(reason: string, row = this.row): never {
    throw new YamlFault(row + 1, reason);
  }

  doubt(): never {
    throw new YamlDoubt();
  }

  /** Tags and anchors before a node. */
  skipProperties(): void {
    for (let found = property(this.rest); found; found = property(this.rest)) {
      if (found.startsWith('&')) this.anchors.add(found.slice(1));
      this.col += found.length;
      this.skipSpace();
    }
  }

  skipAlias(): void {
    const [name] = /^[^\s,[\]{}]*/.exec(this.line.slice(this.col + 1))!;
    if (name === '') this.fault("begins a value with '*', which YAML takes only in quotes");
    if (!this.anchors.has(name)) this.fault("begins a value with '*', which names an anchor, and the file has no such anchor: a text with '*' stands in quotes");
    this.col += name.length + 1;
  }
}

function property(text: string): string | undefined {
  return /^(&[^\s,[\]{}]+|!(<[^>\s]*>|[^\s,[\]{}]*))(?=\s|$)/.exec(text)?.[0];
}
