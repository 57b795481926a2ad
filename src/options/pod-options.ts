/** Options of the pods of one of Datadog's components, whether a Deployment or a DaemonSet makes them. */
export interface DatadogPodOptions {
  /**
   * Annotations of the pods.
   *
   * @default - none
   */
  readonly podAnnotations?: { [name: string]: string };
  /**
   * Labels of the pods. Those that their Deployment or DaemonSet, and Services, find them by cannot be among them.
   *
   * @default - none
   */
  readonly podLabels?: { [name: string]: string };
  /**
   * Annotations of the ServiceAccount, for example the role of IAM Roles for Service Accounts.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
   */
  readonly serviceAccountAnnotations?: { [name: string]: string };
  /**
   * Names of Secrets of the component's namespace with credentials for the registry.
   *
   * @default - none
   */
  readonly imagePullSecrets?: string[];
  /**
   * Volumes of the pods, as Kubernetes JSON.
   *
   * @default - none
   * @see https://kubernetes.io/docs/concepts/storage/volumes/
   */
  readonly volumes?: any[];
}
