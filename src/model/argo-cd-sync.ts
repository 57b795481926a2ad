import { ARGO_CD_SYNC } from '../facts/argo-cd';
import { requireBackoff, requireEffect, requireWhole } from '../requirements/argo-cd';
import { requireKnown } from '../requirements/known';
import { requireStrings } from '../requirements/strings';

interface Strings {
  readonly [name: string]: string;
}

/** What a user says of the sync; left out, the default. */
export interface SyncDescription {
  readonly automated?: boolean;
  readonly prune?: boolean;
  readonly selfHeal?: boolean;
  readonly allowEmpty?: boolean;
  readonly createNamespace?: boolean;
  readonly namespaceLabels?: Strings;
  readonly namespaceAnnotations?: Strings;
  readonly serverSideApply?: boolean;
  readonly serverSideDiff?: boolean;
  readonly includeMutationWebhook?: boolean;
  readonly respectIgnoreDifferences?: boolean;
  readonly skipDryRunOnMissingResource?: boolean;
  readonly applyOutOfSyncOnly?: boolean;
  readonly failOnSharedResource?: boolean;
  readonly pruneLast?: boolean;
  readonly prunePropagationPolicy?: string;
  readonly retry?: RetryDescription;
}

export interface RetryDescription {
  readonly limit?: number;
  readonly backoff?: string;
  readonly factor?: number;
  readonly maxBackoff?: string;
}

export interface SyncModel {
  /** Absent where somebody starts each sync. */
  readonly automated?: { readonly prune: boolean; readonly selfHeal: boolean; readonly allowEmpty: boolean };
  readonly createNamespace: boolean;
  readonly namespaceLabels: Strings;
  readonly namespaceAnnotations: Strings;
  readonly serverSideApply: boolean;
  readonly serverSideDiff: boolean;
  readonly includeMutationWebhook: boolean;
  readonly respectIgnoreDifferences: boolean;
  readonly skipDryRunOnMissingResource: boolean;
  readonly applyOutOfSyncOnly: boolean;
  readonly failOnSharedResource: boolean;
  readonly pruneLast: boolean;
  readonly prunePropagationPolicy?: string;
  readonly retry?: RetryDescription;
}

/** Helm makes no namespace; manifests in git have it among them. */
export function resolveSync(given: SyncDescription, hasChart: boolean): SyncModel {
  const { automated = true, prune = true, selfHeal = true, allowEmpty = false, createNamespace = hasChart } = given;
  const { namespaceLabels = {}, namespaceAnnotations = {}, serverSideDiff = false, includeMutationWebhook = false, prunePropagationPolicy } = given;
  if (!automated) {
    for (const option of ['prune', 'selfHeal', 'allowEmpty'] as const) {
      requireEffect(option, given[option] !== true, 'it is about automatic syncs, of which there are none', `Leave '${option}' out, or 'automated'`, ARGO_CD_SYNC.automated.source);
    }
  }
  requireEffect('allowEmpty', !allowEmpty || prune, "it is about removing everything, and 'prune' is false", "Leave 'allowEmpty' out, or 'prune'", ARGO_CD_SYNC.automated.source);
  const hasMetadata = Object.keys({ ...namespaceLabels, ...namespaceAnnotations }).length > 0;
  requireEffect(
    'namespaceLabels or namespaceAnnotations', !hasMetadata || createNamespace, "Argo CD sets them only on a namespace that it makes: 'createNamespace' is false",
    "Write 'createNamespace: true', or label the Namespace in the manifests", ARGO_CD_SYNC.namespaceMetadata.source,
  );
  requireEffect(
    'includeMutationWebhook', !includeMutationWebhook || serverSideDiff, "it is a part of the comparison on the server side: 'serverSideDiff' is false",
    "Write 'serverSideDiff: true' too", ARGO_CD_SYNC.serverSideDiff.source,
  );
  return {
    ...automated && { automated: { prune, selfHeal, allowEmpty } },
    createNamespace,
    namespaceLabels: requireStrings("'namespaceLabels'", namespaceLabels),
    namespaceAnnotations: requireStrings("'namespaceAnnotations'", namespaceAnnotations),
    serverSideApply: given.serverSideApply ?? false,
    serverSideDiff,
    includeMutationWebhook,
    respectIgnoreDifferences: given.respectIgnoreDifferences ?? false,
    skipDryRunOnMissingResource: given.skipDryRunOnMissingResource ?? false,
    applyOutOfSyncOnly: given.applyOutOfSyncOnly ?? false,
    failOnSharedResource: given.failOnSharedResource ?? false,
    pruneLast: given.pruneLast ?? false,
    ...prunePropagationPolicy !== undefined && {
      prunePropagationPolicy: requireKnown("'prunePropagationPolicy'", prunePropagationPolicy, ARGO_CD_SYNC.propagation.names, ARGO_CD_SYNC.propagation.source),
    },
    ...given.retry && { retry: resolveRetry(given.retry) },
  };
}

function resolveRetry({ limit, backoff, factor, maxBackoff }: RetryDescription): RetryDescription {
  return {
    ...limit !== undefined && { limit: requireWhole('retry.limit', limit, -1) },
    ...backoff !== undefined && { backoff: requireBackoff('retry.backoff', backoff) },
    ...factor !== undefined && { factor: requireWhole('retry.factor', factor, 1) },
    ...maxBackoff !== undefined && { maxBackoff: requireBackoff('retry.maxBackoff', maxBackoff) },
  };
}
