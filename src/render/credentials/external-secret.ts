import { SecretRequest } from './secret-request';
import { Manifest } from '../../manifest/manifest';
import { ExternalSource, RemoteKeyModel, SecretKeys } from '../../model/credentials-model';
import { OWN_LABELS } from '../labels';
import { serviceAccount } from '../rbac';

const API_VERSION = 'external-secrets.io/v1';

/** The ExternalSecret of a namespace, and the store and account that it reads through where those are ours to make. */
export function externalSecretManifests(secret: SecretKeys, source: ExternalSource, request: SecretRequest): Manifest[] {
  return [...storeManifests(source, request), externalSecret(secret, source, request)];
}

function storeManifests({ store }: ExternalSource, { namespace, home }: SecretRequest): Manifest[] {
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
      apiVersion: API_VERSION,
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

function externalSecret(secret: SecretKeys, source: ExternalSource, { namespace, withAppKey }: SecretRequest): Manifest {
  const { store, refreshInterval, apiKey, token, appKey } = source;
  const data = (secretKey: string, { key, property, version }: RemoteKeyModel) => ({
    secretKey,
    remoteRef: { key, ...property !== undefined && { property }, ...version !== undefined && { version } },
  });
  return {
    apiVersion: API_VERSION,
    kind: 'ExternalSecret',
    metadata: { name: secret.name, namespace, labels: { ...OWN_LABELS } },
    spec: {
      refreshInterval,
      secretStoreRef: { kind: store.kind, name: store.name },
      target: { name: secret.name, creationPolicy: 'Owner' },
      data: [
        data(secret.apiKey, apiKey),
        data(secret.token, token),
        ...withAppKey && appKey ? [data(secret.appKey, appKey)] : [],
      ],
    },
  };
}
