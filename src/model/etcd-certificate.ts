import { SecretCertificateFact } from '../facts/control-plane/control-plane-fact';

/** How the certificate comes to the namespace of the Agents. */
export type CertificateCopy = ExternalSecretsCopy | KyvernoCopy | JobCopy | ManualCopy;

/** The External Secrets Operator reads Secrets alone: an authority in a ConfigMap is given as text, or not checked. */
export interface ExternalSecretsCopy {
  readonly kind: 'externalSecrets';
  readonly secretName: string;
  readonly refreshInterval: string;
  /** PEM. */
  readonly caCertificate?: string;
}

/** Copies have the name and the keys of what they are copied from. */
export interface KyvernoCopy {
  readonly kind: 'kyverno';
  readonly policy: 'GeneratingPolicy' | 'ClusterPolicy';
}

export interface JobCopy {
  readonly kind: 'job';
  readonly secretName: string;
  readonly image: string;
  /** As a CronJob has it. */
  readonly schedule: string;
}

export interface ManualCopy {
  readonly kind: 'byHand';
  readonly secretName: string;
}

/** The certificate in the namespace of the Agents. */
export interface EtcdCertificateModel {
  readonly source: SecretCertificateFact;
  readonly copy: CertificateCopy;
  /** Namespace of the Agents. */
  readonly namespace: string;
  readonly secretName: string;
  /** Keys of that Secret; without `ca` where the authority is elsewhere, or unknown. */
  readonly keys: { readonly cert: string; readonly key: string; readonly ca?: string };
  /** A ConfigMap beside the Secret with the authority. */
  readonly caConfigMap?: { readonly name: string; readonly key: string };
}

/** Names of the files in the folder that it is mounted at. */
export const CERTIFICATE_FILES = { cert: 'tls.crt', key: 'tls.key', ca: 'ca.crt' } as const;

/** True where the check can tell that it talks to etcd. */
export function knowsAuthority({ keys, caConfigMap }: EtcdCertificateModel): boolean {
  return keys.ca !== undefined || caConfigMap !== undefined;
}

export function resolveEtcdCertificate(source: SecretCertificateFact, copy: CertificateCopy, namespace: string): EtcdCertificateModel {
  const { cert, key, ca } = source;
  if (copy.kind === 'kyverno') {
    return {
      source,
      copy,
      namespace,
      secretName: source.secretName,
      keys: { cert, key, ...ca.configMapName === undefined && { ca: ca.key } },
      ...ca.configMapName !== undefined && { caConfigMap: { name: ca.configMapName, key: ca.key } },
    };
  }
  const hasAuthority = copy.kind !== 'externalSecrets' || copy.caCertificate !== undefined || ca.configMapName === undefined;
  const { ca: caFile, ...pair } = CERTIFICATE_FILES;
  return { source, copy, namespace, secretName: copy.secretName, keys: { ...pair, ...hasAuthority && { ca: caFile } } };
}
