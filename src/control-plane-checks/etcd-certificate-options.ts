import { KyvernoPolicyKind } from '../credentials/copied-secret-options';

/** A copy that the External Secrets Operator makes from the Secret of the platform. */
export interface EtcdExternalSecretsOptions {
  /**
   * The certificate authority of etcd's metrics as PEM text. It is not confidential. The operator reads Secrets alone, and since OpenShift
   * 4.14 the authority is in the ConfigMap `openshift-etcd-operator/etcd-metric-serving-ca`, key `ca-bundle.crt`. Until then it is in
   * the Secret, and this is not needed.
   *
   * @default - from the Secret, where that has it; else the check does not verify the certificate of etcd
   */
  readonly caCertificate?: string;
  /**
   * How often the operator reads the Secret again, as a duration of Go, for example `15m`.
   *
   * @default "1h"
   */
  readonly refreshInterval?: string;
  /**
   * Name of the Secret in the namespace of the Agents.
   *
   * @default "datadog-etcd-client"
   */
  readonly secretName?: string;
}

/** A copy that Kyverno makes, under the name that the Secret has on the platform. */
export interface EtcdKyvernoCloneOptions {
  /**
   * Kind of the policies.
   *
   * @default KyvernoPolicyKind.GENERATING_POLICY
   */
  readonly policy?: KyvernoPolicyKind;
}

/** A copy that a CronJob makes. */
export interface EtcdJobOptions {
  /**
   * Image with `bash`, `base64` and `oc`.
   *
   * @default "image-registry.openshift-image-registry.svc:5000/openshift/cli:latest", which is part of every release of OpenShift 4
   */
  readonly image?: string;
  /**
   * When the certificate is copied, as a CronJob has it.
   *
   * @default "*&#47;10 * * * *", every ten minutes
   */
  readonly schedule?: string;
  /**
   * Name of the Secret in the namespace of the Agents.
   *
   * @default "datadog-etcd-client"
   */
  readonly secretName?: string;
}

/** A copy that somebody makes with the command of the summary, and makes again when the certificate is renewed. */
export interface EtcdByHandOptions {
  /**
   * Name of the Secret in the namespace of the Agents, with the keys `tls.crt`, `tls.key` and `ca.crt`.
   *
   * @default "datadog-etcd-client"
   */
  readonly secretName?: string;
}
