import { externalSecretSpec } from './external-secret';
import { Reach } from './secret-request';
import { EXTERNAL_SECRETS } from '../../facts/external-secrets';
import { NAMESPACE_NAME_LABEL } from '../../facts/labels';
import { Manifest } from '../../manifest/manifest';
import { ClusterExternalSource, SecretKeys } from '../../model/credentials-model';
import { OWN_LABELS } from '../../parts/labels';

/**
 * One object for an ExternalSecret in every namespace but the Cluster Agent's, which has one of its own: there it may
 * have the application key too, and two of one name are an error of the operator.
 */
export function clusterExternalSecret(secret: SecretKeys, source: ClusterExternalSource, { home, namespaces }: Reach): Manifest {
  const { name } = secret;
  const byName = (operator: string, values: any) => ({ key: NAMESPACE_NAME_LABEL.name, operator, values });
  return {
    apiVersion: EXTERNAL_SECRETS.apiVersion,
    kind: 'ClusterExternalSecret',
    metadata: { name, labels: { ...OWN_LABELS } },
    spec: {
      externalSecretName: name,
      externalSecretMetadata: { labels: { ...OWN_LABELS } },
      externalSecretSpec: externalSecretSpec(secret, source.from, { name, keys: ['apiKey', 'token'] }),
      namespaceSelectors: source.namespaceSelectors
        ? source.namespaceSelectors.map(labels => ({ matchLabels: { ...labels }, matchExpressions: [byName('NotIn', [home])] }))
        : [{ matchExpressions: [byName('In', namespaces)] }],
      refreshTime: source.from.refreshInterval,
    },
  };
}
