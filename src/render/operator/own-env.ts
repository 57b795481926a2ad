import type { EnvVar } from 'kubernetes-types/core/v1';
import { OPERATOR_ENV, OPERATOR_FIXED_ENV, OperatorContainer } from '../../facts/operator-env';
import { operatorEnv } from '../../features/deliveries';
import { OperatorFeatures } from '../../features/feature';

/**
 * Of the env vars that the plain manifests give a container those that it would not have from the Operator, or with another value. The Operator
 * writes an env var only for enabled features; otherwise the Agent's default applies.
 */
export function ownEnv(container: OperatorContainer, plain: readonly EnvVar[], features: OperatorFeatures): EnvVar[] {
  const ofFeatures = operatorEnv(container);
  const inAnyCase: readonly string[] = OPERATOR_ENV[container].names;
  return plain.filter(({ name, value }) => {
    const written = ofFeatures[name];
    if (inAnyCase.includes(name) || written === true) return false;
    if (OPERATOR_FIXED_ENV.container === container && OPERATOR_FIXED_ENV.name === name) return value !== OPERATOR_FIXED_ENV.value;
    return value !== String(written?.(features) || undefined);
  });
}
