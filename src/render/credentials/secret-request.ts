/** What makes the Secret in one namespace. */
export interface SecretRequest {
  readonly namespace: string;
  /** The namespace of the Cluster Agent, where the store's account lives if the store serves the whole cluster. */
  readonly home: string;
  /** Annotations of the Secret itself, whose values may be lazy; absent where it needs none. */
  readonly annotations?: { readonly [name: string]: any };
  /** Copies take over the owner, which is not in their namespace, so that Kubernetes would remove them. */
  readonly ownerless?: boolean;
}

/** One Secret with some of the keys. */
export interface SecretContent {
  readonly name: string;
  readonly keys: ReadonlyArray<'apiKey' | 'token' | 'appKey'>;
}

/** The namespaces that an object for several of them is for. */
export interface Reach {
  /** The namespace of the Cluster Agent, which has the Secret already. */
  readonly home: string;
  /** Names of the others; may be a lazy value. */
  readonly namespaces: any;
}
