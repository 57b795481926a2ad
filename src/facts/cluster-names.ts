import { Fact } from './fact';

/** What an Agent accepts as DD_CLUSTER_NAME; it ignores any other value without a word. */
export interface ClusterNameFact extends Fact {
  /** First Agent version, as major.minor, that the row holds for. */
  readonly since: string;
  readonly pattern: RegExp;
  readonly maxLength: number;
  /** The pattern in words, for an error. */
  readonly inWords: string;
}

/** Newest first. */
export const CLUSTER_NAMES: readonly ClusterNameFact[] = [
  {
    since: '7.78',
    pattern: /^([a-z0-9]([a-z0-9\-_]*[a-z0-9])?\.)*([a-z0-9]([a-z0-9\-_]*[a-z0-9])?)$/,
    maxLength: 80,
    inWords: 'lowercase letters, digits, hyphens and underscores, in parts separated by dots, each part beginning and ending with a letter or digit',
    source: 'datadog-agent 7.78, pkg/util/kubernetes/clustername/clustername.go',
    checkedOn: '2026-09-20',
  },
  {
    since: '0.0',
    pattern: /^([a-z]([a-z0-9-]*[a-z0-9])?\.)*([a-z]([a-z0-9-]*[a-z0-9])?)$/,
    maxLength: 80,
    inWords: 'lowercase letters, digits and hyphens, in parts separated by dots, each part beginning with a letter and ending with a letter or digit',
    source: 'datadog-agent 7.68, pkg/util/kubernetes/clustername/clustername.go',
    checkedOn: '2026-09-20',
  },
];
