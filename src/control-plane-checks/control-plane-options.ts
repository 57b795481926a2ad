import { ControlPlaneDelivery } from './control-plane-delivery';
import { EtcdCertificate } from './etcd-certificate';
import { PushProx } from './push-prox';

/** One component of the control plane. */
export interface ControlPlaneComponentOptions {
  /**
   * Whether the component is watched. Naming a component that the platform does not expose is an error, unless this is false.
   *
   * @default - true where the component is named, and where the platform exposes it
   */
  readonly enabled?: boolean;
  /**
   * URL of its metrics. `%%host%%` is the address of the endpoint, the Service or the pod, `%%port_<name>%%` a port of it.
   *
   * @default - the platform's
   */
  readonly url?: string;
  /**
   * Whether its certificate is verified.
   *
   * @default - where the platform has an authority for it that the Agents can know
   */
  readonly tlsVerify?: boolean;
  /**
   * Path of the certificate authority in the container of the Agent.
   *
   * @default - the platform's
   */
  readonly caCertificatePath?: string;
  /**
   * More options of the check's instance, as the integration has them, such as `tags` or `min_collection_interval`. They win.
   *
   * @default - none
   */
  readonly instance?: { [option: string]: any };
}

/** What is watched of the control plane, and how. */
export interface ControlPlaneChecksOptions {
  /**
   * Whether the control plane is watched. Naming `controlPlane` of a chart switches it on, and `false` switches it off; what stands beside it then waits.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * The API server.
   *
   * @default - watched where the platform lets somebody
   */
  readonly apiServer?: ControlPlaneComponentOptions;
  /**
   * The store of the API server.
   *
   * @default - watched where the platform lets somebody
   */
  readonly etcd?: ControlPlaneComponentOptions;
  /**
   * The scheduler.
   *
   * @default - watched where the platform lets somebody
   */
  readonly scheduler?: ControlPlaneComponentOptions;
  /**
   * The controller-manager.
   *
   * @default - watched where the platform lets somebody
   */
  readonly controllerManager?: ControlPlaneComponentOptions;
  /**
   * How the Agents learn of checks of Services.
   *
   * @default ControlPlaneDelivery.CHECK_FILES
   */
  readonly delivery?: ControlPlaneDelivery;
  /**
   * How the client certificate of etcd gets to the namespace of the Agents. OpenShift 4 alone keeps it in a Secret.
   *
   * @default - EtcdCertificate.byHand(), with the command in the summary
   */
  readonly etcdCertificate?: EtcdCertificate;
  /**
   * How the components of Rancher Kubernetes Engine are found.
   *
   * @default PushProx.CHART_SERVICES
   */
  readonly pushProx?: PushProx;
  /**
   * Address that scheduler and controller-manager are to listen on, in the text that the summary has for their nodes. Their ports ask
   * who is there; a firewall keeps the rest away. Agents on the network of their host (`nodeAgent.hostNetwork`) need no such setting.
   *
   * @default "0.0.0.0"
   */
  readonly bindAddress?: string;
}
