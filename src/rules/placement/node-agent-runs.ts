import { PAGES } from '../../facts/pages';
import { connectedToNodeAgents, nodeAgents } from '../../manifest/node-agents';
import { isOnFargate } from '../fargate-pods';
import { Rule } from '../rule';

export const nodeAgentRuns: Rule = {
  id: 'placement/node-agent-runs',
  severity: 'warning',
  title: 'Where pods send to the Agent of their node, there is one.',
  link: PAGES.nodeConnection.source,
  check: context => {
    const { manifests, platform, complete } = context;
    if (!complete || !platform?.nodes || nodeAgents(manifests).length > 0) return [];
    const connected = connectedToNodeAgents(manifests).filter(at => !isOnFargate(at, context));
    // One finding, for one DaemonSet is missing; it may come from elsewhere.
    return connected.slice(0, 1).map(at => ({
      at,
      reason: `its pods${connected.length > 1 ? `, and those of ${connected.length - 1} more workloads,` : ''} send to the Agent of their node, and no DaemonSet of the app runs one`,
      remedy: "Leave 'nodeAgent' of DatadogChart on; where somebody else installs it, accept this with Findings.acknowledge(...)",
    }));
  },
};
