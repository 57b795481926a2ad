import { ViolationError } from '../../src/base/violation';

/** The violation that the work throws. */
export function violationOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof ViolationError) return error.violation;
    throw error;
  }
  throw new Error('nothing was violated');
}
