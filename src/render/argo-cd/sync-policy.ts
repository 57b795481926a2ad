import { Literal, literally } from './literal';
import { SyncPolicy } from './types';
import { RetryDescription, SyncModel } from '../../model/argo-cd-sync';

/** `syncPolicy` of an Application; empty where Argo CD does by itself what is asked for. */
export function syncPolicy(sync: SyncModel, literal: Literal): SyncPolicy {
  const { automated, retry, namespaceLabels, namespaceAnnotations } = sync;
  const options = syncOptions(sync);
  const labels = Object.keys(namespaceLabels).length > 0 && { labels: literally(namespaceLabels, literal) };
  const annotations = Object.keys(namespaceAnnotations).length > 0 && { annotations: literally(namespaceAnnotations, literal) };
  return {
    ...automated && {
      automated: {
        ...automated.prune && { prune: true as const },
        ...automated.selfHeal && { selfHeal: true as const },
        ...automated.allowEmpty && { allowEmpty: true as const },
      },
    },
    ...options.length > 0 && { syncOptions: options },
    ...(labels || annotations) && { managedNamespaceMetadata: { ...labels, ...annotations } },
    ...retry && { retry: renderRetry(retry) },
  };
}

function syncOptions(sync: SyncModel): string[] {
  const switches: ReadonlyArray<readonly [on: boolean, option: string]> = [
    [sync.createNamespace, 'CreateNamespace=true'],
    [sync.serverSideApply, 'ServerSideApply=true'],
    [sync.respectIgnoreDifferences, 'RespectIgnoreDifferences=true'],
    [sync.skipDryRunOnMissingResource, 'SkipDryRunOnMissingResource=true'],
    [sync.applyOutOfSyncOnly, 'ApplyOutOfSyncOnly=true'],
    [sync.failOnSharedResource, 'FailOnSharedResource=true'],
    [sync.pruneLast, 'PruneLast=true'],
    [sync.prunePropagationPolicy !== undefined, `PrunePropagationPolicy=${sync.prunePropagationPolicy}`],
  ];
  return switches.flatMap(([on, option]) => on ? [option] : []);
}

function renderRetry({ limit, backoff, factor, maxBackoff }: RetryDescription): SyncPolicy['retry'] {
  const given = {
    ...backoff !== undefined && { duration: backoff },
    ...factor !== undefined && { factor },
    ...maxBackoff !== undefined && { maxDuration: maxBackoff },
  };
  return { ...limit !== undefined && { limit }, ...Object.keys(given).length > 0 && { backoff: given } };
}
