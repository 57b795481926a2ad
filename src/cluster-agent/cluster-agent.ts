/** A Cluster Agent that Agents can talk to. */
export interface IClusterAgent {
  /** Address of its API, `https://` and a name that resolves in every namespace, or an IP address. */
  readonly url: string;
  /** The same by an IP address that never changes, for pods that cannot resolve names of the cluster; undefined where it has none. */
  readonly addressUrl?: string;
}
