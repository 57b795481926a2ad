import { EtcdByHandOptions, EtcdExternalSecretsOptions, EtcdJobOptions, EtcdKyvernoCloneOptions } from './etcd-certificate-options';
import { KyvernoPolicyKind } from '../credentials/copied-secret-options';
import { OPENSHIFT_CLI } from '../facts/openshift';
import { CertificateCopy } from '../model/etcd-certificate';
import { requireCertificate } from '../requirements/certificate';
import { entryPoint } from '../requirements/entry-point';
import { requireImage, requireSchedule } from '../requirements/etcd-certificate';
import { requireRefreshInterval } from '../requirements/external-secret';
import { requireOptions } from '../requirements/options';
import { requireSecretName } from '../requirements/secret';

const SECRET_NAME = 'datadog-etcd-client';

/**
 * How the client certificate of etcd comes from the namespace of OpenShift that has it to that of the Agents: a pod mounts Secrets of
 * its own namespace alone. It has a key that reads the metrics of etcd and nothing else.
 */
@entryPoint
export class EtcdCertificate {
  /**
   * The External Secrets Operator copies it, with an account that may get that one Secret.
   *
   * @throws when the authority is no PEM text, the interval is no duration of Go, or the name is none for a Secret
   * @see https://external-secrets.io/latest/provider/kubernetes/
   */
  public static externalSecrets(options: EtcdExternalSecretsOptions = {}): EtcdCertificate {
    options = requireOptions('EtcdExternalSecretsOptions', options);
    return new EtcdCertificate({
      kind: 'externalSecrets',
      secretName: secretName(options.secretName),
      refreshInterval: requireRefreshInterval(options.refreshInterval ?? '1h'),
      ...options.caCertificate !== undefined && { caCertificate: requireCertificate(options.caCertificate) },
    });
  }

  /**
   * Kyverno copies it, and the authority beside it. Its background controller gets what Kyverno asks for before it takes such a
   * policy: to read and write Secrets and ConfigMaps of the whole cluster.
   *
   * @see https://kyverno.io/docs/policy-types/generating-policy/
   */
  public static kyvernoClone(options: EtcdKyvernoCloneOptions = {}): EtcdCertificate {
    options = requireOptions('EtcdKyvernoCloneOptions', options);
    return new EtcdCertificate({ kind: 'kyverno', policy: options.policy ?? KyvernoPolicyKind.GENERATING_POLICY });
  }

  /**
   * A CronJob copies it, with an account that may get that one Secret, and the ConfigMap with the authority, and write one Secret.
   * The Agents that mount it start when the CronJob was there for the first time.
   *
   * @throws when the schedule is none, the image is empty, or the name is none for a Secret
   */
  public static job(options: EtcdJobOptions = {}): EtcdCertificate {
    options = requireOptions('EtcdJobOptions', options);
    return new EtcdCertificate({
      kind: 'job',
      secretName: secretName(options.secretName),
      image: requireImage(options.image ?? OPENSHIFT_CLI.image),
      schedule: requireSchedule(options.schedule ?? '*/10 * * * *'),
    });
  }

  /**
   * Somebody copies it with the command of the summary. Until then, the Agents that mount it do not start; a renewed certificate is
   * not followed.
   *
   * @throws when the name is none for a Secret
   */
  public static byHand(options: EtcdByHandOptions = {}): EtcdCertificate {
    options = requireOptions('EtcdByHandOptions', options);
    return new EtcdCertificate({ kind: 'byHand', secretName: secretName(options.secretName) });
  }

  /** @internal */
  public readonly _copy: CertificateCopy;

  private constructor(copy: CertificateCopy) {
    this._copy = copy;
  }
}

function secretName(name: string = SECRET_NAME): string {
  return requireSecretName('secretName', name);
}
