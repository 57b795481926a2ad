import { Manifest, namespaceOf } from './manifest';
import { LocatedPods, ManifestSet } from './manifest-set';
import { isObject } from './objects-in';

/** The workload with a sidecar that a reference of an autoscaler is to; a reference without a kind, as KEDA takes it, is to a Deployment. */
export function sidecarScaledBy({ sidecars }: ManifestSet, autoscaler: Manifest, reference: unknown): LocatedPods | undefined {
  if (!isObject(reference)) return undefined;
  const { kind = 'Deployment', name } = reference as { readonly kind?: unknown; readonly name?: unknown };
  return sidecars.find(({ manifest }) => manifest.kind === kind && manifest.metadata?.name === name
    && namespaceOf(manifest) === namespaceOf(autoscaler));
}
