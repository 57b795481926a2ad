import { ViolationError } from '../base/violation';
import { CLUSTER_AGENT_CHECKS } from '../facts/cluster-agent';

const LINK = 'https://docs.datadoghq.com/containers/cluster_agent/clusterchecks/';

/** A name that is a folder, a file and a key of a ConfigMap alike. */
export function requireCheckName(name: string): string {
  if (/^[A-Za-z0-9_-]+$/.test(name)) return name;
  throw new ViolationError({
    rule: 'cluster-checks/name',
    reason: `'${name}' is no name of a check or of its file: it has letters, digits, underscores and hyphens`,
    remedy: "Write the name of the integration, for example 'http_check'",
    link: LINK,
  });
}

export function requireClusterChecks(name: string, clusterChecks: boolean): void {
  if (clusterChecks) return;
  throw new ViolationError({
    rule: 'cluster-checks/are-on',
    reason: `the check '${name}' is a cluster check, and features.clusterChecks is off`,
    remedy: 'Leave features.clusterChecks on, or the check out',
    link: LINK,
  });
}

/** A check that the Cluster Agent has, on what its instances name: who finds Services for a check is who hands it out. */
export function requireOwnCheck(name: string, identifiers: number): void {
  const { names } = CLUSTER_AGENT_CHECKS;
  if (names.includes(name) && identifiers === 0) return;
  throw new ViolationError({
    rule: 'cluster-checks/cluster-agent-has-it',
    reason: identifiers > 0
      ? `the check '${name}' is for Services, and 'byClusterAgent' keeps it from being handed out to who would check them`
      : `the Cluster Agent has no check '${name}'`,
    remedy: `Leave 'byClusterAgent' out, so that a runner does it${identifiers > 0 ? '' : `; the Cluster Agent has ${names.join(', ')}`}`,
    link: LINK,
  });
}

interface CheckFile {
  readonly name: string;
  readonly file: string;
}

/** One file of a name, and none beside those that features write: the Agent would take one for the other. */
export function requireFreeCheck({ name, file }: CheckFile, checks: readonly CheckFile[], ownChecks: readonly string[]): void {
  const byFeature = ownChecks.includes(name);
  if (!byFeature && !checks.some(c => c.name === name && c.file === file)) return;
  throw new ViolationError({
    rule: 'cluster-checks/file-is-unique',
    reason: byFeature ? `a feature writes the check '${name}' already` : `there is a file '${file}' of the check '${name}' already`,
    remedy: byFeature ? 'Turn the feature off, or leave the check out' : "Give both as instances of one check, or give this one another 'file'",
    link: LINK,
  });
}
