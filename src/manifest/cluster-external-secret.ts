import { KnownLabels, selectorMatches } from './label-selector';
import { groupOf, Manifest } from './manifest';
import { ManifestSet } from './manifest-set';
import { isObject } from './objects-in';
import { NAMESPACE_NAME_LABEL } from '../facts/labels';

/** The ExternalSecrets that ClusterExternalSecrets make in a namespace, as far as the manifests tell. */
export function externalSecretsOfCluster(manifests: ManifestSet, namespace: string): Manifest[] {
  const labels = labelsOf(manifests, namespace);
  return manifests.ofKind('ClusterExternalSecret')
    .filter(({ manifest }) => groupOf(manifest) === 'external-secrets.io' && reaches(manifest, namespace, labels))
    .map(({ manifest }) => externalSecretOf(manifest));
}

function reaches({ spec }: Manifest, namespace: string, labels: KnownLabels): boolean {
  const listed = Array.isArray(spec?.namespaces) && spec.namespaces.includes(namespace);
  const selectors: unknown[] = [spec?.namespaceSelector, ...Array.isArray(spec?.namespaceSelectors) ? spec.namespaceSelectors : []];
  return listed || selectors.some(selector => selectorMatches(selector, labels));
}

function externalSecretOf({ apiVersion, metadata, spec }: Manifest): Manifest {
  const of = isObject(spec?.externalSecretSpec) ? spec.externalSecretSpec : undefined;
  return { apiVersion, kind: 'ExternalSecret', metadata: { name: spec?.externalSecretName || metadata?.name }, spec: of };
}

/** A namespace that is made elsewhere may have any label beside its name. */
function labelsOf(manifests: ManifestSet, namespace: string): KnownLabels {
  const known = manifests.namespaceNamed(namespace);
  const written = isObject(known?.metadata?.labels) ? known.metadata.labels : {};
  return { labels: { ...written, [NAMESPACE_NAME_LABEL.name]: namespace }, all: known !== undefined };
}
