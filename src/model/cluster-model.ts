import { AgentFeaturesModel } from './agent-features';
import { FargateProfileModel } from './cluster-description';
import { CredentialsModel } from './credentials-model';
import { ResourcesModel } from './resources-model';
import { SidecarModel } from './sidecar-model';
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
  /** Absent where Agents do not check the Cluster Agent's certificate. */
  readonly clusterAgentTls?: ClusterAgentTlsModel;
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
  readonly agent: AgentFeaturesModel;
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

/** The certificate authority of the Cluster Agent. */
export interface ClusterAgentTlsModel {
  /** Secret in the Cluster Agent's namespace with the authority's certificate and key (`tls.crt`, `tls.key`). */
  readonly secretName: string;
  /** ConfigMap with the authority's certificate (`ca.crt`) in every namespace with a sidecar. */
  readonly configMapName: string;
  /** PEM text that the ConfigMaps are made from; absent where they exist. */
  readonly caCertificate?: string;
}
