import { KubeApi } from './kube-api';
import { KubeObject, podTemplateOf, PodTemplate } from './manifests';

export interface Account {
  readonly namespace: string;
  readonly name: string;
}

/** The ServiceAccounts that Datadog runs as: of pods with one of its images, and the subjects of bindings named after it. */
export function datadogAccounts(objects: KubeObject[]): Account[] {
  const accounts = new Map<string, Account>();
  const add = (namespace: string, name: string) => accounts.set(`${namespace}/${name}`, { namespace, name });
  for (const object of objects) {
    const template = podTemplateOf(object);
    if (template && runsDatadog(template)) add(object.metadata.namespace!, template.spec.serviceAccountName ?? 'default');
    if (object.kind.endsWith('RoleBinding') && object.metadata.name.startsWith('datadog')) {
      for (const { kind, name, namespace } of object.subjects ?? []) {
        if (kind === 'ServiceAccount') add(namespace, name);
      }
    }
  }
  return [...accounts.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

export function nameOf({ namespace, name }: Account): string {
  return `${namespace}/${name}`;
}

/** What the API server knows a ServiceAccount's token as. */
export function userOf({ namespace, name }: Account) {
  return {
    user: `system:serviceaccount:${namespace}:${name}`,
    groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'],
  };
}

/** Asks the API server with a token of the account who it is: the account exists, and reviews ask about the right user. */
export async function proveIdentity(api: KubeApi, account: Account): Promise<void> {
  const path = `/api/v1/namespaces/${account.namespace}/serviceaccounts/${account.name}/token`;
  const { status: { token } } = await api.post(path, { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} });
  const review = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' };
  const { status: { userInfo } } = await api.post('/apis/authentication.k8s.io/v1/selfsubjectreviews', review, token);
  const expected = userOf(account);
  const same = userInfo.username === expected.user && [...userInfo.groups].sort().join() === [...expected.groups].sort().join();
  if (!same) throw new Error(`${nameOf(account)} is known as ${userInfo.username} of ${userInfo.groups.join(', ')}`);
}

export function isAgentImage(image?: string): boolean {
  return /(^|\/)agent([:@]|$)/.test(image ?? '');
}

function runsDatadog({ spec: { containers, initContainers = [] } }: PodTemplate): boolean {
  return [...containers, ...initContainers].some(({ image }) => isAgentImage(image) || /(^|\/)cluster-agent([:@]|$)/.test(image ?? ''));
}
