import { ClusterCheckDescription } from './cluster-check';
import { CredentialsModel } from './credentials-model';
import { DeploymentDescription } from './deployment-model';
import { FeaturesDescription } from './features-model';
import { NodeAgentDescription } from './node-agent-model';
import { SidecarDescription } from './sidecar-model';
import { DeliveryFact } from '../facts/deliveries';
import { PlatformFact } from '../facts/platforms/platform-fact';

/** What a user says about a cluster, as plain data; whatever is left out gets its default in `resolve`. */
export interface ClusterDescription {
  /** Who makes the pods of Datadog; left out, the plain manifests. */
  readonly delivery?: DeliveryFact;
  readonly platform: PlatformDescription;
  readonly clusterName: string;
  readonly credentials: CredentialsModel;
  readonly site?: string;
  readonly namespace?: string;
  readonly createNamespace?: boolean;
  readonly tags?: { readonly [key: string]: string };
  readonly agentVersion?: string;
  readonly registry?: string;
  readonly clusterAgentTls?: { readonly secretName: string; readonly caCertificate?: string; readonly configMapName?: string };
  readonly features?: FeaturesDescription;
  readonly clusterAgent?: DeploymentDescription & {
    readonly checks?: readonly ClusterCheckDescription[];
    readonly fixedAddress?: ClusterAgentAddressDescription;
  };
  readonly clusterCheckRunners?: DeploymentDescription & { readonly enabled?: boolean };
  /** The Agent on every node, where the platform has nodes. */
  readonly nodeAgent?: NodeAgentDescription;
  readonly sidecar?: SidecarDescription;
}

export interface PlatformDescription {
  readonly fact: PlatformFact;
  readonly kubernetesVersion?: string;
  readonly fargateProfiles?: readonly FargateProfileModel[];
  /** The range of addresses of Services. */
  readonly serviceCidr?: string;
  /** What the API server keeps its data in; absent where that is etcd. */
  readonly datastore?: 'etcd' | 'other';
  /** What stands before paths of the host; absent where nothing does. */
  readonly hostPrefix?: string;
}

/** The address of the Cluster Agent that never changes. */
export interface ClusterAgentAddressDescription {
  readonly enabled?: boolean;
  readonly clusterIp?: string;
}

/** A Fargate profile as EKS defines it: a pod that matches one selector runs on Fargate. */
export interface FargateProfileModel {
  readonly name: string;
  readonly selectors: ReadonlyArray<{ readonly namespace: string; readonly labels: { readonly [name: string]: string } }>;
}
