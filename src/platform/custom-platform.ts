import { ControlPlaneComponent } from './control-plane-component';

/** A platform that the library has no row for. */
export interface CustomPlatformOptions {
  /** Name of the platform, for messages. */
  readonly name: string;
  /** Kubernetes version of the cluster, as major.minor; 1.21 or newer. */
  readonly kubernetesVersion: string;
  /** How its control plane is watched. */
  readonly controlPlane: CustomControlPlane;
  /**
   * The range of addresses of Services, in CIDR notation: IPv4, or IPv6 from /64. With it the Cluster Agent has an address that
   * never changes, which Agents in pods that cannot resolve names of the cluster use, such as those of CoreDNS.
   * The API server has it as `--service-cluster-ip-range`; where there are two ranges, give one.
   *
   * @default - not known: such pods need `fixedAddress` of `clusterAgent`
   * @see https://kubernetes.io/docs/concepts/services-networking/cluster-ip-allocation/
   */
  readonly serviceCidr?: string;
}

/** The four components of a control plane. None may be left out: what cannot be watched is said to be so. */
export interface CustomControlPlane {
  /** The API server. */
  readonly apiServer: ControlPlaneComponent;
  /** The store of the API server. */
  readonly etcd: ControlPlaneComponent;
  /** The scheduler. */
  readonly scheduler: ControlPlaneComponent;
  /** The controller-manager. */
  readonly controllerManager: ControlPlaneComponent;
  /**
   * Taints of the nodes that run it, for checks of the node Agents there.
   *
   * @default - none
   */
  readonly taints?: NodeTaint[];
}

/** A taint of nodes. */
export interface NodeTaint {
  /** Its key. */
  readonly key: string;
  /** What becomes of pods that do not tolerate it. */
  readonly effect: TaintEffect;
}

/** What becomes of pods that do not tolerate a taint. */
export enum TaintEffect {
  /** They are not scheduled to the node. */
  NO_SCHEDULE = 'NoSchedule',
  /** They are not scheduled to the node, and leave it. */
  NO_EXECUTE = 'NoExecute',
}
