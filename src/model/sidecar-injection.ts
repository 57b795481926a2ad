import { FargateProfileModel } from './cluster-description';
import { ClusterModel } from './cluster-model';
import { isAtLeast } from '../base/versions';
import { KYVERNO_MUTATION, MUTATING_ADMISSION_POLICY } from '../facts/sidecar-injection';
import { requireFargateProfiles } from '../requirements/fargate-profile';
import { requireLabelValue } from '../requirements/label-value';
import { requireNamespace } from '../requirements/namespace';
import {
  isDnsOfCluster, requireAccountNamespace, requireAccounts, requireClusterAgentUrl, requireFargate, requireName,
  requireNamespaces, requireNoReferences, requirePlatformProfiles, requirePods, requirePolicyApi, requireProfileFor, requireTaken,
  requireReachableUrl, requireVersion,
} from '../requirements/sidecar-injection';
import { requireWebhook } from '../requirements/sidecar-webhook';
import { requireStrings } from '../requirements/strings';

/** Who adds the Agent when a pod is made. */
export type InjectionViaDescription =
  | { readonly kind: 'datadogWebhook' }
  | { readonly kind: 'kyverno'; readonly version?: string }
  | { readonly kind: 'mutatingAdmissionPolicy'; readonly featureGate?: boolean };

export type InjectionVia =
  | { readonly kind: 'datadogWebhook' }
  | { readonly kind: 'kyverno'; readonly policy: 'MutatingPolicy' | 'ClusterPolicy' }
  | { readonly kind: 'mutatingAdmissionPolicy'; readonly apiVersion: string };

export interface AccountModel {
  readonly namespace: string;
  readonly name: string;
}

/** What a user says of an injection; left out, the default. */
export interface SidecarInjectionDescription {
  readonly via: InjectionViaDescription;
  readonly name?: string;
  readonly namespaces?: readonly string[];
  readonly podLabels?: { readonly [name: string]: string };
  readonly fargateProfiles?: readonly FargateProfileModel[];
  readonly platformProfiles?: boolean;
  readonly serviceAccounts?: readonly AccountModel[];
  readonly clusterAgentUrl?: string;
  /** Path of the construct. */
  readonly origin?: string;
}

/** Pods of these namespaces that carry all of the labels, whose names and values may have the wildcards of Fargate profiles. */
export interface PodGroup {
  readonly namespaces: readonly string[];
  readonly labels: { readonly [name: string]: string };
}

/** Pods that get an Agent when they are made: those of one of the groups. */
export interface InjectionMatch {
  readonly groups: readonly PodGroup[];
  /** Names of the profiles that the groups come from; absent where none were given. Pods may opt out of those. */
  readonly profiles?: readonly string[];
}

export interface SidecarInjectionModel {
  /** Of the policy, and of the objects beside it. */
  readonly name: string;
  readonly via: InjectionVia;
  readonly match: InjectionMatch;
  /** Every namespace of the groups, sorted. */
  readonly namespaces: readonly string[];
  /** Accounts of matched pods, which they keep. */
  readonly accounts: readonly AccountModel[];
  /** The other namespaces: pods that name no account get one of ours there. */
  readonly ownAccounts: readonly string[];
  /** Path of the construct that it was made by; absent where that is not known. */
  readonly origin?: string;
  /** The cluster with its sidecar. */
  readonly cluster: ClusterModel;
}

/** Fills in the defaults. Throws a `ViolationError` for what can never work, or would fail without a word. */
export function resolveSidecarInjection(given: SidecarInjectionDescription, model: ClusterModel): SidecarInjectionModel {
  requireFargate(model.platform.fargate);
  const via = resolveVia(given.via, model.platform.kubernetesVersion);
  const profiles = given.platformProfiles
    ? requirePlatformProfiles(model.platform.fargateProfiles, given.fargateProfiles)
    : given.fargateProfiles && requireFargateProfiles(given.fargateProfiles);
  const podLabels = requireStrings("'podLabels'", given.podLabels ?? {});
  Object.entries(podLabels).forEach(([name, value]) => requireLabelValue(`the label '${name}' of 'podLabels'`, value));
  requirePods({ namespaces: given.namespaces, podLabels, profiles });
  const groups = resolveGroups(given.namespaces?.map(requireNamespace), podLabels, profiles);
  const namespaces = [...new Set(groups.flatMap(group => group.namespaces))].sort();
  requireTaken(given.namespaces, namespaces);
  requireProfileFor(namespaces, model.platform);
  const accounts = (given.serviceAccounts ?? []).map(account => requireAccountNamespace(account, namespaces));
  const cluster = withUrl(model, given.clusterAgentUrl, groups);
  groups.forEach(group => requireReachableUrl(group.labels, cluster));
  const match = { groups, ...profiles && { profiles: profiles.map(({ name }) => name) } };
  const ownAccounts = namespaces.filter(namespace => !accounts.some(account => account.namespace === namespace));
  if (via.kind === 'datadogWebhook') requireWebhook(match, cluster);
  if (via.kind === 'kyverno' && via.policy === 'ClusterPolicy') requireNoReferences(cluster);
  if (via.kind !== 'mutatingAdmissionPolicy' && !(via.kind === 'kyverno' && via.policy === 'MutatingPolicy')) requireAccounts(ownAccounts);
  return { name: requireName(given.name ?? 'datadog-sidecar'), via, match, namespaces, accounts, ownAccounts, ...given.origin && { origin: given.origin }, cluster };
}

/** The address that the user writes, or that pods of the cluster's DNS need; for other pods the policies choose. */
function withUrl(model: ClusterModel, given: string | undefined, groups: readonly PodGroup[]): ClusterModel {
  const { clusterAgentAddressUrl: address, ...rest } = model;
  if (given !== undefined) return { ...rest, clusterAgentUrl: requireClusterAgentUrl(given) };
  return address !== undefined && groups.every(({ labels }) => isDnsOfCluster(labels)) ? { ...model, clusterAgentUrl: address } : model;
}

function resolveVia(via: InjectionViaDescription, kubernetesVersion: string): InjectionVia {
  switch (via.kind) {
    case 'datadogWebhook': return { kind: 'datadogWebhook' };
    case 'kyverno': {
      const { version } = via as { readonly version?: string };
      const { mutatingPolicySince } = KYVERNO_MUTATION;
      const modern = version === undefined || isAtLeast(requireVersion('Kyverno', version), mutatingPolicySince);
      return { kind: 'kyverno', policy: modern ? 'MutatingPolicy' : 'ClusterPolicy' };
    }
    case 'mutatingAdmissionPolicy': {
      const { group } = MUTATING_ADMISSION_POLICY;
      const { featureGate = false } = via as { readonly featureGate?: boolean };
      return { kind: 'mutatingAdmissionPolicy', apiVersion: `${group}/${requirePolicyApi(kubernetesVersion, featureGate)}` };
    }
  }
}

/** A selector of a profile names its namespace by a pattern; Secrets and bindings are made for names. */
function resolveGroups(
  namespaces: readonly string[] | undefined,
  podLabels: PodGroup['labels'],
  profiles: readonly FargateProfileModel[] | undefined,
): PodGroup[] {
  if (!profiles) return [{ namespaces: [...new Set(namespaces)].sort(), labels: podLabels }];
  const found = profiles.flatMap(({ selectors }) => selectors).map(selector => ({
    namespaces: requireNamespaces(selector.namespace, namespaces),
    labels: { ...selector.labels, ...podLabels },
  }));
  const groups = new Map<string, PodGroup>();
  for (const { namespaces: names, labels } of found) {
    if (names.length === 0) continue;
    const key = JSON.stringify(Object.entries(labels).sort());
    groups.set(key, { namespaces: [...new Set([...groups.get(key)?.namespaces ?? [], ...names])].sort(), labels });
  }
  return [...groups.values()];
}

