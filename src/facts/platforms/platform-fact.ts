import { ControlPlaneFact } from '../control-plane/control-plane-fact';
import { Fact } from '../fact';
import { ContainerRuntimeId, NodeSystemId } from '../node-host';

/** Where pods run and what follows from it. A variant of Kubernetes is a row and nothing else. */
export interface PlatformFact extends Fact {
  readonly id: string;
  /** As its maker writes it. */
  readonly name: string;
  /** Oldest Kubernetes minor version that its maker still supports, and what manifests are written for unless the user says otherwise. */
  readonly oldestKubernetes: string;
  /** Newest Kubernetes minor version that it offers, for examples in messages alone: nothing is decided by it. */
  readonly newestKubernetes: string;
  /** Oldest one that manifests can be written for; absent where that is as for any other. */
  readonly leastKubernetes?: string;
  /** It has nodes of the user's own, with a node Agent on each; pods of one workload can share them. */
  readonly nodes: boolean;
  /** Pods that run on AWS Fargate: all of them, those that a declared profile takes, or none. */
  readonly fargate: 'all' | 'profiles' | 'none';
  /** How pods are told where their Agent is, unless the user says otherwise. */
  readonly configMode: 'none' | 'socket' | 'hostip';
  /**
   * Why a pod has no way to the sockets of its node's Agent, as a sentence without its full stop, and which pods have one all the
   * same: those that are privileged themselves, or those of namespaces that the Pod Security level leaves alone. Agents take traces and
   * metrics by ports then, unless the user says otherwise. Absent where pods may have the sockets.
   */
  readonly noSockets?: Fact & { readonly reason: string; readonly unless: 'pod-is-privileged' | 'namespace-is-privileged'; readonly exception: string };
  /** What the library's Deployments request and are limited to, unless the user says otherwise. */
  readonly deploymentResources: { readonly cpu: string; readonly memory: string };
  /** Domain of cluster-internal names. */
  readonly clusterDomain: string;
  /**
   * SecurityContextConstraints decide what pods may do: they give a pod its uid, refuse one that names its own, and let nobody
   * look at a node who has no constraints that say so.
   */
  readonly securityContextConstraints?: boolean;
  /** It has the kind ClusterResourceQuota (quota.openshift.io), which the Cluster Agent lists wherever it finds that API. */
  readonly clusterResourceQuotas?: boolean;
  /**
   * Pod Security level that its API server holds the pods of a namespace to which names none itself, and namespaces that it leaves out.
   * Absent where it refuses nothing.
   */
  readonly podSecurity?: { readonly level: 'baseline'; readonly exempt: readonly string[] };
  /** Annotations without which pods of a namespace do not get where they are for. */
  readonly namespaceAnnotations?: { readonly [name: string]: string };
  /** Its control plane adds selectors of its own to webhooks, which the Cluster Agent has to know of, or the two change each other's for ever. */
  readonly webhookSelectors?: boolean;
  /** Keys of taints that keep applications off some nodes, and not what watches every node, as the node Agents do. */
  readonly reservedNodes?: readonly string[];
  /** What its nodes have that others have not, unless the user says otherwise. Absent where they are usual: Linux with containerd. */
  readonly nodeHost?: {
    readonly system?: NodeSystemId;
    readonly runtime?: ContainerRuntimeId;
    readonly criSocketPath?: string;
    /** False where the certificate of a kubelet is none that the cluster's authority signed for its address. */
    readonly kubeletTlsVerify?: boolean;
  };
  /** What it has that the manifests are not for, as a sentence without its full stop. */
  readonly notFor?: string;
  /** How its control plane is watched. */
  readonly controlPlane: ControlPlaneFact;
}

/** With the 256 MiB that AWS adds this is the Fargate size of 0.25 vCPU and 1 GB. */
export const SMALLEST_FARGATE: Fact & PlatformFact['deploymentResources'] = {
  cpu: '250m',
  memory: '768Mi',
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-configuration.html',
  checkedOn: '2026-11-21',
};

/** Domain of cluster-internal names where nobody chose another. */
export const CLUSTER_DOMAIN: Fact & { readonly value: string } = {
  value: 'cluster.local',
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
  checkedOn: '2026-11-21',
};
