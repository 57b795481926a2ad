import { podLabelsOf } from './fargate-reach';
import { namespaceOf } from './manifest';
import { LocatedPods, ManifestSet } from './manifest-set';
import { isObject } from './objects-in';
import { DATA_PLANE_MODE, INJECTION, INJECTION_TEMPLATES, INTERCEPTION_MODE, IstioDataPlaneName } from '../facts/istio';

type Strings = { readonly [name: string]: unknown };

/** How Istio carries the traffic of the pods, as far as the manifests tell; undefined where it does not. */
export function meshOf(at: LocatedPods, manifests: ManifestSet): IstioDataPlaneName | undefined {
  // Istio leaves alone what has the network of its node.
  if (at.pod.hostNetwork) return undefined;
  const pod = podLabelsOf(at);
  const namespace = labelsOfNamespace(namespaceOf(at.manifest), manifests);
  if (getsProxy(pod, annotationsOf(at), namespace)) return 'sidecar';
  return (pod[DATA_PLANE_MODE.name] ?? namespace[DATA_PLANE_MODE.name]) === DATA_PLANE_MODE.inside ? 'ambient' : undefined;
}

/** The pods take a proxy whose init container leads their traffic to it. A gateway, and a proxy that takes none, have no such container. */
export function redirectsTraffic(at: LocatedPods): boolean {
  const annotations = annotationsOf(at);
  return annotations[INTERCEPTION_MODE.name] !== INTERCEPTION_MODE.none && annotations[INJECTION_TEMPLATES.name] !== INJECTION_TEMPLATES.gateway;
}

function getsProxy(pod: Strings, annotations: Strings, namespace: Strings): boolean {
  const wish = pod[INJECTION.pod] ?? annotations[INJECTION.pod];
  if (wish === INJECTION.outside) return false;
  if (namespace[INJECTION.namespace] !== undefined) return namespace[INJECTION.namespace] === INJECTION.enabled;
  return namespace[INJECTION.revision] !== undefined || pod[INJECTION.revision] !== undefined || pod[INJECTION.pod] === INJECTION.inside;
}

/** cdk8s writes the namespace of a chart on everything in it, Namespaces included, so they are found by name alone. */
function labelsOfNamespace(name: string, manifests: ManifestSet): Strings {
  return stringsIn(manifests.namespaceNamed(name)?.metadata?.labels);
}

function annotationsOf({ template }: LocatedPods): Strings {
  return stringsIn(template.metadata?.annotations);
}

function stringsIn(value: unknown): Strings {
  return isObject(value) ? value as Strings : {};
}
