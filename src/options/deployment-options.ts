import { LogLevel } from './log-level';
import { DatadogPodOptions } from './pod-options';
import { ClusterCheck } from '../cluster-agent/cluster-check';

/** A Deployment of one of Datadog's components. */
export interface DatadogDeploymentOptions extends DatadogPodOptions {
  /**
   * Number of pods.
   *
   * @default 2
   */
  readonly replicas?: number;
  /**
   * CPU that the container requests and is limited to, as a Kubernetes quantity.
   *
   * @default "250m"
   */
  readonly cpu?: string;
  /**
   * Memory that the container requests and is limited to, as a Kubernetes quantity. With the 256 MiB that AWS adds,
   * the default is the Fargate size of 0.25 vCPU and 1 GB.
   *
   * @default "768Mi"
   */
  readonly memory?: string;
  /**
   * How much the Agent writes to its log.
   *
   * @default - what the Agent does by default
   */
  readonly logLevel?: LogLevel;
  /**
   * Env vars of the Agent. They win over those of the library; keys and tokens come from the credentials only, and
   * those that other parts of the manifests rest on, such as DD_SITE, from options only.
   *
   * @default - none
   */
  readonly env?: { [name: string]: string };
  /**
   * Env vars of the Agent whose values are in Secrets of the component's namespace. They win over those of the library.
   *
   * @default - none
   */
  readonly secretEnv?: SecretEnv[];
  /**
   * Labels of nodes that pods may run on, beside `kubernetes.io/os: linux`. A Fargate pod has a node of its own, so this,
   * tolerations, affinity and topology spread do nothing there.
   *
   * @default - none
   */
  readonly nodeSelector?: { [label: string]: string };
  /**
   * Taints that pods tolerate, as Kubernetes JSON.
   *
   * @default - none
   * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
   */
  readonly tolerations?: any[];
  /**
   * Affinity of pods, as Kubernetes JSON. It takes the place of the library's own.
   *
   * @default - pods of the component keep apart where they can share nodes
   * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity
   */
  readonly affinity?: any;
  /**
   * How pods spread over the cluster, as Kubernetes JSON.
   *
   * @default - none
   * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
   */
  readonly topologySpreadConstraints?: any[];
  /**
   * Name of the PriorityClass of pods. On Fargate, EKS puts its own in its place.
   *
   * @default - none
   */
  readonly priorityClassName?: string;
  /**
   * Where the Agent's container mounts volumes, as Kubernetes JSON.
   *
   * @default - none
   */
  readonly volumeMounts?: any[];
}

/** An env var whose value is in a Secret. */
export interface SecretEnv {
  /** Name of the env var. */
  readonly name: string;
  /** Name of the Secret. */
  readonly secretName: string;
  /** Key of the value in the Secret. */
  readonly secretKey: string;
}

/** The Cluster Agent. */
export interface ClusterAgentOptions extends DatadogDeploymentOptions {
  /**
   * Checks that the cluster check runners do. `ClusterAgentStandalone.addClusterCheck` adds more.
   *
   * @default - those that features bring
   */
  readonly checks?: ClusterCheck[];
  /**
   * An address that never changes, by a Service of its own beside the usual one: for Agents in pods that cannot resolve names
   * of the cluster, such as those of CoreDNS.
   *
   * @default - one that follows from the `serviceCidr` of the platform; none where that is not given
   * @see https://kubernetes.io/docs/concepts/services-networking/cluster-ip-allocation/
   */
  readonly fixedAddress?: ClusterAgentAddressOptions;
}

/** The address of the Cluster Agent that never changes. */
export interface ClusterAgentAddressOptions {
  /**
   * Whether there is one.
   *
   * @default - true where `fixedAddress` is named, and where the platform has a `serviceCidr`
   */
  readonly enabled?: boolean;
  /**
   * The address, IPv4 or IPv6, of the cluster's range for Services. It should be among those that Kubernetes keeps for this, at
   * the start of the range; a rule warns of another. The Service has to be deleted before it can get another one.
   *
   * @default - one near the end of those that Kubernetes keeps for this, by the `serviceCidr` of the platform
   */
  readonly clusterIp?: string;
}

/** The cluster check runners. */
export interface ClusterCheckRunnerOptions extends DatadogDeploymentOptions {
  /**
   * Whether there are runners.
   *
   * @default - true where `clusterCheckRunners` is named, and where no node Agent could run the checks, as on Fargate
   */
  readonly enabled?: boolean;
}
