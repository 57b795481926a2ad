/** The Agent's container in a pod of an application. */
export interface WorkloadSidecarOptions {
  /**
   * CPU that the Agent requests and is limited to, as a Kubernetes quantity.
   *
   * @default "200m"
   */
  readonly cpu?: string;
  /**
   * Memory that the Agent requests and is limited to, as a Kubernetes quantity.
   *
   * @default "256Mi"
   */
  readonly memory?: string;
  /**
   * Env vars of the Agent. They win over those of the library; keys and tokens come from the credentials only,
   * those that other parts of the manifests rest on, such as DD_SITE, from options only, and features that need the
   * kernel of the host, such as Cloud Network Monitoring, are refused.
   *
   * @default - none
   */
  readonly env?: { [name: string]: string };
  /**
   * Where the Agent's container stands in the pod.
   *
   * @default SidecarPlacement.CONTAINER
   */
  readonly placement?: SidecarPlacement;
  /**
   * Makes the file system of the Agent's container read-only, with an init container that copies its configuration and
   * four emptyDirs for what it writes.
   *
   * @default false
   */
  readonly readOnlyRootFilesystem?: boolean;
  /**
   * Startup, liveness and readiness probes of the Agent, on port 5555 of the pod. While the Agent is not ready, the pod
   * is not either.
   *
   * @default false
   */
  readonly probes?: boolean;
  /**
   * Unified service tags: labels of the pod and env vars of its containers. What the pod has already wins.
   *
   * @default - none
   * @see https://docs.datadoghq.com/getting_started/tagging/unified_service_tagging/
   */
  readonly serviceTags?: ServiceTags;
}

/** The Agent's container in the pods of applications. */
export interface SidecarOptions extends WorkloadSidecarOptions {
  /**
   * What the ServiceAccounts of instrumented pods may do.
   *
   * @default SidecarPermissions.LEAST
   */
  readonly permissions?: SidecarPermissions;
}

/** Datadog's unified service tags; each must be a value that Kubernetes takes for a label. */
export interface ServiceTags {
  /**
   * Environment, for example `prod`.
   *
   * @default - none
   */
  readonly env?: string;
  /**
   * Service, for example `shop-web`.
   *
   * @default - none
   */
  readonly service?: string;
  /**
   * Version of the service, for example `1.4.2`.
   *
   * @default - none
   */
  readonly version?: string;
}

/** Where the Agent's container stands in a pod. */
export enum SidecarPlacement {
  /** Beside the containers of the application, as Datadog's webhook has it. */
  CONTAINER = 'container',
  /**
   * As an init container with `restartPolicy: Always`: it starts before the application, and Jobs end without help.
   * Kubernetes 1.29 and newer. AWS does not say how it sizes such a pod on Fargate.
   *
   * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
   */
  NATIVE = 'native',
}

/** What the ServiceAccounts of instrumented pods may do. */
export enum SidecarPermissions {
  /**
   * What the Agent uses on Fargate: get on nodes/proxy. It cannot do without, and it is powerful: it opens the kubelet
   * API of every node, which reads logs of every pod and, on nodes other than Fargate's, runs commands in them.
   */
  LEAST = 'least',
  /**
   * What Datadog's documentation lists: the same, and get and list on nodes, namespaces and endpoints.
   *
   * @see https://docs.datadoghq.com/integrations/eks_fargate/#aws-eks-fargate-rbac
   */
  DOCUMENTED = 'documented',
}
