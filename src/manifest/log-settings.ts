import { AutodiscoveryAnnotation } from './autodiscovery';
import { isObject } from './objects-in';
import { AUTODISCOVERY } from '../facts/autodiscovery';

/** The annotations that say how to collect logs: the one for logs, and checks that bring logs with them. */
export function logSettings(annotations: readonly AutodiscoveryAnnotation[]): AutodiscoveryAnnotation[] {
  return annotations.filter(({ field, value }) => field === AUTODISCOVERY.logs
    ? !isEmptyList(value)
    : field === AUTODISCOVERY.checks && checkHasLogs(value));
}

/** The text of a check file, in JSON or YAML, has a part for logs. */
export function fileHasLogs(text: string): boolean {
  return /^\s*"?logs"?\s*:(?!\s*\[\s*\])/m.test(text) || /[{,]\s*"logs"\s*:\s*\[\s*[^\]\s]/.test(text);
}

function isEmptyList(value: string): boolean {
  return /^\s*(\[\s*\])?\s*$/.test(value);
}

function checkHasLogs(value: string): boolean {
  try {
    const checks: unknown = JSON.parse(value);
    return isObject(checks) && Object.values(checks).some((check: unknown) => isObject(check) && Array.isArray((check as { logs?: unknown }).logs)
      && (check as { logs: unknown[] }).logs.length > 0);
  } catch {
    return false;
  }
}
