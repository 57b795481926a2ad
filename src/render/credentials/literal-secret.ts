import { SecretRequest } from './secret-request';
import { Manifest } from '../../manifest/manifest';
import { LiteralSource, SecretKeys } from '../../model/credentials-model';
import { OWN_LABELS } from '../labels';

export function literalSecret(secret: SecretKeys, source: LiteralSource, { namespace, withAppKey }: SecretRequest): Manifest {
  const { apiKey, token, appKey } = source.values();
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: secret.name, namespace, labels: { ...OWN_LABELS } },
    type: 'Opaque',
    stringData: {
      [secret.apiKey]: apiKey,
      [secret.token]: token,
      ...withAppKey && appKey !== undefined && { [secret.appKey]: appKey },
    },
  };
}
