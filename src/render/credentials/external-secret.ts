import { secretContents } from './secret-contents';
import { SecretContent, SecretRequest } from './secret-request';
import { storeManifests } from './secret-store';
import { EXTERNAL_SECRETS } from '../../facts/external-secrets';
import { Manifest } from '../../manifest/manifest';
import { ExternalSource, RemoteKeyModel, SecretKeys } from '../../model/credentials-model';
import { OWN_LABELS } from '../../parts/labels';

/** The ExternalSecrets of a namespace, and the store and account that they read through where those are ours to make. */
export function externalSecretManifests(secret: SecretKeys, source: ExternalSource, request: SecretRequest): Manifest[] {
  const { namespace } = request;
  return [
    ...storeManifests(source, request),
    ...secretContents(secret, request, source.appKey !== undefined).map(content => ({
      apiVersion: EXTERNAL_SECRETS.apiVersion,
      kind: 'ExternalSecret',
      metadata: { name: content.name, namespace, labels: { ...OWN_LABELS } },
      spec: externalSecretSpec(secret, source, content, content.name === secret.name ? request : {}),
    })),
  ];
}

/** `spec` of an ExternalSecret. */
export function externalSecretSpec(
  secret: SecretKeys,
  source: ExternalSource,
  { name, keys }: SecretContent,
  { annotations, ownerless }: Pick<SecretRequest, 'annotations' | 'ownerless'> = {},
): { [field: string]: any } {
  const { store, refreshInterval } = source;
  return {
    refreshInterval,
    secretStoreRef: { kind: store.kind, name: store.name },
    target: {
      name,
      creationPolicy: ownerless ? 'Orphan' : 'Owner',
      ...annotations && { template: { metadata: { annotations: { ...annotations } } } },
    },
    data: keys.map(key => entry(secret[key], source[key]!)),
  };
}

function entry(secretKey: string, { key, property, version }: RemoteKeyModel) {
  return { secretKey, remoteRef: { key, ...property !== undefined && { property }, ...version !== undefined && { version } } };
}
