import { PAGES } from '../../facts/pages';
import { fargateAgents, literalEnv } from '../../manifest/containers';
import { Rule } from '../rule';

export const clusterAgentUrlIsHttps: Rule = {
  id: 'sidecar/cluster-agent-url-is-https',
  severity: 'error',
  title: 'The URL of the Cluster Agent begins with https; the Agent refuses any other.',
  link: PAGES.clusterAgentEndpoint.source,
  check: ({ manifests }) => manifests.sidecars.flatMap(at => fargateAgents(at.pod).flatMap(agent => {
    const url = literalEnv(agent, 'DD_CLUSTER_AGENT_URL');
    // The Agent puts https:// before an address that names no scheme.
    return !url?.includes('://') || url.startsWith('https://') ? [] : [{
      at,
      reason: `DD_CLUSTER_AGENT_URL of the container '${agent.name}' is '${url}', and the Agent refuses any scheme but https`,
      remedy: `Write '${url.replace(/^.*?:\/\//, 'https://')}'`,
    }];
  })),
};
