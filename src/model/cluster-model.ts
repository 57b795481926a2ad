import { ClusterAgentAddressModel } from './cluster-agent-address';
import { ClusterCheckModel } from './cluster-check';
import { FargateProfileModel } from './cluster-description';
import { CredentialsModel } from './credentials-model';
import { DeploymentModel } from './deployment-model';
import { FeaturesModel } from './features-model';
import { NodeAgentModel } from './node-agent-model';
import { SidecarModel } from './sidecar-model';
import { DeliveryFact } from '../facts/deliveries';
import { PlatformFact } from '../facts/platforms/platform-fact';

/** A cluster with every default filled in and every choice made; nothing Kubernetes-shaped yet. */
export interface ClusterModel {
  /** Who makes the pods of Datadog. */
  readonly delivery: DeliveryFact;
  readonly platform: PlatformModel;
  readonly clusterName: string;
  readonly site: string;
  readonly namespace: string;
  readonly createNamespace: boolean;
  /** `key:value`, sorted by key. */
  readonly tags: readonly string[];
  readonly agentVersion: string;
  /** Without a slash at the end. */
  readonly registry: string;
  readonly agentImage: string;
  /** Tag of the image; the same as that of the Agent but for variants that the Cluster Agent does not have. */
  readonly clusterAgentVersion: string;
  readonly clusterAgentImage: string;
  readonly credentials: CredentialsModel;
  readonly clusterAgentUrl: string;
  /** The same by an IP address, for pods that resolve no names of the cluster; absent where no address is known. */
  readonly clusterAgentAddressUrl?: string;
  /** The Service with that address; absent where none is made. */
  readonly clusterAgentAddress?: ClusterAgentAddressModel;
  /** Absent where Agents do not check the Cluster Agent's certificate. */
  readonly clusterAgentTls?: ClusterAgentTlsModel;
  readonly features: FeaturesModel;
  readonly clusterAgent: ClusterAgentModel;
  /** Absent where nobody runs cluster checks. */
  readonly clusterCheckRunners?: DeploymentModel;
  /** Absent where the platform has no nodes, or none of them is to have an Agent. */
  readonly nodeAgent?: NodeAgentModel;
  readonly sidecar: SidecarModel;
}

export interface PlatformModel {
  readonly fact: PlatformFact;
  /** major.minor */
  readonly kubernetesVersion: string;
  readonly fargateProfiles: readonly FargateProfileModel[];
  /** The range of addresses of Services; absent where nobody said. */
  readonly serviceCidr?: string;
  /** Pods that run on AWS Fargate: all of them, those that one of the profiles takes, or none. */
  readonly fargate: PlatformFact['fargate'];
  /** What the API server keeps its data in; absent where that is etcd. */
  readonly datastore?: 'etcd' | 'other';
  /** What stands before paths of the host; absent where nothing does. */
  readonly hostPrefix?: string;
}

export interface ClusterAgentModel extends DeploymentModel {
  /** Checks of the user's, which runners do. */
  readonly checks: readonly ClusterCheckModel[];
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
