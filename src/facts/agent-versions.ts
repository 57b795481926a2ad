import { Fact } from './fact';

/** A capability of the Agent, by the first release that has it. */
export interface AgentFeatureFact extends Fact {
  readonly name: string;
  /** major.minor */
  readonly since: string;
}

export const AGENT_FEATURES = {
  oneVersionForBoth: {
    name: 'one version number for the Agent and the Cluster Agent',
    since: '7.39',
    source: 'https://github.com/DataDog/datadog-agent/releases',
    checkedOn: '2026-09-20',
  },
  leaseLeaderElection: {
    name: 'leader election by a Lease',
    since: '7.47',
    source: 'datadog-agent 7.47, CHANGELOG-DCA.rst',
    checkedOn: '2026-09-20',
  },
  kubeletLogs: {
    name: 'log collection through the kubelet API',
    since: '7.71',
    source: 'https://docs.datadoghq.com/integrations/eks_fargate/#log-collection',
    checkedOn: '2026-11-21',
  },
} satisfies Record<string, AgentFeatureFact>;
