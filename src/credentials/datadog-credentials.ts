import { ExternalSecretStore } from './external-secret-store';
import { DATADOG_SECRET } from '../facts/secrets';
import { CredentialsModel, SecretKeys, SecretSource } from '../model/credentials-model';
import { requireToken } from '../requirements/token';

/** The Secret that the Agents read, under one name in every namespace. */
export interface SecretOptions {
  /**
   * Name of the Secret.
   *
   * @default "datadog-secret", the name that Datadog's own webhook expects
   */
  readonly secretName?: string;
  /**
   * Key of the API key.
   *
   * @default "api-key"
   */
  readonly apiKeyKey?: string;
  /**
   * Key of the application key.
   *
   * @default "app-key"
   */
  readonly appKeyKey?: string;
  /**
   * Key of the Cluster Agent token.
   *
   * @default "token"
   */
  readonly tokenKey?: string;
}

/** A Secret that somebody else makes. */
export interface ExistingSecretOptions extends SecretOptions {}

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

/** Values that stand in the code, and then in the manifests. */
export interface UnsafeLiteralOptions extends SecretOptions {
  /** The Datadog API key. */
  readonly apiKey: string;
  /** The Cluster Agent token: at least 32 characters. */
  readonly token: string;
  /**
   * The Datadog application key.
   *
   * @default - none
   */
  readonly appKey?: string;
}

/**
 * The API key and the Cluster Agent token. One object feeds the Cluster Agent and every sidecar, so they cannot differ.
 * It never shows a value.
 */
export class DatadogCredentials {
  /**
   * A Secret that exists in the Cluster Agent's namespace and in every namespace with a sidecar.
   * `TokenReplicator.commands` lists how to make them.
   */
  public static existingSecret(options: ExistingSecretOptions = {}): DatadogCredentials {
    return new DatadogCredentials(options, { kind: 'existing' });
  }

  /**
   * Secrets that the External Secrets Operator makes, in every namespace that needs one.
   *
   * @see https://external-secrets.io/latest/api/externalsecret/
   */
  public static externalSecrets(options: ExternalSecretsOptions): DatadogCredentials {
    const { store, apiKey, token, appKey, refreshInterval } = options;
    return new DatadogCredentials(options, {
      kind: 'external',
      store: store._model,
      refreshInterval: refreshInterval ?? '1h',
      apiKey,
      token,
      appKey,
    });
  }

  /**
   * Values that stand in the code. Whoever reads the code or the manifests has them: for a scratch cluster.
   * Every synthesis warns of it.
   *
   * @throws when the token has fewer than 32 characters
   */
  public static unsafeLiteral(options: UnsafeLiteralOptions): DatadogCredentials {
    const { apiKey, token, appKey } = options;
    requireToken(token);
    return new DatadogCredentials(options, { kind: 'literal', values: () => ({ apiKey, token, appKey }) });
  }

  /** Name of the Secret in every namespace. */
  public readonly secretName: string;

  /** @internal */
  public readonly _model: CredentialsModel;

  private constructor(options: SecretOptions, source: SecretSource) {
    const secret: SecretKeys = {
      name: options.secretName ?? DATADOG_SECRET.name,
      apiKey: options.apiKeyKey ?? DATADOG_SECRET.apiKey,
      appKey: options.appKeyKey ?? DATADOG_SECRET.appKey,
      token: options.tokenKey ?? DATADOG_SECRET.token,
    };
    this.secretName = secret.name;
    this._model = { secret, source };
  }
}
