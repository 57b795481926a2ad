import { ViolationError } from '../base/violation';
import { HOST_FEATURES, HostFeatureFact } from '../facts/host-features';

/** Values that the Agent takes for yes. */
const YES = /^(true|t|1)$/i;

/** Features that look into the kernel of the host and are on, for an Agent with these env vars. */
export function hostFeatures(env: (name: string) => string | undefined): HostFeatureFact[] {
  const isOn = (name: string | undefined) => name !== undefined && YES.test(env(name) ?? '');
  return HOST_FEATURES.filter(feature => isOn(feature.env) && !isOn(feature.without));
}

/** Why such a feature is nothing for a Fargate pod, and what to write instead. */
export function hostFeatureFault({ name, env, without }: HostFeatureFact): { readonly reason: string; readonly remedy: string } {
  return {
    reason: `${env} turns on ${name}, which needs the kernel of the host, and Fargate gives no access to that`,
    remedy: `Remove ${env}${without ? `, or set ${without} to 'true' beside it` : ''}`,
  };
}

/** Env vars of a Fargate sidecar: nothing that needs the host. */
export function requireNoHostFeatures<T extends { readonly [name: string]: string }>(env: T): T {
  const [feature] = hostFeatures(name => Object.hasOwn(env, name) ? env[name] : undefined);
  if (feature) throw new ViolationError({ rule: 'fargate/no-host-features', ...hostFeatureFault(feature), link: feature.source });
  return env;
}
