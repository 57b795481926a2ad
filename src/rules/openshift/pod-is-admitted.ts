import { COMPONENT_LABEL } from '../../facts/cluster-agent';
import { RESTRICTED_SCC, SECURITY_CONTEXT_CONSTRAINTS } from '../../facts/openshift';
import { namespaceOf } from '../../manifest/manifest';
import { tokenVolumeOf } from '../../manifest/pod-demands';
import { refusals, RESTRICTED } from '../../manifest/security-context-constraints';
import { serviceAccountOf } from '../../manifest/service-account';
import { usableConstraints } from '../../manifest/usable-constraints';
import { Rule } from '../rule';

export const podIsAdmitted: Rule = {
  id: 'openshift/pod-is-admitted',
  severity: 'error',
  title: 'On OpenShift, the account of every pod of Datadog may use SecurityContextConstraints that take the pod.',
  link: SECURITY_CONTEXT_CONSTRAINTS.source.split('; ')[1],
  check: ({ manifests, platform, complete, kubernetesVersion }) => {
    if (!complete || !platform?.securityContextConstraints) return [];
    const token = tokenVolumeOf(kubernetesVersion ?? platform.oldestKubernetes);
    return manifests.pods.filter(({ template }) => template.metadata?.labels?.[COMPONENT_LABEL.name]).flatMap(at => {
      const account = { namespace: namespaceOf(at.manifest), name: serviceAccountOf(at.pod) };
      const { known, unknown } = usableConstraints(manifests, account);
      if (unknown.length > 0) return [];
      const tried = [
        { name: RESTRICTED_SCC.name, refused: refusals(RESTRICTED, at.pod, token) },
        ...known.map(constraints => ({ name: constraints.metadata?.name ?? '', refused: refusals(constraints, at.pod, token) })),
      ].sort((a, b) => a.refused.length - b.refused.length);
      const [nearest] = tried;
      return nearest.refused.length === 0 ? [] : [{
        at,
        reason: `no SecurityContextConstraints take its pods that the ServiceAccount '${account.name}' of the namespace '${account.namespace}' may use; `
          + `those that come nearest, '${nearest.name}', refuse ${nearest.refused.join(', ')}`,
        remedy: 'Leave that out of the pod, or write SecurityContextConstraints that allow it and a Role by which the account may use them',
      }];
    });
  },
};
