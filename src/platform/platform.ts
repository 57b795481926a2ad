import { ControlPlaneComponent } from './control-plane-component';
import { CustomPlatformOptions } from './custom-platform';
import { describeFargateProfiles } from './describe-fargate-profiles';
import { FargateProfile } from './fargate-profile';
import { K3sDatastore } from './k3s-datastore';
import { K3sOptions, OpenShift4Options, PlatformOptions, RkeOptions } from './platform-options';
import { LEASE_OF_CONTROLLER_MANAGER, LEASE_OF_SCHEDULER } from '../facts/control-plane/common';
import { RKE_IMMUTABLE_PREFIX } from '../facts/control-plane/rke';
import { CUSTOM } from '../facts/platforms/custom';
import { PLATFORMS } from '../facts/platforms/platforms';
import { PlatformDescription } from '../model/cluster-description';
import { requireOpenShiftVersion } from '../requirements/control-plane';
import { requireComponents, requirePlatformName, requireTaints } from '../requirements/custom-platform';
import { entryPoint } from '../requirements/entry-point';
import { requirePlatform } from '../requirements/known-platform';
import { requireArgument, requireOptions } from '../requirements/options';
import { requireServiceCidr } from '../requirements/service-address';

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
  /**
   * The range of addresses of Services, in CIDR notation: IPv4, or IPv6 from /64. With it the Cluster Agent has an address that
   * never changes, which Agents in pods that cannot resolve names of the cluster use, such as those of CoreDNS.
   * `aws eks describe-cluster --name <cluster> --query cluster.kubernetesNetworkConfig` shows it.
   *
   * @default - not known: such pods need `fixedAddress` of `clusterAgent`
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html
   */
  readonly serviceCidr?: string;
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
  /**
   * The range of addresses of Services, in CIDR notation: IPv4, or IPv6 from /64. With it the Cluster Agent has an address that
   * never changes, which Agents in pods that cannot resolve names of the cluster use, such as those of CoreDNS.
   * `aws eks describe-cluster --name <cluster> --query cluster.kubernetesNetworkConfig` shows it.
   *
   * @default - not known: such pods need `fixedAddress` of `clusterAgent`
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html
   */
  readonly serviceCidr?: string;
}

/**
 * The kind of cluster that Datadog is for: the facts of its maker, and what only the user knows of it.
 */
@entryPoint
export class Platform {
  /**
   * Amazon EKS with AWS Fargate and no other nodes: the Agent runs as a sidecar in the pods of applications.
   *
   * @throws when a Fargate profile is none that EKS takes: without a name, or without 1 to 5 selectors with a namespace; when
   *   two have one name, or when none is declared in an empty list; when `serviceCidr` is no range that a cluster has
   * @see https://docs.datadoghq.com/integrations/eks_fargate/
   */
  public static eksFargate(options: EksFargateOptions = {}): Platform {
    options = requireOptions('EksFargateOptions', options);
    return new Platform({
      fact: PLATFORMS.eksFargate,
      kubernetesVersion: options.kubernetesVersion,
      fargateProfiles: options.fargateProfiles && describeFargateProfiles(options.fargateProfiles),
      ...serviceCidr(options),
    });
  }

  /**
   * Amazon EKS with EC2 nodes: an Agent runs on every node. With Fargate profiles declared, the pods that they take get
   * the Agent as a sidecar, and one Cluster Agent is for both.
   *
   * @throws when a Fargate profile is none that EKS takes: without a name, or without 1 to 5 selectors with a namespace; or
   *   when two have one name; when `serviceCidr` is no range that a cluster has
   * @see https://docs.datadoghq.com/containers/kubernetes/distributions/?tab=datadogoperator#EKS
   */
  public static eks(options: EksOptions = {}): Platform {
    options = requireOptions('EksOptions', options);
    const { kubernetesVersion, fargateProfiles = [] } = options;
    return new Platform({
      fact: PLATFORMS.eks,
      kubernetesVersion,
      fargateProfiles: fargateProfiles.length > 0 ? describeFargateProfiles(fargateProfiles) : [],
      ...serviceCidr(options),
    });
  }

  /**
   * A cluster that kubeadm made, or that is laid out as kubeadm does it.
   *
   * @see https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/
   */
  public static kubeadm(options: PlatformOptions = {}): Platform {
    options = requireOptions('PlatformOptions', options);
    return new Platform({ fact: PLATFORMS.kubeadm, kubernetesVersion: options.kubernetesVersion, ...serviceCidr(options) });
  }

  /**
   * Red Hat OpenShift 4, and OKD.
   *
   * @throws when the version is none of OpenShift 4
   * @see https://docs.datadoghq.com/containers/kubernetes/distributions/#Openshift
   */
  public static openShift4(options: OpenShift4Options = {}): Platform {
    options = requireOptions('OpenShift4Options', options);
    const { openShiftVersion } = options;
    return new Platform({
      fact: PLATFORMS.openShift4,
      kubernetesVersion: openShiftVersion === undefined ? undefined : requireOpenShiftVersion(openShiftVersion),
      ...serviceCidr(options),
    });
  }

  /** Red Hat OpenShift 3.11, on Kubernetes 1.11. */
  public static openShift3(): Platform {
    return new Platform({ fact: PLATFORMS.openShift3 });
  }

  /**
   * Rancher Kubernetes Engine (RKE1) under Rancher 2.5 and newer, with the chart rancher-monitoring.
   *
   * @see https://docs.datadoghq.com/containers/kubernetes/control_plane/#RKE
   */
  public static rke(options: RkeOptions = {}): Platform {
    options = requireOptions('RkeOptions', options);
    return new Platform({ fact: PLATFORMS.rke, kubernetesVersion: options.kubernetesVersion, ...serviceCidr(options), ...hostPrefix(options) });
  }

  /**
   * Rancher Kubernetes Engine (RKE1) under Rancher before 2.5.
   *
   * @see https://docs.datadoghq.com/containers/kubernetes/control_plane/#RKEBefore2_5
   */
  public static rkeLegacy(options: RkeOptions = {}): Platform {
    options = requireOptions('RkeOptions', options);
    return new Platform({ fact: PLATFORMS.rkeLegacy, kubernetesVersion: options.kubernetesVersion, ...serviceCidr(options), ...hostPrefix(options) });
  }

  /**
   * RKE2.
   *
   * @see https://docs.rke2.io
   */
  public static rke2(options: PlatformOptions = {}): Platform {
    options = requireOptions('PlatformOptions', options);
    return new Platform({ fact: PLATFORMS.rke2, kubernetesVersion: options.kubernetesVersion, ...serviceCidr(options) });
  }

  /**
   * K3s.
   *
   * @see https://docs.k3s.io
   */
  public static k3s(options: K3sOptions = {}): Platform {
    options = requireOptions('K3sOptions', options);
    const embedded = (options.datastore ?? K3sDatastore.EMBEDDED_ETCD) === K3sDatastore.EMBEDDED_ETCD;
    return new Platform({ fact: PLATFORMS.k3s, kubernetesVersion: options.kubernetesVersion, datastore: embedded ? 'etcd' : 'other', ...serviceCidr(options) });
  }

  /**
   * Talos Linux.
   *
   * @see https://docs.siderolabs.com/talos
   */
  public static talos(options: PlatformOptions = {}): Platform {
    options = requireOptions('PlatformOptions', options);
    return new Platform({ fact: PLATFORMS.talos, kubernetesVersion: options.kubernetesVersion, ...serviceCidr(options) });
  }

  /**
   * Azure Kubernetes Service. Nobody but Azure watches its control plane.
   *
   * @see https://docs.datadoghq.com/containers/kubernetes/distributions/#AKS
   */
  public static aks(options: PlatformOptions = {}): Platform {
    options = requireOptions('PlatformOptions', options);
    return new Platform({ fact: PLATFORMS.aks, kubernetesVersion: options.kubernetesVersion, ...serviceCidr(options) });
  }

  /**
   * Google Kubernetes Engine in its mode Standard: GKE Autopilot refuses the host paths of the node Agents. Only Google watches its control plane.
   *
   * @see https://docs.datadoghq.com/containers/kubernetes/distributions/#GKE
   */
  public static gke(options: PlatformOptions = {}): Platform {
    options = requireOptions('PlatformOptions', options);
    return new Platform({ fact: PLATFORMS.gke, kubernetesVersion: options.kubernetesVersion, ...serviceCidr(options) });
  }

  /**
   * A platform by its id, for programs that read it from somewhere: `kubeadm`, `eks-fargate`, `rke2`. What only one platform has, such as
   * Fargate profiles, is given to the method of its name.
   *
   * @param id id of the platform; the error of one that does not exist lists all
   * @param options what is known of the cluster
   * @throws when the library knows no platform of that id, or `serviceCidr` is no range that a cluster has
   */
  public static of(id: string, options: PlatformOptions = {}): Platform {
    requireArgument('id', 'string', id);
    options = requireOptions('PlatformOptions', options);
    return new Platform({ fact: requirePlatform(id), kubernetesVersion: options.kubernetesVersion, ...serviceCidr(options) });
  }

  /**
   * Any other cluster with nodes of its own.
   *
   * @throws when it has no name, or does not say how each of its components is watched
   */
  public static custom(options: CustomPlatformOptions): Platform {
    options = requireOptions('CustomPlatformOptions', options);
    const { name, kubernetesVersion, controlPlane } = options;
    const { apiServer, etcd, scheduler, controllerManager } = requireComponents(controlPlane ?? {}, c => c instanceof ControlPlaneComponent);
    return new Platform({
      kubernetesVersion,
      ...serviceCidr(options),
      fact: {
        ...CUSTOM,
        name: requirePlatformName(name),
        controlPlane: {
          ...CUSTOM.controlPlane,
          apiServer: [apiServer._way],
          etcd: [etcd._way],
          scheduler: [scheduler._mayAlso(LEASE_OF_SCHEDULER)],
          controllerManager: [controllerManager._mayAlso(LEASE_OF_CONTROLLER_MANAGER)],
          taints: requireTaints(controlPlane.taints ?? []),
        },
      },
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

function hostPrefix({ immutableOs }: RkeOptions): Pick<PlatformDescription, 'hostPrefix'> {
  return immutableOs ? { hostPrefix: RKE_IMMUTABLE_PREFIX.value } : {};
}

function serviceCidr({ serviceCidr: text }: { readonly serviceCidr?: string }): Pick<PlatformDescription, 'serviceCidr'> {
  return text === undefined ? {} : { serviceCidr: requireServiceCidr(text) };
}
