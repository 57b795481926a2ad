import type { PodSpec } from 'kubernetes-types/core/v1';
import { allContainers } from './containers';
import { groupOf, Located } from './manifest';
import { LocatedPods, ManifestSet } from './manifest-set';
import { isObject } from './objects-in';
import { AUTODISCOVERY } from '../facts/autodiscovery';

/** An annotation by which a pod or a Service asks the Agents for something. */
export interface AutodiscoveryAnnotation {
  readonly key: string;
  /** The container, or `service` or `endpoints` on a Service; undefined for a pod as a whole. */
  readonly identifier?: string;
  /** What follows the identifier. */
  readonly field: string;
  readonly value: string;
}

/** An object with its annotations for Autodiscovery; `workload` and `pod` where they are those of a pod template. */
export interface Annotated {
  readonly at: Located;
  readonly annotations: readonly AutodiscoveryAnnotation[];
  readonly workload?: LocatedPods;
  readonly pod?: PodSpec;
}

/** Annotations for Autodiscovery, taken apart as the Agent does: at the last dot, but for `check.id`. */
export function autodiscoveryAnnotations(annotations: unknown): AutodiscoveryAnnotation[] {
  if (!isObject(annotations)) return [];
  return Object.entries(annotations)
    .filter((entry): entry is [string, string] => entry[0].startsWith(AUTODISCOVERY.prefix) && typeof entry[1] === 'string')
    .map(([key, value]) => {
      const name = key.slice(AUTODISCOVERY.prefix.length);
      const dot = name.endsWith(`.${AUTODISCOVERY.checkId}`) ? name.length - AUTODISCOVERY.checkId.length - 1 : name.lastIndexOf('.');
      return { key, ...dot >= 0 && { identifier: name.slice(0, dot) }, field: name.slice(dot + 1), value };
    });
}

/** Every pod template and Service that asks for something. */
export function annotatedObjects(manifests: ManifestSet): Annotated[] {
  const pods = manifests.pods
    .map(at => ({ at, workload: at, pod: at.pod, annotations: autodiscoveryAnnotations(at.template.metadata?.annotations) }));
  const services = manifests.ofKind('Service')
    .filter(({ manifest }) => groupOf(manifest) === '')
    .map(at => ({ at, annotations: autodiscoveryAnnotations(at.manifest.metadata?.annotations) }));
  return [...pods, ...services].filter(({ annotations }) => annotations.length > 0);
}

/** The name by which annotations reach a container: its own, or the id that another annotation gives it. */
export function identifierOf(container: string, annotations: readonly AutodiscoveryAnnotation[]): string {
  return annotations.find(a => a.field === AUTODISCOVERY.checkId && a.identifier === container)?.value ?? container;
}

/** Names of the containers of a pod. */
export function containerNames(pod: PodSpec): string[] {
  return allContainers(pod).map(({ name }) => name).filter(name => name);
}
