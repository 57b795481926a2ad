import { DatadogCredentials } from './datadog-credentials';
import { ExternalSecretsOptions } from './external-secrets-options';

/** One ClusterExternalSecret for all namespaces. */
export interface ClusterExternalSecretOptions extends ExternalSecretsOptions {
  /**
   * Labels of the namespaces that get the Secret. A namespace does that has all labels of one of the entries. Those of
   * namespaces that are in the app are checked.
   *
   * @default - the namespaces with an instrumented workload, and those named by hand, by their names
   */
  readonly namespaceSelectors?: Array<{ [label: string]: string }>;
}

/** Copies that Kyverno makes. */
export interface KyvernoCloneOptions {
  /**
   * Where the Secret of the Cluster Agent's namespace comes from.
   *
   * @default DatadogCredentials.existingSecret()
   */
  readonly source?: DatadogCredentials;
  /**
   * Kind of the policy.
   *
   * @default KyvernoPolicyKind.GENERATING_POLICY
   */
  readonly policy?: KyvernoPolicyKind;
}

/** Kinds of Kyverno's policies that copy a Secret. */
export enum KyvernoPolicyKind {
  /** GeneratingPolicy of policies.kyverno.io/v1: Kyverno 1.17 and newer. */
  GENERATING_POLICY = 'GeneratingPolicy',
  /** ClusterPolicy of kyverno.io/v1: Kyverno before 1.17. Kyverno has deprecated it since. */
  CLUSTER_POLICY = 'ClusterPolicy',
}

/** Copies that Reflector makes. */
export interface ReflectorOptions {
  /**
   * Where the Secret of the Cluster Agent's namespace comes from.
   *
   * @default DatadogCredentials.existingSecret()
   */
  readonly source?: DatadogCredentials;
}
