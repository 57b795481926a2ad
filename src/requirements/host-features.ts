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

/** Names of features that node Agents do by their system-probe. */
const ON_NODES = {
  networkMonitoring: 'Cloud Network Monitoring',
  universalServiceMonitoring: 'Universal Service Monitoring',
  serviceDiscovery: 'service discovery',
} as const;

/** Agents on nodes, for a feature that looks into the kernel of its host. `platform` is the platform's name. */
export function requireNodeAgentsFor(option: keyof typeof ON_NODES, nodeAgents: boolean, platform: string): void {
  if (nodeAgents) return;
  throw new ViolationError({
    rule: 'fargate/no-host-features',
    reason: `${ON_NODES[option]} is done by the system-probe of node Agents, which looks into the kernel of their host, and on ${platform} there are no node Agents here`,
    remedy: `Leave features.${option} out, or use nodes of your own with an Agent on each: Platform.eks(...) where they are EC2 instances, and 'nodeAgent' not turned off`,
    link: HOST_FEATURES[0].source,
  });
}
