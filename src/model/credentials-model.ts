/** The Secret that Agents read, and where its values come from. One object feeds every namespace, so they cannot differ. */
export interface CredentialsModel {
  readonly secret: SecretKeys;
  readonly source: SecretSource;
  /** Changes when the values do; absent where nothing rolls out then. */
  readonly revision?: string;
}

/** Name of the Secret in every namespace, and of its keys. */
export interface SecretKeys {
  readonly name: string;
  readonly apiKey: string;
  readonly appKey: string;
  readonly token: string;
  /** A Secret of the Cluster Agent's namespace for the application key alone; absent where the key is in the same Secret. */
  readonly appKeySecret?: string;
}

export type SecretSource = PlainSource | ClusterExternalSource | KyvernoSource | ReflectorSource;

/** A source of each namespace for itself, and so of one namespace alone too. */
export type PlainSource = ExistingSource | ExternalSource | LiteralSource;

/** Somebody else makes the Secret. */
export interface ExistingSource {
  readonly kind: 'existing';
  /** The Cluster Agent's namespace has the application key too. */
  readonly appKey?: boolean;
}

/** The External Secrets Operator makes an ExternalSecret in every namespace that a selector matches. */
export interface ClusterExternalSource {
  readonly kind: 'clusterExternal';
  readonly from: ExternalSource;
  /** By labels of the namespaces; absent for those that are known. */
  readonly namespaceSelectors?: ReadonlyArray<{ readonly [label: string]: string }>;
}

/** Kyverno copies the Secret of the Cluster Agent's namespace. */
export interface KyvernoSource {
  readonly kind: 'kyverno';
  readonly from: PlainSource;
  readonly policy: 'GeneratingPolicy' | 'ClusterPolicy';
}

/** Reflector copies the Secret of the Cluster Agent's namespace. */
export interface ReflectorSource {
  readonly kind: 'reflector';
  readonly from: PlainSource;
}

/** The External Secrets Operator makes the Secret from a store. */
export interface ExternalSource {
  readonly kind: 'external';
  readonly store: StoreModel;
  readonly refreshInterval: string;
  readonly apiKey: RemoteKeyModel;
  readonly token: RemoteKeyModel;
  readonly appKey?: RemoteKeyModel;
}

export interface StoreModel {
  readonly kind: 'SecretStore' | 'ClusterSecretStore';
  readonly name: string;
  /** `spec.provider`; absent where the store exists already. */
  readonly provider?: { readonly [name: string]: any };
  /** A ServiceAccount that the store signs in with, to be made with an IAM role. */
  readonly account?: { readonly name: string; readonly roleArn: string };
}

export interface RemoteKeyModel {
  readonly key: string;
  readonly property?: string;
  readonly version?: string;
}

/** The values stand in the code. They are behind a function so that nothing prints them by accident. */
export interface LiteralSource {
  readonly kind: 'literal';
  readonly values: () => { readonly apiKey: string; readonly token: string; readonly appKey?: string };
}
