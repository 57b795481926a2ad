/**
 * Checks of the Cluster Agent's certificate. Without them the Agents encrypt what they tell the Cluster Agent and do not
 * ask whom they tell it. Agent 7.78 and newer.
 */
export interface ClusterAgentTls {
  /**
   * TLS Secret (keys `tls.crt`, `tls.key`) in the Cluster Agent's namespace with a certificate authority. The Cluster
   * Agent and the runners sign their own certificates with it.
   */
  readonly secretName: string;
  /**
   * Certificate of that authority as PEM text. It is not confidential. The library makes a ConfigMap with it in every
   * namespace with a sidecar.
   *
   * @default - the ConfigMaps exist
   */
  readonly caCertificate?: string;
  /**
   * Name of the ConfigMap with the authority's certificate, under the key `ca.crt`.
   *
   * @default "datadog-ca-cert", the name that Datadog's own webhook expects
   */
  readonly configMapName?: string;
}
