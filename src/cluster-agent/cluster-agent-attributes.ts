/** What is known of a Cluster Agent that something else installed: its URL, or its Service. */
export interface ClusterAgentAttributes {
  /**
   * Address of its API: `https://`, a name that resolves in every namespace or an IP address, and the port, which is
   * 5005 unless it was moved.
   *
   * @default - the one of the Service
   */
  readonly url?: string;
  /**
   * Name of its Service, for example `datadog-agent-cluster-agent` where the Helm release is `datadog-agent`.
   *
   * @default - none: `url` is given
   */
  readonly serviceName?: string;
  /**
   * Namespace of its Service.
   *
   * @default - none: `url` is given
   */
  readonly namespace?: string;
  /**
   * Address of its API by IP, for Agents in pods that cannot resolve names of the cluster: `https://`, the clusterIP of a Service
   * that always has it, and the port. Where Agents check the Cluster Agent's certificate, it has to be for this address too.
   *
   * @default - none: such pods are an error
   */
  readonly addressUrl?: string;
}
