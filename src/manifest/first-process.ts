import type { Container, Lifecycle, Probe } from 'kubernetes-types/core/v1';
import { INIT_PROGRAMS, S6_IMAGES } from '../facts/shared-processes';

/** A signal to process 1, by `kill` with or without an option for the signal. `kill 10` and `kill -1` are something else. */
const SIGNAL = /\bkill(\s+(-s\s*|--signal[ =])\w+|\s+-n\s*\d+|\s+-[A-Za-z0-9]+)?(\s+--)?\s+["']?1["']?(?![\w.])/;
/** The files of process 1, such as its output, and programs that enter its namespaces. */
const FILES = /\/proc\/1(\/|\b(?![\w.]))/;
/** Programs that look at the process of the number. */
const TOOLS = /\b(jcmd|jstack|jmap|jinfo)(\s+-\S+)*\s+1(?![\w.])|\s--pid[ =]1(?!\w)|\b(gdb|strace|py-spy|ps)\b[^;&|]*\s-p\s*1(?!\w)/;
const ENTER = /\bnsenter\b.*\s(-t\s*|--target[ =])1(?!\w)/;

/** How the container counts on being process 1 of its own, as the beginning of a sentence; undefined where the manifest shows nothing of it. */
export function countsOnFirstProcess(container: Container): string | undefined {
  const { image, command, args, lifecycle } = container;
  const program: unknown = texts(command)[0];
  if (typeof program === 'string' && INIT_PROGRAMS.commands.includes(program)) return `its command is ${program}`;
  if (texts(command).length === 0 && typeof image === 'string' && S6_IMAGES.prefixes.some(prefix => image.startsWith(prefix))) {
    return 'its image starts s6-overlay';
  }
  const places: ReadonlyArray<readonly [string, readonly string[]]> = [
    ['its command', [...texts(command), ...texts(args)]],
    ['its preStop hook', hook(lifecycle, 'preStop')],
    ['its postStart hook', hook(lifecycle, 'postStart')],
    ...(['livenessProbe', 'readinessProbe', 'startupProbe'] as const).map(name => [`its ${name}`, probe(container[name])] as const),
  ];
  for (const [place, words] of places) {
    const text = words.join(' ');
    if (SIGNAL.test(text)) return `${place} sends a signal to process 1`;
    if (FILES.test(text)) return `${place} opens files of process 1 in /proc/1`;
    if (TOOLS.test(text)) return `${place} names process 1 to a program`;
    if (ENTER.test(text)) return `${place} enters the namespaces of process 1`;
  }
  return undefined;
}

function hook(lifecycle: Lifecycle | undefined, name: 'preStop' | 'postStart'): string[] {
  return texts(lifecycle?.[name]?.exec?.command);
}

function probe(given: Probe | undefined): string[] {
  return texts(given?.exec?.command);
}

function texts(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((item): item is string => typeof item === 'string') : [];
}
