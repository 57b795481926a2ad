import { secretContents } from './secret-contents';
import { SecretRequest } from './secret-request';
import { Manifest } from '../../manifest/manifest';
import { LiteralSource, SecretKeys } from '../../model/credentials-model';
import { OWN_LABELS } from '../../parts/labels';

/** The Secrets of a namespace, values and all. */
export function literalSecretManifests(secret: SecretKeys, source: LiteralSource, request: SecretRequest): Manifest[] {
  const { namespace, annotations } = request;
  const values = source.values();
  return secretContents(secret, request, values.appKey !== undefined).map(({ name, keys }) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name,
      namespace,
      labels: { ...OWN_LABELS },
      ...annotations && name === secret.name && { annotations: { ...annotations } },
    },
    type: 'Opaque',
    stringData: Object.fromEntries(keys.map(key => [secret[key], values[key]!])),
  }));
}
