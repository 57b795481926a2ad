import { Platform } from '../platform/platform';

/** Options of an add-on of EKS. */
export interface EksAddOnOptions {
  /** Name of the cluster, as AWS knows it: up to 100 letters, digits, hyphens and underscores. */
  readonly clusterName: string;
  /**
   * Labels of its pods: those by which a Fargate profile takes them, or a policy gives them an Agent.
   *
   * @default - none
   */
  readonly podLabels?: { [name: string]: string };
  /**
   * The rest of its configuration, as the schema of its version has it. Whatever the add-on is configured with and is not here is lost.
   *
   * @default - none
   */
  readonly configuration?: any;
}

/** Options of the add-on of CoreDNS. */
export interface CoreDnsAddOnOptions extends EksAddOnOptions {
  /**
   * Whether its pods run on Fargate. Without a word of it, they wait for an EC2 node.
   *
   * @default true
   */
  readonly onFargate?: boolean;
  /**
   * The platform: its Fargate profiles are held to take the pods.
   *
   * @default - nothing is checked
   */
  readonly platform?: Platform;
}

/** Options of any other add-on. */
export interface CustomEksAddOnOptions extends EksAddOnOptions {
  /** Name of the add-on, for example `aws-ebs-csi-driver`. */
  readonly addOnName: string;
  /**
   * Where its configuration has the labels of its pods: keys with dots between them, for example `controller.podLabels`.
   *
   * @default "podLabels"
   */
  readonly podLabelsKey?: string;
}
