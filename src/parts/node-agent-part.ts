import type { Container, ContainerPort, EnvVar, Toleration, Volume, VolumeMount } from 'kubernetes-types/core/v1';
import { PermissionFact } from '../facts/permission';

/** What a feature, a check or a platform adds to the pod of the node Agent. */
export interface NodeAgentPart {
  /** Where it comes from, for messages. */
  readonly from?: string;
  /**
   * Env vars by container name; `every` stands for all Agent containers (agent, trace-agent, system-probe),
   * not init containers.
   */
  readonly env?: { readonly [container: string]: readonly EnvVar[] };
  readonly ports?: { readonly [container: string]: readonly ContainerPort[] };
  /** Volumes with the containers that mount them. */
  readonly volumes?: ReadonlyArray<{
    readonly volume: Volume;
    readonly mounts: { readonly [container: string]: ReadonlyArray<Omit<VolumeMount, 'name'>> };
  }>;
  /** Containers that must be there for it: 'trace-agent', 'system-probe'. */
  readonly containers?: readonly string[];
  readonly initContainers?: readonly Container[];
  readonly tolerations?: readonly Toleration[];
  /** Check files by name under /conf.d, such as 'etcd.yaml', with their content as data. */
  readonly checkFiles?: { readonly [file: string]: any };
  /** Names for DD_IGNORE_AUTOCONF. */
  readonly ignoreAutoConf?: readonly string[];
  readonly permissions?: readonly PermissionFact[];
  readonly hostNetwork?: boolean;
  /** True where it needs the processes of the host. */
  readonly hostPid?: boolean;
}
