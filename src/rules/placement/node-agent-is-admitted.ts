import { POD_SECURITY } from '../../facts/node-connection';
import { namespaceOf } from '../../manifest/manifest';
import { nodeAgents } from '../../manifest/node-agents';
import { objectsIn } from '../../manifest/objects-in';
import { Rule } from '../rule';

const { enforceLabel, withoutHostPath, source } = POD_SECURITY;

export const nodeAgentIsAdmitted: Rule = {
  id: 'placement/node-agent-is-admitted',
  severity: 'error',
  title: 'The namespace of the node Agents enforces no Pod Security level at which the API server refuses their pods.',
  link: source,
  check: ({ manifests }) => nodeAgents(manifests)
    .filter(({ pod }) => objectsIn(pod.volumes).some(v => v.hostPath))
    .flatMap(at => {
      const namespace = namespaceOf(at.manifest);
      // A chart gives its own namespace to every object, also to those that are outside all of them.
      const level = manifests.ofKind('Namespace').filter(({ manifest }) => manifest.metadata?.name === namespace)
        .map(({ manifest }) => manifest.metadata?.labels?.[enforceLabel])
        .find(enforced => (withoutHostPath as readonly unknown[]).includes(enforced));
      return level === undefined ? [] : [{
        at,
        reason: `the Namespace '${namespace}' enforces the Pod Security level '${level}', at which no pod mounts folders of its node, so none of its pods is made`,
        remedy: `Set the label '${enforceLabel}' of that Namespace to 'privileged', or move the Agents to a namespace of their own, by 'namespace' of DatadogChart`,
      }];
    }),
};
