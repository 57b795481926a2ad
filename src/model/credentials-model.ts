/** The Secret that Agents read, and where its values come from. One object feeds every namespace, so they cannot differ. */
export interface CredentialsModel {
  readonly secret: SecretKeys;
  readonly source: SecretSource;
}

/** Name of the Secret in every namespace, and of its keys. */
export interface SecretKeys {
  readonly name: string;
  readonly apiKey: string;
  readonly appKey: string;
  readonly token: string;
}

export type SecretSource = ExistingSource | ExternalSource | LiteralSource;

/** Somebody else makes the Secret in every namespace. */
export interface ExistingSource {
  readonly kind: 'existing';
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
