import { EtcdCertificateModel } from './etcd-certificate';
import { ComponentId, OwnServiceFact, ScrapePermission, TaintFact } from '../facts/control-plane/control-plane-fact';

/** How the checks of the control plane reach whoever runs them. */
export type DeliveryModel = 'files' | 'annotationsV2' | 'annotationsV1';

/** Which Agents run a check: cluster check runners, or those on nodes. */
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
  /** For the nodes whose Agents run checks of their own node. */
  readonly tolerations: readonly TaintFact[];
  /** Where the runners must be, because they read files of the host; absent where any node will do. */
  readonly runnerNodes?: { readonly selector: { readonly [label: string]: string }; readonly tolerations: readonly TaintFact[] };
  /** Pods that stand on nodes to carry checks, by name. */
  readonly pausePods: readonly PausePodsModel[];
  /** A Secret of the platform that is copied to the namespace of the Agents. */
  readonly etcdCertificate?: EtcdCertificateModel;
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
  /** The Agent must be the one on the component's node. */
  readonly nodeBound: boolean;
  /** The one instance of the check. */
  readonly instance: { readonly [option: string]: unknown };
  readonly certificate?: CertificateModel;
  readonly permissions: readonly ScrapePermission[];
  /** What the user must set on the nodes, as lines of text. */
  readonly nodeConfiguration: readonly string[];
}

export interface UnreachableModel {
  readonly id: ComponentId;
  readonly title: string;
  /** A sentence without its full stop. */
  readonly reason: string;
  /** What there is in its place; absent where the user turned it off. */
  readonly instead?: string;
}

export type TargetModel = ServiceTargetModel | ContainersTargetModel | PausePodsTargetModel;

/** A Service, once, or each of its endpoints. */
export interface ServiceTargetModel {
  readonly kind: 'service' | 'endpoints';
  readonly namespace: string;
  readonly name: string;
  /** Made by us, and not by the platform. */
  readonly own: boolean;
  /** Of endpoints: any Agent that runs cluster checks, or the one on the node of the endpoint's pod. */
  readonly resolve?: 'ip' | 'auto';
}

/** Containers on the node of the Agent, by the short names of their images. */
export interface ContainersTargetModel {
  readonly kind: 'containers';
  readonly images: readonly string[];
}

export interface PausePodsTargetModel {
  readonly kind: 'pausePods';
  readonly name: string;
}

export interface OwnServiceModel extends OwnServiceFact {
  readonly namespace: string;
  readonly name: string;
}

export interface PausePodsModel {
  readonly name: string;
  readonly namespace: string;
  readonly nodeSelector: { readonly [label: string]: string };
  readonly tolerations: readonly TaintFact[];
}

export type CertificateModel = HostCertificateModel | NodeCertificateModel | SecretCertificateModel;

/** Files of the host, each mounted by itself and read-only in the container that runs the check. */
export interface HostCertificateModel {
  readonly from: 'host';
  readonly files: ReadonlyArray<{
    readonly hostPath: string;
    /** Path in the container, as the check names it. */
    readonly path: string;
  }>;
}

/** Files of the host that an init container copies to fixed names, because theirs differ from node to node. */
export interface NodeCertificateModel {
  readonly from: 'node';
  /** Folder on the host. */
  readonly folder: string;
  /** Folder of the copies in the container. */
  readonly mountPath: string;
  /** `name` has `<ip>` for the address of the node; `copy` is the fixed name below `mountPath`. */
  readonly files: ReadonlyArray<{ readonly name: string; readonly copy: string }>;
}

/** The copy of a Secret, as a folder. */
export interface SecretCertificateModel {
  readonly from: 'secret';
  readonly mountPath: string;
  readonly secret: EtcdCertificateModel;
}
