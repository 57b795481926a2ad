import { oneLine } from '../base/one-line';
import { DELIVERIES } from '../facts/deliveries';
import { DATADOG_SECRET } from '../facts/secrets';
import { fargateAgents } from '../manifest/containers';
import { injects } from '../manifest/injection-match';
import { namespaceOf } from '../manifest/manifest';
import { ManifestSet } from '../manifest/manifest-set';
import { connectedToNodeAgents } from '../manifest/node-agents';
import { outsideClusterDns } from '../manifest/pod-dns';
import { ClusterModel } from '../model/cluster-model';
import { SidecarInjectionModel } from '../model/sidecar-injection';
import { controlPlaneCalls } from '../render/control-plane-calls';
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

/** A workload of the app that gets its Agent when its pods are made. */
export interface InjectedWorkload {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Name of the injection. */
  readonly by: string;
  readonly clusterAgentUrl: string;
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
  /** Workloads of the app that get their Agent when their pods are made. */
  readonly injected: readonly InjectedWorkload[];
  /** What makes pods in instrumented targets and is left as it is: kind, namespace and name. */
  readonly withoutAgent: readonly string[];
  /** What the platform has that the manifests are not for. */
  readonly notFor?: string;
  /** Ports that the API server has to reach. */
  readonly controlPlaneCalls: readonly string[];
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
  cluster: { readonly name: string; readonly model?: ClusterModel; readonly injections: readonly SidecarInjectionModel[] },
  { manifests, platform, promisedSecrets = [] }: RuleContext,
  found: readonly Found[],
  withoutAgent: readonly string[],
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
    injected: injectedWorkloads(manifests, cluster.injections),
    withoutAgent,
    ...platform?.notFor !== undefined && { notFor: platform.notFor },
    controlPlaneCalls: cluster.model ? controlPlaneCalls(cluster.model) : [],
    secretsByNamespace: new Map(secrets.sort(([a], [b]) => compare(a, b))),
    warnings: open.filter(f => f.severity === 'warning'),
    information: open.filter(f => f.severity === 'info'),
    acknowledged,
    notFound: [],
  };
}

/** The report as text, for people. */
export function describeReport(report: ClusterReport): string {
  const list = (entries: ReadonlyMap<string, number | string>) => [...entries].map(([key, value]) => oneLine(`    ${key}: ${value}`));
  const part = (title: string, lines: readonly string[]) => lines.length > 0 ? [`  ${title}`, ...lines] : [`  ${title} none`];
  return [
    `Datadog on ${report.clusterName}`,
    ...part('objects:', list(report.objectsByKind)),
    ...report.deliveredByKind.size > 0 ? part(`made by ${report.deliveredBy}, in its own form:`, list(report.deliveredByKind)) : [],
    ...part('workloads with a sidecar, by namespace:', list(report.sidecarsByNamespace)),
    ...report.injected.length > 0 ? part('workloads that get an Agent when their pods are made:', report.injected.map(describeInjected)) : [],
    ...report.connectedByNamespace ? part('workloads connected to the Agent of their node, by namespace:', list(report.connectedByNamespace)) : [],
    ...report.withoutAgent.length > 0 ? part('in instrumented targets, and left without an Agent:', report.withoutAgent.map(name => `    ${oneLine(name)}`)) : [],
    ...report.controlPlaneCalls.length > 0 ? part('the API server has to reach:', report.controlPlaneCalls.map(line => `    ${line}`)) : [],
    ...report.notFor === undefined ? [] : [`  not for: ${report.notFor}`],
    ...part('Secrets, by namespace:', list(report.secretsByNamespace)),
    ...part('warnings:', byRule(report.warnings).flatMap(paragraph)),
    ...part('for information:', byText(report.information, ({ reason }) => reason, ({ object }) => ` ${object}:`)),
    ...part('acknowledged:', byText(report.acknowledged, ({ rule, because }) => `${rule}: ${because}`, () => '')),
    ...report.notFound.length > 0 ? part('acknowledged, but not found:', report.notFound.map(a => oneLine(`    [${a.path}] ${a.rule}: ${a.because}`))) : [],
    '',
  ].map(oneLine).join('\n');
}

/** As the policies choose it: the fixed address for pods that ask the DNS of their node. */
function injectedWorkloads(manifests: ManifestSet, injections: readonly SidecarInjectionModel[]): InjectedWorkload[] {
  return manifests.pods.filter(({ pod }) => fargateAgents(pod).length === 0).flatMap(at => {
    const injection = injections.find(({ match }) => injects(match, at));
    if (injection === undefined) return [];
    const { cluster: { clusterAgentUrl, clusterAgentAddressUrl } } = injection;
    const url = outsideClusterDns(at.pod) === undefined ? clusterAgentUrl : clusterAgentAddressUrl ?? clusterAgentUrl;
    return [{ kind: at.manifest.kind, namespace: namespaceOf(at.manifest), name: at.manifest.metadata?.name ?? '', by: injection.name, clusterAgentUrl: url }];
  });
}

function describeInjected({ kind, namespace, name, by, clusterAgentUrl }: InjectedWorkload): string {
  return oneLine(`    ${kind} ${namespace}/${name}: by ${by}, Cluster Agent at ${clusterAgentUrl}`);
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
    return [oneLine(`    [${first.path}]${shown(first)} ${text}${more}`), ...[...below].map(place => oneLine(`      ${place}`))];
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
