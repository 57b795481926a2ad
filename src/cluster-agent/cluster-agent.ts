/** A Cluster Agent that Agents can talk to. */
export interface IClusterAgent {
  /** Address of its API, `https://` and a name that resolves in every namespace, or an IP address. */
  readonly url: string;
}
