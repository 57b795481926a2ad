import { ImmediateRuleId } from './immediate-rules';

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

/** The text of a violation; the caller says where. */
export function describeViolation(violation: Violation): string {
  return `${violation.rule}: ${violation.reason}. ${violation.remedy}. See ${violation.link}`;
}

/** Thrown where nobody can still change what is wrong. */
export class ViolationError extends Error {
  constructor(public readonly violation: Violation, where?: string) {
    super(`${where ? `[${where}] ` : ''}${describeViolation(violation)}`);
    this.name = 'ViolationError';
  }
}
