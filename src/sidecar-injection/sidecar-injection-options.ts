import { InjectionMethod } from './injection-method';
import { FargateProfile } from '../platform/fargate-profile';
import { SidecarOptions } from '../sidecar/sidecar-options';

/** A ServiceAccount under which chosen pods run. */
export interface InjectedServiceAccount {
  /** Namespace of the account. */
  readonly namespace: string;
  /** Name of the account, for example `coredns`; `default` where pods name none. */
  readonly name: string;
}

/** Agents for pods that the app does not make, added when those are made. */
export interface SidecarInjectionOptions extends SidecarOptions {
  /** Who adds the Agent. */
  readonly via: InjectionMethod;
  /**
   * Name of the policy, up to 52 lowercase letters, digits and hyphens. The ClusterRole and its binding are named after it.
   *
   * @default "datadog-sidecar"
   */
  readonly name?: string;
  /**
   * Namespaces of the pods. The Secret is made in each of them.
   *
   * @default - those that the profiles name, without wildcards
   */
  readonly namespaces?: string[];
  /**
   * Labels that a pod must carry, all of them.
   *
   * @default - none: every pod of the namespaces, but for Datadog's own and those of DaemonSets
   */
  readonly podLabels?: { [name: string]: string };
  /**
   * Fargate profiles whose pods are meant. Where a selector has wildcards for its namespace, `namespaces` names those that
   * are meant.
   *
   * @default - pods are chosen by namespace and labels alone
   */
  readonly fargateProfiles?: FargateProfile[];
  /**
   * Whether the pods are those of every Fargate profile that the platform declares, so that the profiles are written once.
   * `fargateProfiles` names some of them instead.
   *
   * @default false
   */
  readonly platformProfiles?: boolean;
  /**
   * ServiceAccounts of the chosen pods. They keep them, and may reach the kubelet from then on. Datadog's webhook and
   * Kyverno before 1.17 need one of each namespace.
   *
   * @default - in namespaces without one, pods that name no account get `datadog-agent`, which is made, and its token
   *   reaches the Agent alone
   */
  readonly serviceAccounts?: InjectedServiceAccount[];
  /**
   * Address of the Cluster Agent for these Agents, such as `https://172.20.0.100:5005` for pods that cannot ask the DNS of the
   * cluster.
   *
   * @default - that of the Cluster Agent; by its fixed address, where it has one, for pods of the cluster's DNS
   */
  readonly clusterAgentUrl?: string;
}
