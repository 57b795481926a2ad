import { shellCommand } from '../../base/shell';
import { EXTERNAL_SECRETS } from '../../facts/external-secrets';
import { SIDECAR_ACCESS } from '../../facts/rbac';
import { fargateAgents } from '../../manifest/containers';
import { groupOf, nameOf, namespaceOf } from '../../manifest/manifest';
import { LocatedPods, ManifestSet } from '../../manifest/manifest-set';
import { AccountRef, boundAccounts, serviceAccountOf } from '../../manifest/service-account';
import { ClusterModel } from '../../model/cluster-model';

/** What a runbook is written from. */
export interface RunbookCluster {
  readonly model: ClusterModel;
  /** All that the last synthesis made for the cluster. */
  readonly manifests: ManifestSet;
  /** Workloads of the app that get their Agent when their pods are made. */
  readonly injected: ReadonlyArray<{
    readonly kind: string;
    readonly namespace: string;
    readonly name: string;
    readonly by: string;
    readonly clusterAgentUrl: string;
  }>;
  /** Where the Secret comes from, by namespace. */
  readonly secrets: ReadonlyMap<string, string>;
  /** Commands for Secrets that nothing makes. */
  readonly secretCommands: readonly string[];
  /** Commands that read the keys of such a Secret into the variables of those commands. */
  readonly valueCommands: readonly string[];
  /** What is said of the control plane; absent where nothing watches it. */
  readonly controlPlane?: string;
}

/** A part of the page. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A workload with an Agent in its pods. */
export interface SidecarWorkload {
  readonly at: LocatedPods;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly account: string;
  /** Name of the Agent's container. */
  readonly container: string;
}

export function sidecarWorkloads(manifests: ManifestSet): SidecarWorkload[] {
  return [...manifests.sidecars]
    .sort((a, b) => compare(`${namespaceOf(a.manifest)} ${nameOf(a.manifest)}`, `${namespaceOf(b.manifest)} ${nameOf(b.manifest)}`))
    .map(at => ({
      at,
      kind: at.manifest.kind,
      namespace: namespaceOf(at.manifest),
      name: at.manifest.metadata?.name ?? '',
      account: serviceAccountOf(at.pod),
      container: fargateAgents(at.pod)[0].name,
    }));
}

/** Accounts that may reach the kubelet for a sidecar: those of workloads of the app, and of pods that get their Agent when they are made. */
export function sidecarAccounts(manifests: ManifestSet): AccountRef[] {
  const bound = manifests.ofKind('ClusterRoleBinding').filter(({ manifest }) => manifest.roleRef?.name === SIDECAR_ACCESS.clusterRole);
  const accounts = bound.flatMap(({ manifest }) => boundAccounts(manifest));
  return firsts(accounts, key).sort((a, b) => compare(key(a), key(b)));
}

function key({ namespace, name }: AccountRef): string {
  return `${namespace}:${name}`;
}

/** Commands, with an empty line around them; none where there are no commands. */
export function block(commands: readonly string[]): string[] {
  return commands.length > 0 ? ['', '```sh', ...commands, '```', ''] : [];
}

/** What the External Secrets Operator makes the Secret from, as words of a kubectl command. */
export function externalSecrets({ model: { credentials: { secret } }, manifests }: RunbookCluster): string[] {
  const makes = (spec: any, name: string | undefined) => [secret.name, secret.appKeySecret].includes(spec?.target?.name ?? name);
  const ofKind = (kind: string) => manifests.ofKind(kind)
    .map(({ manifest }) => manifest)
    .filter(manifest => groupOf(manifest) === EXTERNAL_SECRETS.group);
  return [
    ...ofKind('ExternalSecret').filter(({ spec, metadata }) => makes(spec, metadata?.name))
      .map(({ metadata }) => shellCommand(`externalsecret/${metadata?.name}`, '--namespace', metadata?.namespace ?? '')),
    ...ofKind('ClusterExternalSecret')
      .filter(({ spec, metadata }) => makes(spec?.externalSecretSpec, spec?.externalSecretName ?? metadata?.name))
      .map(({ metadata }) => shellCommand(`clusterexternalsecret/${metadata?.name}`)),
  ];
}

/** The first of each, by what makes two of them the same. */
export function firsts<T>(items: readonly T[], sameAs: (item: T) => string): T[] {
  return items.filter((item, at) => items.findIndex(other => sameAs(other) === sameAs(item)) === at);
}

/** By code unit, so that no locale changes the order. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
