import { isAtLeast } from '../base/versions';
import { ViolationError } from '../base/violation';
import { AgentFeatureFact } from '../facts/agent-versions';

/** Something that the Agent of this release can do. */
export function requireAgentFeature(agentVersion: string, fact: AgentFeatureFact): void {
  if (isAtLeast(agentVersion, fact.since)) return;
  throw new ViolationError({
    rule: 'agent/has-feature',
    reason: `the Agent ${agentVersion} has no ${fact.name}, which came with ${fact.since}`,
    remedy: `Set 'agentVersion' to ${fact.since}.0 or newer, or leave that out`,
    link: 'https://github.com/DataDog/datadog-agent/releases',
  });
}
