import { isAtLeast } from '../base/versions';
import { ViolationError } from '../base/violation';
import { AGENT_FEATURES } from '../facts/agent-versions';

/** An exact release of the Agent that this library can write manifests for. */
export function requireAgentVersion(version: string): string {
  const fact = AGENT_FEATURES.leaseLeaderElection;
  const link = 'https://github.com/DataDog/datadog-agent/releases';
  if (!/^\d+\.\d+\.\d+(-[a-z0-9.-]+)?$/.test(version)) {
    throw new ViolationError({
      rule: 'agent/version-is-exact',
      reason: `'${version}' is no exact release of the Agent, so what the manifests must say cannot be known`,
      remedy: "Write major, minor and patch, for example '7.81.1'",
      link,
    });
  }
  if (!isAtLeast(version, fact.since)) {
    throw new ViolationError({
      rule: 'agent/version-is-supported',
      reason: `the Agent ${version} has no ${fact.name}, which came with ${fact.since}`,
      remedy: `Use ${fact.since}.0 or newer`,
      link,
    });
  }
  return version;
}
