/** A configuration of Fluent Bit in its classic form, taken apart. */
export interface FluentBitConf {
  readonly sections: readonly FluentBitSection[];
  /** What is no part of the form, or not as AWS wants it, as clauses. */
  readonly faults: readonly string[];
}

export interface FluentBitSection {
  readonly name: string;
  readonly entries: readonly FluentBitEntry[];
}

export interface FluentBitEntry {
  readonly key: string;
  readonly value: string;
}

const NOTHING = /^\s*(#.*)?$/;
const SECTION = /^([ \t]*)\[([A-Za-z_]+)\][ \t]*$/;
const ENTRY = /^([ \t]*)([^\s[#@]\S*)(?:[ \t]+(\S.*?))?[ \t]*$/;

/**
 * Takes a file apart by the rules that AWS and Fluent Bit write down, and is as strict as they are together:
 *
 *     file    = { nothing | section }
 *     section = indent "[" name "]" { nothing | entry }     at least one entry
 *     entry   = deeper key blanks value                     value to the end of the line
 *     nothing = blank line | comment on a line of its own
 *
 * where `indent` is the same for every section of the file, and `deeper` is the same for every entry and longer.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-logging.html#fargate-logging-log-router-configuration
 * @see https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/classic-mode/format-schema
 */
export function parseFluentBitConf(text: string): FluentBitConf {
  const sections: Array<{ name: string; line: number; entries: FluentBitEntry[] }> = [];
  const faults: string[] = [];
  const indents = { section: undefined as string | undefined, entry: undefined as string | undefined };
  const indent = (kind: 'section' | 'entry', found: string, line: number) => {
    indents[kind] ??= found;
    if (found !== indents[kind]) faults.push(`line ${line} is indented otherwise than the first ${kind}`);
  };

  text.split(/\r?\n/).forEach((content, at) => {
    const line = at + 1;
    if (NOTHING.test(content)) return;
    const section = SECTION.exec(content);
    if (section) {
      indent('section', section[1], line);
      sections.push({ name: section[2], line, entries: [] });
      return;
    }
    const entry = ENTRY.exec(content);
    if (!entry) {
      faults.push(`line ${line} is neither a section nor a key with a value`);
    } else if (sections.length === 0) {
      faults.push(`line ${line} stands before the first section`);
    } else if (entry[3] === undefined) {
      faults.push(`the key '${entry[2]}' in line ${line} has no value`);
    } else {
      indent('entry', entry[1], line);
      sections.at(-1)!.entries.push({ key: entry[2], value: entry[3] });
    }
  });

  const { section = '', entry } = indents;
  if (entry !== undefined && !(entry.startsWith(section) && entry.length > section.length)) faults.push('keys are not indented more than their sections');
  faults.push(...sections.filter(({ entries }) => entries.length === 0).map(({ name, line }) => `the section ${name} in line ${line} is empty`));
  return { sections: sections.map(({ name, entries }) => ({ name, entries })), faults };
}
