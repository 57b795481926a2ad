/** The Agent's container in the pods of applications. */
export interface SidecarOptions {
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
   * Env vars of the Agent. They win over those of the library; keys and tokens come from the credentials only.
   *
   * @default - none
   */
  readonly env?: { [name: string]: string };
  /**
   * What the ServiceAccounts of instrumented pods may do.
   *
   * @default SidecarPermissions.LEAST
   */
  readonly permissions?: SidecarPermissions;
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
