import { ExternalSecretStore } from './external-secret-store';
import { SecretOptions } from './secret-options';

/** Where a value is in an external store. */
export interface RemoteKey {
  /** Key of the entry, for example `datadog/apikey`. */
  readonly key: string;
  /**
   * Property of an entry that holds JSON.
   *
   * @default - the whole entry
   */
  readonly property?: string;
  /**
   * Version of the entry.
   *
   * @default - the newest
   */
  readonly version?: string;
}

/** Secrets that the External Secrets Operator makes from a store. */
export interface ExternalSecretsOptions extends SecretOptions {
  /** The store. */
  readonly store: ExternalSecretStore;
  /** The Datadog API key in the store. */
  readonly apiKey: RemoteKey;
  /** The Cluster Agent token in the store: at least 32 characters. */
  readonly token: RemoteKey;
  /**
   * The Datadog application key in the store. It reaches the Cluster Agent's namespace and no other.
   *
   * @default - none
   */
  readonly appKey?: RemoteKey;
  /**
   * How often the operator reads the store again, as a duration of Go, for example `15m`.
   *
   * @default "1h"
   */
  readonly refreshInterval?: string;
}
