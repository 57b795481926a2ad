import { COPIER, copierLabels } from './names';
import { EXTERNAL_SECRETS } from '../../facts/external-secrets';
import { SERVICE_ACCOUNT_TOKEN } from '../../facts/sidecar';
import { Manifest } from '../../manifest/manifest';
import { CERTIFICATE_FILES, EtcdCertificateModel, ExternalSecretsCopy } from '../../model/etcd-certificate';
import { accountSubject, roleAndBinding, serviceAccount } from '../../parts/rbac';

/** The External Secrets Operator signs in to the same cluster with an account that may get one Secret. */
export function externalSecretManifests({ source, namespace, secretName }: EtcdCertificateModel, copy: ExternalSecretsCopy): Manifest[] {
  const labels = copierLabels();
  const { cert, key, ca } = CERTIFICATE_FILES;
  const remote = (secretKey: string, property: string) => ({ secretKey, remoteRef: { key: source.secretName, property } });
  const literal = copy.caCertificate;
  return [
    serviceAccount(COPIER, namespace, labels),
    // The operator gets the Secret by its name. That it asks what it may do needs no rule: everybody may.
    ...roleAndBinding({
      name: COPIER,
      namespace: source.namespace,
      labels,
      rules: [{ apiGroups: [''], resources: ['secrets'], resourceNames: [source.secretName], verbs: ['get'] }],
      subjects: [accountSubject(COPIER, namespace)],
    }),
    {
      apiVersion: EXTERNAL_SECRETS.apiVersion,
      kind: 'SecretStore',
      metadata: { name: COPIER, namespace, labels: copierLabels() },
      spec: {
        provider: {
          kubernetes: {
            remoteNamespace: source.namespace,
            server: { caProvider: { type: 'ConfigMap', name: SERVICE_ACCOUNT_TOKEN.caConfigMap, key: 'ca.crt' } },
            auth: { serviceAccount: { name: COPIER } },
          },
        },
      },
    },
    {
      apiVersion: EXTERNAL_SECRETS.apiVersion,
      kind: 'ExternalSecret',
      metadata: { name: secretName, namespace, labels: copierLabels() },
      spec: {
        refreshInterval: copy.refreshInterval,
        secretStoreRef: { kind: 'SecretStore', name: COPIER },
        target: {
          name: secretName,
          creationPolicy: 'Owner',
          ...literal !== undefined && { template: { mergePolicy: 'Merge', data: { [ca]: literal } } },
        },
        data: [
          remote(cert, source.cert),
          remote(key, source.key),
          ...source.ca.configMapName === undefined && literal === undefined ? [remote(ca, source.ca.key)] : [],
        ],
      },
    },
  ];
}
