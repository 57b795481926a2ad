import { Fact } from '../fact';

/** The four components; a row names all of them, so that none is forgotten. */
export type ComponentId = 'apiServer' | 'etcd' | 'scheduler' | 'controllerManager';

/** How the control plane of a platform is watched. */
export interface ControlPlaneFact extends Fact {
  readonly apiServer: ComponentFact;
  readonly etcd: ComponentFact;
  readonly scheduler: ComponentFact;
  readonly controllerManager: ComponentFact;
  /** Taints of the nodes that run it, which a node Agent there must tolerate. */
  readonly taints: readonly TaintFact[];
  /**
   * Components for which a node Agent on a control-plane node sets up a check by itself: the check comes with an automatic configuration, which
   * matches the short name of a container's image. It has no permission, no certificate and, for most, no open port, and fails at every run.
   */
  readonly autoConf?: readonly ComponentId[];
  /** Labels of the nodes whose files a Deployment of ours mounts; absent where it mounts none. */
  readonly nodeSelector?: { readonly [label: string]: string };
}

/** Ways to a component, the first that fits the version of the cluster and the choices of the user. */
export type ComponentFact = readonly WayFact[];

/** Versions of Kubernetes that a row is for, as major.minor. */
export interface Versions {
  readonly since?: string;
  /** The first version that it is no longer for. */
  readonly before?: string;
}

export interface TaintFact extends Versions {
  readonly key: string;
  readonly effect: 'NoSchedule' | 'NoExecute';
}

/** What the way depends on beside the version: choices of the user, and who there is to run checks. */
export interface Choices {
  /** How the components of RKE are found: by the Services of the rancher-monitoring chart, by ours, or through its proxy. */
  readonly pushProx?: 'chartServices' | 'ownServices' | 'proxy';
  /** What the API server keeps its data in. */
  readonly datastore?: 'etcd' | 'other';
  /** The network of the node Agents: their own, or that of their host, which has its loopback address. */
  readonly network?: 'pod' | 'host';
  /** Who runs what the Cluster Agent hands out to anybody. */
  readonly clusterChecks?: 'runners' | 'nodeAgents';
}

export type WayFact = UnavailableFact | CheckedFact;

/** The component cannot be watched by a check, and why. */
export interface UnavailableFact extends Fact, Versions {
  readonly way: 'unavailable';
  readonly when?: Choices;
  /** A sentence without its full stop. */
  readonly reason: string;
  /** What there is in its place, as a sentence without its full stop. */
  readonly instead: string;
  /** Page that says so. */
  readonly link: string;
}

export type CheckedFact = EndpointsFact | ServiceFact | ContainersFact | PausePodsFact;

/** What every check has, however it finds the component. */
export interface ScrapeFact extends Fact, Versions {
  readonly when?: Choices;
  /** With `%%host%%`, and `%%port%%` or `%%port_<name>%%` where the port is that of the Service. */
  readonly url: string;
  /** The Agent signs in with the token of its ServiceAccount. */
  readonly token?: boolean;
  /** The Agent signs in with a client certificate. */
  readonly certificate?: CertificateFact;
  /** Whether the certificate of the server is verified. Absent where there is none: plain http. */
  readonly tlsVerify?: boolean;
  /** The user asked for the certificate to be verified. The check does so also where no authority is known: the image of the Agent has public authorities. */
  readonly verifiedByRequest?: boolean;
  /** Path in the container of the authorities, where they do not come with the client certificate. */
  readonly ca?: string;
  /** More options of the instance. */
  readonly options?: { readonly [option: string]: unknown };
  /** What the account of the Agent must be allowed. */
  readonly permissions?: readonly ScrapePermission[];
  /** What the user must set on the nodes first, as lines of text; `<...>` stands for what only they know. */
  readonly nodeConfiguration?: readonly string[];
}

/** Every endpoint of a Service. */
export interface EndpointsFact extends ScrapeFact {
  readonly way: 'endpoints';
  readonly service: ServiceRef;
  /** `ip`: a cluster check runner, any. `auto`: the node Agent on the node of the endpoint's pod. */
  readonly resolve: 'ip' | 'auto';
}

/** The address of a Service, once. */
export interface ServiceFact extends ScrapeFact {
  readonly way: 'service';
  readonly service: ServiceRef;
}

/** Containers of the node Agent's node, by the short name of their image. */
export interface ContainersFact extends ScrapeFact {
  readonly way: 'containers';
  readonly images: readonly string[];
}

/** Pods that do nothing but stand on the nodes of the component, on the network of the host, and carry the check. */
export interface PausePodsFact extends ScrapeFact {
  readonly way: 'pausePods';
  readonly name: string;
  /** Labels of the nodes. */
  readonly nodeSelector: { readonly [label: string]: string };
}

export interface ServiceRef {
  readonly namespace: string;
  readonly name: string;
  /** Present where the Service is ours to make. */
  readonly own?: OwnServiceFact;
}

/** A headless Service of ours that finds pods of the platform. */
export interface OwnServiceFact {
  readonly selector: { readonly [label: string]: string };
  readonly portName: string;
  readonly port: number;
}

export interface ScrapePermission {
  readonly nonResourceUrls?: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly string[];
}

export type CertificateFact = HostCertificateFact | NodeCertificateFact | SecretCertificateFact;

/** Files of the host with names that are the same on every node. */
export interface HostCertificateFact {
  readonly from: 'host';
  /** Folder on the host. */
  readonly folder: string;
  /** Names of files in it. */
  readonly files: CertificateFiles;
}

/** Files of the host whose names have the address of the node in them. */
export interface NodeCertificateFact {
  readonly from: 'node';
  readonly folder: string;
  /** Names of files; `<ip>` stands for the address of the node with dashes for its dots and colons. */
  readonly files: CertificateFiles;
}

/** A Secret that the platform keeps in a namespace of its own. */
export interface SecretCertificateFact {
  readonly from: 'secret';
  readonly namespace: string;
  readonly secretName: string;
  /** Keys of the Secret. */
  readonly cert: string;
  readonly key: string;
  /** A key of the same Secret, or of a ConfigMap beside it. */
  readonly ca: { readonly configMapName?: string; readonly key: string };
}

export interface CertificateFiles {
  readonly cert: string;
  readonly key: string;
  readonly ca: string;
}
