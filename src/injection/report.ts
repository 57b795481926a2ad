import { oneLine } from '../base/one-line';
import { DELIVERIES } from '../facts/deliveries';
import { DATADOG_SECRET } from '../facts/secrets';
import { ManifestSet } from '../manifest/manifest-set';
import { connectedToNodeAgents } from '../manifest/node-agents';
import { ClusterModel } from '../model/cluster-model';
import { byRule, describeFindings } from '../rules/describe-findings';
import { Finding, RuleContext } from '../rules/rule';

/** A finding that an acknowledgement accepts. */
type Acknowledged = Finding & { readonly because: string };

/** A finding of the cluster, with what accepts it. */
interface Found {
  readonly finding: Finding;
  readonly acknowledgements?: ReadonlyArray<{ readonly because: string }>;
}

/** An acknowledgement that no finding needs. */
export interface NotFound {
  readonly path: string;
  readonly rule: string;
  readonly because: string;
}

/** What one pass made for a cluster, counted. */
export interface ClusterReport {
  readonly clusterName: string;
  /** Who makes the pods of Datadog. */
  readonly deliveredBy: string;
  /** All that was made, and what of the app belongs to the cluster. */
  readonly manifests: ManifestSet;
  readonly objectsByKind: ReadonlyMap<string, number>;
  /** What comes of that in the cluster without standing in the output. */
  readonly deliveredByKind: ReadonlyMap<string, number>;
  /** Workloads with a sidecar, by namespace. */
  readonly sidecarsByNamespace: ReadonlyMap<string, number>;
  /** Workloads that send to the Agent of their node, by namespace; absent where there are no nodes. */
  readonly connectedByNamespace?: ReadonlyMap<string, number>;
  /** Where the Secret comes from, by namespace. */
  readonly secretsByNamespace: ReadonlyMap<string, string>;
  readonly warnings: readonly Finding[];
  /** What nobody has to act on, such as the size of each pod. */
  readonly information: readonly Finding[];
  readonly acknowledged: readonly Acknowledged[];
  /** Acknowledgements without a finding. */
  readonly notFound: readonly NotFound[];
}

export function reportOn(
  cluster: { readonly name: string; readonly model?: ClusterModel },
  { manifests, platform, promisedSecrets = [] }: RuleContext,
  found: readonly Found[],
): ClusterReport {
  const open = found.filter(({ acknowledgements = [] }) => acknowledgements.length === 0).map(({ finding }) => finding);
  const acknowledged = found.flatMap(({ finding, acknowledgements = [] }) =>
    acknowledgements.slice(0, 1).map(({ because }): Acknowledged => ({ ...finding, because })));
  const secretName = cluster.model?.credentials.secret.name ?? DATADOG_SECRET.name;
  const secrets: Array<[string, string]> = [
    // Who makes it says more than that it must be there, and comes later to stay.
    ...promisedSecrets
      .filter(({ name }) => name === secretName)
      .sort((a, b) => Number(a.how !== undefined) - Number(b.how !== undefined))
      .map(({ namespace, name, how }): [string, string] => [namespace, `${name} (${how ?? 'must exist'})`]),
    ...['Secret', 'ExternalSecret'].flatMap(kind => manifests.ofKind(kind)
      .filter(({ manifest }) => (manifest.spec?.target?.name ?? manifest.metadata?.name) === secretName)
      .map(({ manifest }): [string, string] => [manifest.metadata?.namespace ?? '', `${secretName} (${kind})`])),
  ];
  return {
    clusterName: cluster.name,
    deliveredBy: (cluster.model?.delivery ?? DELIVERIES.manifests).title,
    manifests,
    objectsByKind: count(manifests.objects.filter(o => !o.delivered).map(({ manifest }) => manifest.kind)),
    deliveredByKind: count(manifests.objects.filter(o => o.delivered).map(({ manifest }) => manifest.kind)),
    sidecarsByNamespace: count(manifests.sidecars.map(({ namespace }) => namespace ?? '')),
    ...platform?.nodes && { connectedByNamespace: count(connectedToNodeAgents(manifests).map(({ namespace }) => namespace ?? '')) },
    secretsByNamespace: new Map(secrets.sort(([a], [b]) => compare(a, b))),
    warnings: open.filter(f => f.severity === 'warning'),
    information: open.filter(f => f.severity === 'info'),
    acknowledged,
    notFound: [],
  };
}

/** The report as text, for people. */
export function describeReport(report: ClusterReport): string {
  const list = (entries: ReadonlyMap<string, number | string>) => [...entries].map(([key, value]) => `    ${key}: ${value}`);
  const part = (title: string, lines: readonly string[]) => lines.length > 0 ? [`  ${title}`, ...lines] : [`  ${title} none`];
  return [
    `Datadog on ${report.clusterName}`,
    ...part('objects:', list(report.objectsByKind)),
    ...report.deliveredByKind.size > 0 ? part(`made by ${report.deliveredBy}, in its own form:`, list(report.deliveredByKind)) : [],
    ...part('workloads with a sidecar, by namespace:', list(report.sidecarsByNamespace)),
    ...report.connectedByNamespace ? part('workloads connected to the Agent of their node, by namespace:', list(report.connectedByNamespace)) : [],
    ...part('Secrets, by namespace:', list(report.secretsByNamespace)),
    ...part('warnings:', byRule(report.warnings).flatMap(paragraph)),
    ...part('for information:', byText(report.information, ({ reason }) => reason, ({ object }) => ` ${object}:`)),
    ...part('acknowledged:', byText(report.acknowledged, ({ rule, because }) => `${rule}: ${because}`, () => '')),
    ...report.notFound.length > 0 ? part('acknowledged, but not found:', report.notFound.map(a => `    [${a.path}] ${a.rule}: ${a.because}`)) : [],
    '',
  ].map(oneLine).join('\n');
}

function paragraph(findings: readonly Finding[]): string[] {
  const [first, ...lines] = describeFindings(findings);
  return [`    [${findings[0].path}] ${first}`, ...lines.map(line => `      ${line}`)];
}

/** Each text once, behind the first place that it holds for; the other places below it. */
function byText<T extends Finding>(findings: readonly T[], textOf: (finding: T) => string, shown: (finding: T) => string): string[] {
  return byRule(findings.map(finding => ({ rule: textOf(finding), finding }))).flatMap(([{ rule: text, finding: first }, ...others]) => {
    const below = new Set(others.map(({ finding: { path, object } }) => `[${path}] ${object}`));
    below.delete(`[${first.path}] ${first.object}`);
    const more = below.size > 0 ? ` (and ${below.size} more)` : '';
    return [`    [${first.path}]${shown(first)} ${text}${more}`, ...[...below].map(place => `      ${place}`)];
  });
}

function count(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of [...keys].sort(compare)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** By code unit, so that no locale changes the order. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
