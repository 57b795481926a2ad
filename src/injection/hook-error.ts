import { IConstruct } from 'constructs';
import { shortPath } from './named-construct';
import { Violation } from '../base/violation';
import { Finding } from '../rules/rule';

/** What stops a synthesis, and the construct that the error message names. */
export interface HookError {
  readonly at: IConstruct;
  readonly finding: Finding;
}

/** An error at a construct. `object` is kind, namespace and name of the object in question, where there is one. */
export function errorAt(at: IConstruct, violation: Violation, object?: string): HookError {
  return { at, finding: { ...violation, severity: 'error', path: shortPath(at), ...object !== undefined && { object } } };
}
