import { Account, userOf } from './accounts';
import { KubeApi } from './kube-api';
import { KubeObject } from './manifests';
import { Permission } from './permission';

export interface Rule {
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
  nonResourceURLs?: string[];
  verbs: string[];
}

const RBAC = '/apis/rbac.authorization.k8s.io/v1';

/** Roles and bindings as they are in the cluster. */
export class RulesInForce {
  public static async read(api: KubeApi): Promise<RulesInForce> {
    // A list's items do not say what they are.
    const of = async (collection: string, kind: string): Promise<KubeObject[]> => (
      (await api.get(`${RBAC}/${collection}`)).items.map((item: KubeObject) => ({ ...item, kind }))
    );
    const [clusterRoles, roles, clusterBindings, bindings] = await Promise.all([
      of('clusterroles', 'ClusterRole'), of('roles', 'Role'), of('clusterrolebindings', 'ClusterRoleBinding'), of('rolebindings', 'RoleBinding'),
    ]);
    return new RulesInForce([...clusterRoles, ...roles], [...clusterBindings, ...bindings]);
  }

  private constructor(public readonly roles: KubeObject[], private readonly bindings: KubeObject[]) {}

  /** Those of every role that is bound to the account or to a group that it is in, wherever that is. */
  public of(account: Account): Rule[] {
    const { user, groups } = userOf(account);
    const isBound = ({ subjects = [] }: KubeObject) => subjects.some(({ kind, namespace, name }: any) => (
      { ServiceAccount: namespace === account.namespace && name === account.name, User: name === user, Group: groups.includes(name) }[kind as string]
    ));
    return this.bindings.filter(isBound).flatMap(({ roleRef, metadata }) => this.roles
      .filter((role) => role.kind === roleRef.kind && role.metadata.name === roleRef.name && (role.kind === 'ClusterRole' || role.metadata.namespace === metadata.namespace))
      .flatMap(({ rules }) => rules ?? []));
  }
}

/** Whether one of the rules could be about what the question asks for: by the resource alone, in whatever group, by whatever verb, name and place. */
export function couldAllow(rules: Rule[]): (question: Permission) => boolean {
  const resources = new Set(rules.flatMap(({ resources: listed = [] }) => listed));
  const paths = rules.some(({ nonResourceURLs = [] }) => nonResourceURLs.length > 0);
  return (question) => {
    if ('path' in question) return paths;
    const [, ...subresource] = question.resource.split('/');
    return ['*', question.resource, `*/${subresource.join('/')}`].some((one) => resources.has(one));
  };
}
