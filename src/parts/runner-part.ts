import type { EnvVar, Toleration, Volume, VolumeMount } from 'kubernetes-types/core/v1';
import { contributions, ENV_CLASH, once, onceByName } from './once';
import { PermissionFact } from '../facts/permission';

/** What a check adds to the pods of the cluster check runners. Mounts are for the Agent, and not for init containers. */
export interface RunnerPart {
  readonly volumes: readonly Volume[];
  readonly volumeMounts: readonly VolumeMount[];
  /** Names for DD_IGNORE_AUTOCONF. */
  readonly ignoreAutoConf: readonly string[];
  readonly permissions: readonly PermissionFact[];
  readonly nodeSelector?: { readonly [label: string]: string };
  readonly tolerations?: readonly Toleration[];
}

/** What a feature adds to the runners. */
export interface FeatureRunnerPart {
  /** Where it comes from, for messages. */
  readonly from?: string;
  readonly env?: readonly EnvVar[];
  readonly permissions?: readonly PermissionFact[];
}

/** Parts of features as one. What two of them say alike is there once; what they say differently is a `ViolationError`. */
export function mergeFeatureRunnerParts(parts: readonly FeatureRunnerPart[]): Required<Omit<FeatureRunnerPart, 'from'>> {
  return {
    env: onceByName(contributions(parts, part => part.env), { ...ENV_CLASH, of: 'the runners' }),
    permissions: once(parts.flatMap(part => part.permissions ?? [])),
  };
}

/** Parts as one. */
export function mergeRunnerParts(parts: readonly RunnerPart[]): Required<RunnerPart> {
  return {
    volumes: parts.flatMap(p => p.volumes),
    volumeMounts: parts.flatMap(p => p.volumeMounts),
    ignoreAutoConf: [...new Set(parts.flatMap(p => p.ignoreAutoConf))],
    permissions: parts.flatMap(p => p.permissions),
    nodeSelector: Object.assign({}, ...parts.map(p => p.nodeSelector ?? {})),
    tolerations: parts.flatMap(p => p.tolerations ?? []),
  };
}
