import { withoutUserSecrets } from './printable';
import { isAtLeast } from '../base/versions';
import { ViolationError } from '../base/violation';
import { CLUSTER_NAMES } from '../facts/cluster-names';

/** Why the Agent would ignore the name, or undefined where it takes it. */
export function clusterNameFault(name: string, agentVersion: string): string | undefined {
  const fact = CLUSTER_NAMES.find(f => isAtLeast(agentVersion, f.since))!;
  if (name.length > fact.maxLength) return `the cluster name '${name}' has ${name.length} characters, and the Agent ignores one of more than ${fact.maxLength}`;
  if (!fact.pattern.test(name)) return `the Agent ${agentVersion} ignores the cluster name '${name}': it takes ${fact.inWords}`;
  return undefined;
}

export function clusterNameRemedy(name: string): string {
  return `Write the name in that form, for example '${suggestName(name)}'`;
}

export const CLUSTER_NAME_LINK = 'https://docs.datadoghq.com/containers/cluster_agent/setup/#cluster-name';

export function requireClusterName(name: string, agentVersion: string): string {
  const reason = clusterNameFault(name, agentVersion);
  if (reason) {
    throw new ViolationError({
      rule: 'cluster/name-is-valid',
      reason,
      remedy: clusterNameRemedy(name),
      link: CLUSTER_NAME_LINK,
    });
  }
  return name;
}

function suggestName(name: string): string {
  // What is made of a secret would show it in another form.
  if (withoutUserSecrets(name) !== name) return 'prod-tokyo';
  const plain = name.toLowerCase().replace(/[^a-z0-9.-]+/g, '-').replace(/(^|\.)[^a-z]+/g, '$1').replace(/[^a-z0-9]+($|\.)/g, '$1').slice(0, 80);
  return /^[a-z][a-z0-9.-]*[a-z0-9]$/.test(plain) && !plain.includes('..') ? plain : 'prod-tokyo';
}
