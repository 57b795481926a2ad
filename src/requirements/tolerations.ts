import { isLabelValue } from './label-value';
import { isMap } from '../base/is-map';
import { ViolationError } from '../base/violation';
import { TAINTS } from '../facts/taints';

/** The last two are of Kubernetes 1.35 and newer, where its administrator turned them on. */
const OPERATORS: readonly unknown[] = ['Equal', 'Exists', 'Lt', 'Gt', '', undefined];
const LABEL_NAME = /^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const EFFECTS: readonly unknown[] = ['NoSchedule', 'PreferNoSchedule', 'NoExecute', '', undefined];

/** Tolerations that the API server takes. `name` says of whose pods. */
export function requireTolerations<T extends readonly any[]>(name: string, tolerations: T): T {
  for (const toleration of tolerations) {
    const fault = isMap(toleration)
      ? faultOf(Object.fromEntries(Object.entries(toleration).map(([key, value]) => [key, value ?? undefined])))
      : 'a toleration is an object';
    if (fault === undefined) continue;
    throw new ViolationError({
      rule: 'kubernetes/tolerations',
      reason: `'tolerations' of ${name} has ${JSON.stringify(toleration)}, and ${fault}`,
      remedy: "Write for example { key: 'dedicated', operator: 'Equal', value: 'datadog', effect: 'NoSchedule' }, or { operator: 'Exists' } for every taint",
      link: TAINTS.source,
    });
  }
  return tolerations;
}

function faultOf({ key, operator, value, effect, tolerationSeconds }: { readonly [field: string]: unknown }): string | undefined {
  if (!OPERATORS.includes(operator)) return "Kubernetes takes the operators 'Equal' and 'Exists'";
  if (!EFFECTS.includes(effect)) return "Kubernetes takes the effects 'NoSchedule', 'PreferNoSchedule' and 'NoExecute', or none for all";
  if (key && !(typeof key === 'string' && LABEL_NAME.test(key))) return 'its key is none that a taint can have';
  if (!key && operator !== 'Exists') return "without a key it is for every taint, which takes the operator 'Exists'";
  if (operator === 'Exists' && value) return "with the operator 'Exists' there is no value";
  if (value !== undefined && !(typeof value === 'string' && isLabelValue(value))) return 'its value is none that a taint can have';
  if (tolerationSeconds !== undefined && !Number.isInteger(tolerationSeconds)) return "its 'tolerationSeconds' is not a whole number";
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') return "'tolerationSeconds' is for the effect 'NoExecute' alone";
  return undefined;
}
