import { PAGES } from '../../facts/pages';
import { fargateAgents } from '../../manifest/containers';
import { Rule } from '../rule';
import { quoted } from '../words';

export const injectedOnce: Rule = {
  id: 'sidecar/injected-once',
  severity: 'error',
  title: 'A pod has one Fargate Agent and no second.',
  link: PAGES.fargateSidecar.source,
  check: ({ manifests }) => manifests.sidecars.flatMap(at => {
    const agents = fargateAgents(at.pod);
    return agents.length === 1 ? [] : [{
      at,
      reason: `the pod has ${agents.length} Agents, the containers ${quoted(agents.map(a => a.name))}, which take each other's ports and send everything more than once`,
      remedy: 'Keep one: remove those that are written by hand, or leave the workload out of datadog.instrument(...)',
    }];
  }),
};
