import { SIDECAR_ACCESS } from '../../facts/rbac';
import { namespaceOf } from '../../manifest/manifest';
import { ManifestSet } from '../../manifest/manifest-set';
import { objectsIn } from '../../manifest/objects-in';
import { boundAccounts, serviceAccountOf } from '../../manifest/service-account';
import { Rule } from '../rule';

/** The account of pods that name none. */
const DEFAULT = 'default';

export const defaultAccountWasInUse: Rule = {
  id: 'sidecar/default-account-was-in-use',
  severity: 'warning',
  title: "A pod that gets the Agent's ServiceAccount leaves nothing behind that its namespace gave to 'default'.",
  link: 'https://kubernetes.io/docs/concepts/security/service-accounts/#default-service-accounts',
  check: ({ manifests }) => manifests.sidecars
    .filter(({ pod }) => serviceAccountOf(pod) === SIDECAR_ACCESS.serviceAccount)
    .flatMap(at => {
      const namespace = namespaceOf(at.manifest);
      const lost = givenToDefault(manifests, namespace);
      return lost.length === 0 ? [] : [{
        at,
        reason: `the pod named no ServiceAccount, so it runs as '${SIDECAR_ACCESS.serviceAccount}' and no longer has what 'default' of the namespace '${namespace}' is given: ${lost.join(', ')}`,
        remedy: "Write 'serviceAccountName: default' on the pod to keep it, and the Agent's permissions are bound to 'default'",
      }];
    }),
};

/** What the manifests give to the account by name. A group holds for every account of the namespace, so nothing is lost by it. */
function givenToDefault(manifests: ManifestSet, namespace: string): string[] {
  const bindings = [...manifests.ofKind('RoleBinding'), ...manifests.ofKind('ClusterRoleBinding')]
    .filter(({ manifest }) => boundAccounts(manifest).some(a => a.name === DEFAULT && a.namespace === namespace))
    .map(({ manifest }) => `the ${manifest.kind} '${manifest.metadata?.name}'`);
  const account = manifests.find('ServiceAccount', namespace, DEFAULT);
  const secrets = (['imagePullSecrets', 'secrets'] as const).filter(field => objectsIn(account?.[field]).length > 0);
  return [...bindings, ...secrets.map(field => `its '${field}'`)];
}
