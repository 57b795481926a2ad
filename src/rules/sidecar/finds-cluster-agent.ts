import type { Container } from 'kubernetes-types/core/v1';
import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { PAGES } from '../../facts/pages';
import { envOf, envValue, fargateAgents, literalEnv } from '../../manifest/containers';
import { namespaceOf } from '../../manifest/manifest';
import { LocatedPods, ManifestSet } from '../../manifest/manifest-set';
import { Rule } from '../rule';

export const findsClusterAgent: Rule = {
  id: 'sidecar/finds-cluster-agent',
  severity: 'error',
  title: 'An Agent that talks to the Cluster Agent has its URL, or its Service in the same namespace.',
  link: PAGES.clusterAgentEndpoint.source,
  check: ({ manifests, complete }) => !complete ? [] : manifests.sidecars.flatMap(at => fargateAgents(at.pod)
    .filter(agent => envValue(agent, 'DD_CLUSTER_AGENT_ENABLED') === 'true' && !envOf(agent, 'DD_CLUSTER_AGENT_URL'))
    .flatMap(agent => {
      const cause = noServiceVariables(manifests, at, agent);
      return cause === undefined ? [] : [{
        at,
        reason: `the container '${agent.name}' has DD_CLUSTER_AGENT_ENABLED and no DD_CLUSTER_AGENT_URL, and ${cause}: it finds no address of the Cluster Agent`,
        remedy: `Set DD_CLUSTER_AGENT_URL to https://<service>.<namespace>.svc.cluster.local:${CLUSTER_AGENT.port}, as datadog.instrument(...) does`,
      }];
    })),
};

/** Without a URL the Agent reads what Kubernetes puts into a pod for each Service of its namespace. */
function noServiceVariables(manifests: ManifestSet, { manifest, pod }: LocatedPods, agent: Container): string | undefined {
  const service = literalEnv(agent, 'DD_CLUSTER_AGENT_KUBERNETES_SERVICE_NAME') ?? CLUSTER_AGENT.name;
  const host = `${service.toUpperCase().replaceAll('-', '_')}_SERVICE_HOST`;
  if (envOf(agent, host)) return undefined;
  if (pod.enableServiceLinks === false) return `'enableServiceLinks' is false, so there is no ${host}`;
  const found = manifests.find('Service', namespaceOf(manifest), service);
  return found && found.spec?.clusterIP !== 'None'
    ? undefined
    : `the namespace '${namespaceOf(manifest)}' has no Service '${service}' with an address, so there is no ${host}`;
}
