import { K3sDatastore } from './k3s-datastore';

/** What the user knows of a cluster, whoever made it. */
export interface PlatformOptions {
  /**
   * Kubernetes version of the cluster, as major.minor.
   *
   * @default - the oldest version that the maker of the platform supports, or its last where it supports none
   */
  readonly kubernetesVersion?: string;
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

/** What the user knows of a cluster with Red Hat OpenShift 4. */
export interface OpenShift4Options {
  /**
   * OpenShift version of the cluster, as major.minor; 4.3 or newer. That of Kubernetes follows from it.
   *
   * @default "4.18"
   */
  readonly openShiftVersion?: string;
  /**
   * The range of addresses of Services, in CIDR notation: IPv4, or IPv6 from /64. With it the Cluster Agent has an address that
   * never changes, which Agents in pods that cannot resolve names of the cluster use, such as those of CoreDNS.
   * `oc get network.config cluster --output jsonpath='{.spec.serviceNetwork}'` shows it; where there are two ranges, give one.
   *
   * @default - not known: such pods need `fixedAddress` of `clusterAgent`
   * @see https://kubernetes.io/docs/concepts/services-networking/cluster-ip-allocation/
   */
  readonly serviceCidr?: string;
}

/** What the user knows of a cluster by Rancher Kubernetes Engine. */
export interface RkeOptions extends PlatformOptions {
  /**
   * The nodes run RancherOS, CoreOS or Flatcar, where what is in `/etc/kubernetes` elsewhere is in `/opt/rke/etc/kubernetes`.
   *
   * @default false
   */
  readonly immutableOs?: boolean;
}

/** What the user knows of a cluster by K3s. */
export interface K3sOptions extends PlatformOptions {
  /**
   * What the servers keep the data of the cluster in.
   *
   * @default K3sDatastore.EMBEDDED_ETCD
   */
  readonly datastore?: K3sDatastore;
}
