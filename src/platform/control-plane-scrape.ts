import { EndpointsResolve } from '../autodiscovery/autodiscovery-options';

/** What is read of a component, and how the Agent signs in. */
export interface ControlPlaneScrape {
  /**
   * URL of its metrics, for example `https://%%host%%:10259/metrics`. `%%host%%` is the address of the endpoint, the Service or the
   * pod, `%%port_<name>%%` a port of it.
   */
  readonly url: string;
  /**
   * The Agent signs in with the token of its ServiceAccount, which is then allowed `get` on `/metrics`.
   *
   * @default false
   */
  readonly token?: boolean;
  /**
   * Whether its certificate is verified.
   *
   * @default - true where there is a `hostCertificate` or a `caCertificatePath`
   */
  readonly tlsVerify?: boolean;
  /**
   * Path of the certificate authority in the container of the Agent.
   *
   * @default - that of `hostCertificate`, where there is one
   */
  readonly caCertificatePath?: string;
  /**
   * Files of the nodes with a client certificate, for checks that the node Agents run.
   *
   * @default - none
   */
  readonly hostCertificate?: HostCertificate;
  /**
   * What must be set on the nodes first, as lines of text for the summary.
   *
   * @default - nothing
   */
  readonly nodeConfiguration?: string[];
}

/** What is read of each endpoint. */
export interface EndpointsScrape extends ControlPlaneScrape {
  /**
   * Who runs the check of an endpoint: with IP any runner, with AUTO the Agent on the node of the endpoint's pod. Static pods, as
   * those of kubeadm are, take IP: the Agent of their node knows them by another uid than their endpoint does, and runs nothing.
   *
   * @default EndpointsResolve.IP
   */
  readonly resolve?: EndpointsResolve;
}

/** Files of a node with a client certificate. Each is mounted by itself, and read-only. */
export interface HostCertificate {
  /** Folder on the node. */
  readonly folder: string;
  /** Name of the file with the certificate. */
  readonly certificate: string;
  /** Name of the file with its key. */
  readonly key: string;
  /** Name of the file with the authority that signed the server's. */
  readonly ca: string;
}
