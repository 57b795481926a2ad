/** What makes the Secret in one namespace. */
export interface SecretRequest {
  readonly namespace: string;
  /** The namespace of the Cluster Agent, where the store's account lives if the store serves the whole cluster. */
  readonly home: string;
  /** The application key stays in the Cluster Agent's namespace; no Agent elsewhere reads it. */
  readonly withAppKey: boolean;
}
