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
  /**
   * A Secret of its own for the application key, in the Cluster Agent's namespace.
   *
   * @default - the Secret itself; where that is copied to other namespaces, its name and `-appkey`
   */
  readonly appKeySecretName?: string;
  /**
   * Text of your choice that changes whenever the values do, for example a date. It becomes an annotation of every pod
   * template that reads them, but for Jobs, so that the Cluster Agent, the runners and all sidecars start anew together.
   * Anybody may read it: take nothing from the values themselves.
   *
   * @default - nothing starts anew when the values change
   */
  readonly revision?: string;
}

/** A Secret that somebody else makes. */
export interface ExistingSecretOptions extends SecretOptions {
  /**
   * Whether the Secret of the Cluster Agent's namespace has the application key too.
   *
   * @default - it is taken to have it where something needs it
   */
  readonly appKey?: boolean;
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
