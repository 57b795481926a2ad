import { ViolationError } from '../base/violation';
import { PAGES } from '../facts/pages';

/** One object for all namespaces reads through one store. */
export function requireClusterStore({ kind, name }: { readonly kind: string; readonly name: string }): void {
  if (kind === 'ClusterSecretStore') return;
  throw new ViolationError({
    rule: 'credentials/store-is-cluster-wide',
    reason: `a ClusterExternalSecret makes ExternalSecrets in many namespaces, and the SecretStore '${name}' serves those of its own namespace`,
    remedy: 'Make the store with clusterWide: true, or name one with ExternalSecretStore.fromClusterSecretStore(...)',
    link: 'https://external-secrets.io/latest/api/clusterexternalsecret/',
  });
}

/** What is copied is the Secret of one namespace. */
export function requirePlainSource<S extends { readonly kind: string }>(copier: string, source: S): Exclude<S, { readonly from: any }> {
  if (!('from' in source)) return source as Exclude<S, { readonly from: any }>;
  throw new ViolationError({
    rule: 'credentials/one-way-to-each-namespace',
    reason: `the source of ${copier}(...) brings the Secret to every namespace already, so two would write the same Secret`,
    remedy: 'Give existingSecret(...), externalSecrets(...) or unsafeLiteral(...) as the source',
    link: PAGES.secrets.source,
  });
}
