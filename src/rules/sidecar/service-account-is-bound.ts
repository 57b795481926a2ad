import { SIDECAR_ACCESS } from '../../facts/rbac';
import { namespaceOf } from '../../manifest/manifest';
import { ManifestSet } from '../../manifest/manifest-set';
import { Access, grants } from '../../manifest/rbac';
import { AccountRef, bindsAccount, serviceAccountOf } from '../../manifest/service-account';
import { Rule } from '../rule';

/** The kubelet of a Fargate node is reached through the API server and not otherwise. */
const KUBELET: Access = { apiGroup: '', resource: 'nodes/proxy', verb: 'get' };

export const serviceAccountIsBound: Rule = {
  id: 'sidecar/service-account-is-bound',
  severity: 'error',
  title: 'The ServiceAccount of a pod with a Fargate Agent may get nodes/proxy, by which the Agent reaches the kubelet.',
  link: SIDECAR_ACCESS.source,
  check: ({ manifests, complete }) => !complete ? [] : manifests.sidecars.flatMap(at => {
    const account = { namespace: namespaceOf(at.manifest), name: serviceAccountOf(at.pod) };
    return mayReachKubelet(manifests, account) ? [] : [{
      at,
      reason: `no ClusterRoleBinding gives the ServiceAccount '${account.name}' of the namespace '${account.namespace}' a ClusterRole with '${KUBELET.verb}' on '${KUBELET.resource}', without which the Agent cannot reach the kubelet`,
      remedy: `Let datadog.instrument(...) put the Agent into the workload, or add { kind: ServiceAccount, name: ${account.name}, namespace: ${account.namespace} } to the subjects of a ClusterRoleBinding to such a ClusterRole`,
    }];
  }),
};

/** A ClusterRoleBinding lets the account get nodes/proxy, as far as the manifests tell. */
export function mayReachKubelet(manifests: ManifestSet, account: AccountRef): boolean {
  return manifests.ofKind('ClusterRoleBinding').some(({ manifest: binding }) => {
    if (!bindsAccount(binding, account)) return false;
    const role = manifests.find('ClusterRole', undefined, binding.roleRef?.name);
    // A ClusterRole from elsewhere, such as one that comes with Kubernetes, cannot be read here.
    return role === undefined || grants(role, KUBELET);
  });
}
