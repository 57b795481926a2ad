import { ComponentId, OwnServiceFact, TaintFact } from '../facts/control-plane/control-plane-fact';

/** How the checks of the control plane reach whoever runs them. */
export type DeliveryModel = 'files' | 'annotationsV2' | 'annotationsV1';

/** Who runs a check: Agents that take what the Cluster Agent hands out, or the Agent of the component's node. */
export type CheckHost = 'runners' | 'nodeAgents';

/** What is watched on a cluster, and how; plain data with every choice made. */
export interface ControlPlaneModel {
  readonly delivery: DeliveryModel;
  /** Checked ones, in the order API server, etcd, scheduler, controller-manager. */
  readonly components: readonly ComponentModel[];
  /** Those that the platform does not let anybody watch, and those that the user turned off. */
  readonly unreachable: readonly UnreachableModel[];
  /** Services of ours, each once. */
  readonly services: readonly OwnServiceModel[];
  /** Of the nodes that node-bound checks run on; none where there are no such checks. */
  readonly tolerations: readonly TaintFact[];
  /** Labels of the nodes that runners must be on; absent where any node will do. */
  readonly runnerNodes?: { readonly [label: string]: string };
}

export interface ComponentModel {
  readonly id: ComponentId;
  /** For sentences. */
  readonly title: string;
  /** Name of the check, which is the name of its file too. */
  readonly check: string;
  /** What its metrics begin with. */
  readonly metrics: string;
  readonly target: TargetModel;
  readonly by: CheckHost;
  /** The one instance of the check. */
  readonly instance: { readonly [option: string]: unknown };
  readonly certificate?: CertificateModel;
  readonly permissions: readonly PermissionModel[];
  /** What the user must set on the nodes, as lines of text. */
  readonly nodeConfiguration: readonly string[];
}

export interface UnreachableModel {
  readonly id: ComponentId;
  readonly title: string;
  /** Sentences without their full stops. */
  readonly reason: string;
  readonly instead?: string;
}

export type TargetModel =
  | { readonly kind: 'endpoints'; readonly namespace: string; readonly name: string; readonly resolve: 'ip' | 'auto'; readonly own: boolean }
  | { readonly kind: 'service'; readonly namespace: string; readonly name: string; readonly own: boolean }
  /** Short names of images, on the node of the Agent. */
  | { readonly kind: 'containers'; readonly images: readonly string[] }
  | { readonly kind: 'pausePods'; readonly name: string; readonly nodeSelector: { readonly [label: string]: string } };

export interface OwnServiceModel extends OwnServiceFact {
  readonly namespace: string;
  readonly name: string;
}

/** As Kubernetes has it in a rule of a role. */
export interface PermissionModel {
  readonly nonResourceUrls?: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly string[];
}

export type CertificateModel = HostCertificateModel | NodeCertificateModel | SecretCertificateModel;

/** Files of the host, each mounted by itself and read-only in the container that runs the check. */
export interface HostCertificateModel {
  readonly from: 'host';
  readonly files: readonly HostFileModel[];
}

export interface HostFileModel {
  /** Path on the host. */
  readonly hostPath: string;
  /** Path in the container, as the check names it. */
  readonly path: string;
}

/** Files of the host that an init container copies to fixed names, because theirs differ from node to node. */
export interface NodeCertificateModel {
  readonly from: 'node';
  /** Folder on the host. */
  readonly folder: string;
  /** Folder of the fixed names in the container. */
  readonly mountPath: string;
  /** `name` has `<ip>` for the address of the node; `copy` is the fixed name below `mountPath`. */
  readonly files: ReadonlyArray<{ readonly name: string; readonly copy: string }>;
}

/** A Secret of the platform that is copied to the namespace of the Agents and mounted from there. */
export interface SecretCertificateModel {
  readonly from: 'secret';
  /** Where the platform keeps it. */
  readonly source: { readonly namespace: string; readonly name: string };
  /** Keys that are needed of the Secret; the file of each has its name. */
  readonly keys: readonly string[];
  /** Where the platform keeps the authorities, when the Secret has none; absent where the server is not verified. */
  readonly caSource?: { readonly namespace: string; readonly name: string; readonly key: string };
  /** The copies, in the namespace of the Agents. */
  readonly target: { readonly namespace: string; readonly secretName: string; readonly caConfigMapName?: string };
  /** Folder in the container, with a file for each key and for that of the authorities. */
  readonly mountPath: string;
  /** How the copies come to be. */
  readonly copying: CertificateCopying;
}

/**
 * How a Secret gets from the namespace of the platform to that of the Agents. `copiesCa` says whether the authorities,
 * which some platforms keep in a ConfigMap, come along; where they do not, the server's certificate is not verified.
 */
export interface CertificateCopying {
  readonly kind: 'existing' | 'externalSecrets' | 'kyverno' | 'job';
  /** Name of the copy. */
  readonly secretName?: string;
  readonly caConfigMapName?: string;
  readonly copiesCa: boolean;
}
