import { SecretRequest } from './secret-request';
import { EXTERNAL_SECRETS } from '../../facts/external-secrets';
import { Manifest } from '../../manifest/manifest';
import { ExternalSource } from '../../model/credentials-model';
import { OWN_LABELS } from '../../parts/labels';
import { serviceAccount } from '../../parts/rbac';

/** The store of a namespace and the account that it signs in with; nothing where they exist already. */
export function storeManifests({ store }: ExternalSource, { namespace, home }: SecretRequest): Manifest[] {
  if (!store.provider) return [];
  const forCluster = store.kind === 'ClusterSecretStore';
  // One store serves the whole cluster: it comes with the Cluster Agent's namespace.
  if (forCluster && namespace !== home) return [];
  const account = store.account && {
    ...serviceAccount(store.account.name, namespace, OWN_LABELS),
    metadata: {
      name: store.account.name,
      namespace,
      labels: { ...OWN_LABELS },
      annotations: { 'eks.amazonaws.com/role-arn': store.account.roleArn },
    },
  };
  return [
    ...account ? [account] : [],
    {
      apiVersion: EXTERNAL_SECRETS.apiVersion,
      kind: store.kind,
      metadata: { name: store.name, ...!forCluster && { namespace }, labels: { ...OWN_LABELS } },
      spec: { provider: forCluster ? withAccountNamespace(store.provider, home) : store.provider },
    },
  ];
}

/** A store for the whole cluster says in which namespace the account is that it signs in with. */
function withAccountNamespace(provider: { readonly [name: string]: any }, namespace: string) {
  const account = provider.aws?.auth?.jwt?.serviceAccountRef;
  if (!account || account.namespace) return provider;
  return { ...provider, aws: { ...provider.aws, auth: { ...provider.aws.auth, jwt: { serviceAccountRef: { ...account, namespace } } } } };
}
