import { IMAGE_VARIANTS } from '../facts/agent-images';

/** Tag of the Cluster Agent's image for a tag of the Agent's: the same release, without what only the Agent's image comes with. */
export function clusterAgentVersionOf(agentVersion: string): string {
  const suffixes: { readonly [suffix: string]: string } = IMAGE_VARIANTS.clusterAgentSuffixes;
  const [suffix] = Object.keys(suffixes).filter(known => agentVersion.endsWith(known)).sort((a, b) => b.length - a.length);
  return suffix === undefined ? agentVersion : agentVersion.slice(0, -suffix.length) + suffixes[suffix];
}
