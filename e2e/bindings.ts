import { KubeObject } from './manifests';

const RBAC: Record<string, string> = {
  RoleBinding: 'rbac.authorization.k8s.io/v1',
  ClusterRoleBinding: 'rbac.authorization.k8s.io/v1',
};

export function bindingsOf(objects: KubeObject[]): KubeObject[] {
  return objects.filter(({ kind, apiVersion }) => RBAC[kind] === apiVersion);
}

/** The namespaces in which the bindings allow something. */
export function boundNamespaces(bindings: KubeObject[]): string[] {
  return bindings.flatMap(({ metadata }) => metadata.namespace ?? []);
}

/** The roles that the bindings refer to, as far as they are objects among these. */
export function boundRoles(bindings: KubeObject[], objects: KubeObject[]): KubeObject[] {
  return objects.filter((role) => bindings.some(({ roleRef, metadata }) => (
    role.kind === roleRef.kind && role.metadata.name === roleRef.name && (role.kind === 'ClusterRole' || role.metadata.namespace === metadata.namespace)
  )));
}
