import type { ContainerPort, EnvVar } from 'kubernetes-types/core/v1';
import { agreed } from './agreed';
import { contributions, ENV_CLASH, once, onceByName } from './once';
import { PermissionFact } from '../facts/permission';
import { Manifest } from '../manifest/manifest';

/** What a feature adds to the Cluster Agent. */
export interface ClusterAgentPart {
  /** Where it comes from, for messages. */
  readonly from?: string;
  readonly env?: readonly EnvVar[];
  readonly ports?: readonly ContainerPort[];
  readonly permissions?: readonly PermissionFact[];
  /** Check files by their path below conf.d, with their content as data. */
  readonly checkFiles?: { readonly [path: string]: object };
  /** Names of the checks that these files set up; users have no check of such a name. */
  readonly checks?: readonly string[];
  /** Objects beside the Deployment, such as a Service of its own. */
  readonly manifests?: readonly Manifest[];
}

/** Parts as one. What two of them say alike is there once; what they say differently is a `ViolationError`. */
export function mergeClusterAgentParts(parts: readonly ClusterAgentPart[]): Required<Omit<ClusterAgentPart, 'from'>> {
  return {
    env: onceByName(contributions(parts, part => part.env), { ...ENV_CLASH, of: 'the Cluster Agent' }),
    ports: once(parts.flatMap(part => part.ports ?? [])),
    permissions: once(parts.flatMap(part => part.permissions ?? [])),
    checkFiles: agreed('the check file', parts.map(({ from = 'a part', checkFiles = {} }) => ({ from, values: checkFiles }))),
    checks: parts.flatMap(part => part.checks ?? []),
    manifests: parts.flatMap(part => part.manifests ?? []),
  };
}

/** A check file as text. JSON is YAML, and it cannot be indented wrongly. */
export function checkText(content: object): string {
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
