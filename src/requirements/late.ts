/** True for a value of cdk8s that is made when the app is synthesized, and can be read only then. */
export function isLate(value: unknown): boolean {
  return typeof (value as { produce?: unknown } | undefined | null)?.produce === 'function';
}
