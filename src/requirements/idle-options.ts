import { Violation, ViolationError } from '../base/violation';

/** Options that could do nothing where they stand. */
export interface IdleOptions {
  /** By path, as the user writes it. What is undefined was not given. */
  readonly options: { readonly [path: string]: unknown };
  /** Why they have no effect, as a clause. */
  readonly because: string;
  /** What to write instead, as a sentence without its full stop. */
  readonly instead: string;
  /** Page that says so. */
  readonly link: string;
}

/** Nothing that a user writes is ignored: what has no effect is refused with the reason. Null and undefined were not written. */
export function refuseIdle(idle: IdleOptions): void {
  const violation = idleOptions(idle);
  if (violation) throw new ViolationError(violation);
}

/** A construct is on because it was created. Only the option of a chart that creates it can switch it off. */
export function refuseOff(construct: string, { enabled }: { readonly enabled?: boolean }, part: string): void {
  refuseIdle({
    options: { enabled: enabled === false ? false : undefined },
    because: `creating the ${construct} switches it on`,
    instead: `Do not create the ${construct}. 'enabled: false' is for '${part}' of a DatadogChart`,
    link: 'https://docs.datadoghq.com/containers/kubernetes/installation/',
  });
}

/** What 'refuseIdle' refuses, for what is known only when the app is synthesized; undefined where nothing was written. */
export function idleOptions({ options, because, instead, link }: IdleOptions): Violation | undefined {
  const given = Object.entries(options).filter(([, value]) => value !== undefined && value !== null).map(([path]) => `'${path}'`);
  if (given.length === 0) return undefined;
  const names = given.length === 1 ? given[0] : `${given.slice(0, -1).join(', ')} and ${given.at(-1)}`;
  return {
    rule: 'options/have-an-effect',
    reason: `${names} ${given.length === 1 ? 'has' : 'have'} no effect: ${because}`,
    remedy: instead,
    link,
  };
}
