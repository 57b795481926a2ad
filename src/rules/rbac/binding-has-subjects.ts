import { PAGES } from '../../facts/pages';
import { groupOf } from '../../manifest/manifest';
import { objectsIn } from '../../manifest/objects-in';
import { Rule } from '../rule';

export const bindingHasSubjects: Rule = {
  id: 'rbac/binding-has-subjects',
  severity: 'error',
  title: 'Every RoleBinding and ClusterRoleBinding has a subject.',
  link: PAGES.bindingSubjects.source,
  check: ({ manifests }) => ['RoleBinding', 'ClusterRoleBinding']
    .flatMap(kind => manifests.ofKind(kind))
    .filter(({ manifest }) => groupOf(manifest) === 'rbac.authorization.k8s.io' && objectsIn(manifest.subjects).length === 0)
    .map(at => ({
      at,
      reason: `'subjects' is empty, so nobody gets what the ${at.manifest.roleRef?.kind ?? 'role'} '${at.manifest.roleRef?.name ?? ''}' grants`,
      remedy: "Name the ServiceAccounts, each with 'kind', 'name' and 'namespace', or remove the binding",
    })),
};
