import { AGENT_VERSION } from '../../facts/agent-images';
import { allContainers, literalEnv } from '../../manifest/containers';
import { CLUSTER_NAME_LINK, clusterNameFault, clusterNameRemedy } from '../../requirements/cluster-name';
import { Rule } from '../rule';

export const nameIsValid: Rule = {
  id: 'cluster/name-is-valid',
  severity: 'error',
  title: 'The cluster name has the form that the Agents take; any other they ignore without a word.',
  link: CLUSTER_NAME_LINK,
  check: ({ manifests, agentVersion = AGENT_VERSION.value }) => {
    // Thousands of containers have one and the same name.
    const faults = new Map<string, string | undefined>();
    return manifests.pods.flatMap(at => {
      const names = new Set(allContainers(at.pod).flatMap(container => literalEnv(container, 'DD_CLUSTER_NAME') ?? []));
      return [...names].flatMap(name => {
        if (!faults.has(name)) faults.set(name, clusterNameFault(name, agentVersion));
        const fault = faults.get(name);
        return fault ? [{ at, reason: `DD_CLUSTER_NAME: ${fault}`, remedy: clusterNameRemedy(name) }] : [];
      });
    });
  },
};
