import { FargateProfileModel } from './cluster-description';
import { CredentialsModel } from './credentials-model';
import { PlatformFact } from '../facts/platforms';

/** A cluster with every default filled in and every choice made; nothing Kubernetes-shaped yet. */
export interface ClusterModel {
  readonly platform: PlatformModel;
  readonly clusterName: string;
  readonly site: string;
  readonly namespace: string;
  readonly createNamespace: boolean;
  /** `key:value`, sorted by key. */
  readonly tags: readonly string[];
  readonly agentVersion: string;
  readonly agentImage: string;
  readonly clusterAgentImage: string;
  readonly credentials: CredentialsModel;
  readonly clusterAgentUrl: string;
  readonly features: FeaturesModel;
  readonly clusterAgent: DeploymentModel;
  /** Absent where nobody runs cluster checks. */
  readonly clusterCheckRunners?: DeploymentModel;
  readonly sidecar: SidecarModel;
}

export interface PlatformModel {
  readonly fact: PlatformFact;
  /** major.minor */
  readonly kubernetesVersion: string;
  readonly fargateProfiles: readonly FargateProfileModel[];
}

export interface FeaturesModel {
  readonly clusterChecks: boolean;
  readonly events: boolean;
  /** Absent where kube-state-metrics core is off. */
  readonly kubeStateMetrics?: KubeStateMetricsModel;
}

export interface KubeStateMetricsModel {
  /** Collectors of the check, in the order of the facts. */
  readonly collectors: readonly string[];
}

export interface DeploymentModel {
  readonly replicas: number;
  readonly resources: ResourcesModel;
  /** Pods keep away from each other's nodes where they can. */
  readonly spread: boolean;
}

/** Requests and limits alike. */
export interface ResourcesModel {
  readonly cpu: string;
  readonly memory: string;
}

export interface SidecarModel {
  readonly resources: ResourcesModel;
  /** Env vars of the Agent that the user sets; they win. */
  readonly env: { readonly [name: string]: string };
  /** Grants what Datadog's documentation lists in place of what the Agent uses. */
  readonly documentedPermissions: boolean;
}
