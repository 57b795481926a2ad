import { FargateProfile } from './fargate-profile';
import { PLATFORMS } from '../facts/platforms/platforms';
import { FargateProfileModel, PlatformDescription } from '../model/cluster-description';
import { requireFargateProfiles } from '../requirements/fargate-profile';

/** What the user knows of an EKS cluster that runs every pod on AWS Fargate. */
export interface EksFargateOptions {
  /**
   * Kubernetes version of the cluster, as major.minor; 1.21 or newer.
   *
   * @default - the oldest version in standard support, 1.34
   * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
   */
  readonly kubernetesVersion?: string;
  /**
   * Fargate profiles of the cluster.
   *
   * @default - not declared: every namespace is taken to have one
   * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html
   */
  readonly fargateProfiles?: FargateProfile[];
}

/** What the user knows of an EKS cluster with EC2 nodes, and of its Fargate profiles where it has some. */
export interface EksOptions {
  /**
   * Kubernetes version of the cluster, as major.minor; 1.21 or newer.
   *
   * @default - the oldest version in standard support, 1.34
   * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
   */
  readonly kubernetesVersion?: string;
  /**
   * Fargate profiles of the cluster. Pods that one of them takes run on Fargate and get the Agent as a sidecar; all
   * others run on EC2 nodes and are served by the node Agent there.
   *
   * @default - none: every pod runs on an EC2 node
   * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html
   */
  readonly fargateProfiles?: FargateProfile[];
}

/**
 * The kind of cluster that Datadog is for: the facts of its maker, and what only the user knows of it.
 */
export class Platform {
  /**
   * Amazon EKS with AWS Fargate and no other nodes: the Agent runs as a sidecar in the pods of applications.
   *
   * @throws when a Fargate profile is none that EKS takes: without a name, or without 1 to 5 selectors with a namespace; when
   *   two have one name, or when none is declared in an empty list
   * @see https://docs.datadoghq.com/integrations/eks_fargate/
   */
  public static eksFargate(options: EksFargateOptions = {}): Platform {
    return new Platform({
      fact: PLATFORMS.eksFargate,
      kubernetesVersion: options.kubernetesVersion,
      fargateProfiles: options.fargateProfiles && describeProfiles(options.fargateProfiles),
    });
  }

  /**
   * Amazon EKS with EC2 nodes: an Agent runs on every node. With Fargate profiles declared, the pods that they take get
   * the Agent as a sidecar, and one Cluster Agent is for both.
   *
   * @throws when a Fargate profile is none that EKS takes: without a name, or without 1 to 5 selectors with a namespace; or
   *   when two have one name
   * @see https://docs.datadoghq.com/containers/kubernetes/distributions/?tab=datadogoperator#EKS
   */
  public static eks(options: EksOptions = {}): Platform {
    const { kubernetesVersion, fargateProfiles = [] } = options;
    return new Platform({
      fact: PLATFORMS.eks,
      kubernetesVersion,
      fargateProfiles: fargateProfiles.length > 0 ? describeProfiles(fargateProfiles) : [],
    });
  }

  /** Name of the platform, as its maker writes it. */
  public readonly name: string;
  /** Kubernetes version that the manifests are written for, as major.minor. */
  public readonly kubernetesVersion: string;

  /** @internal */
  public readonly _description: PlatformDescription;

  private constructor(description: PlatformDescription) {
    this._description = description;
    this.name = description.fact.name;
    this.kubernetesVersion = description.kubernetesVersion ?? description.fact.oldestKubernetes;
  }
}

function describeProfiles(profiles: readonly FargateProfile[]): FargateProfileModel[] {
  return requireFargateProfiles(profiles).map(({ name, selectors }) => ({
    name,
    selectors: selectors.map(({ namespace, labels }) => ({ namespace, labels: labels ?? {} })),
  }));
}
