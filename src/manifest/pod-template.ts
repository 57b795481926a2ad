import type { PodSpec } from 'kubernetes-types/core/v1';
import { groupOf, Manifest, Metadata } from './manifest';
import { WORKLOAD_KINDS, WorkloadKindFact } from '../facts/workload-kinds';

/** What a pod is made from. */
export interface PodTemplate {
  readonly metadata?: Metadata;
  readonly spec: PodSpec;
}

const WORKLOADS: ReadonlyMap<string, WorkloadKindFact> = new Map(WORKLOAD_KINDS.map(fact => [`${fact.group}/${fact.kind}`, fact]));
const KINDS: ReadonlySet<string> = new Set(WORKLOAD_KINDS.map(({ kind }) => kind));

function workloadFact(object: { readonly apiVersion: string; readonly kind: string }): WorkloadKindFact | undefined {
  const { kind } = object;
  return KINDS.has(kind) ? WORKLOADS.get(`${groupOf(object)}/${kind}`) : undefined;
}

/** True when objects of this kind make pods. */
export function makesPods(object: { readonly apiVersion: string; readonly kind: string }): boolean {
  return workloadFact(object) !== undefined;
}

/** The pod template of a workload; a Pod is its own. Undefined for every other kind. */
export function podTemplateOf(manifest: Manifest): PodTemplate | undefined {
  const fact = workloadFact(manifest);
  if (!fact) return undefined;
  const found = fact.template.reduce<any>((at, key) => at?.[key], manifest);
  // A list or a text is nothing that anything could be added to.
  return found?.spec && typeof found.spec === 'object' && !Array.isArray(found.spec) ? found : undefined;
}

/** A copy of the workload with another pod template. */
export function withPodTemplate(manifest: Manifest, template: PodTemplate): Manifest {
  const put = (at: any, path: readonly string[]): any => path.length === 0
    ? { ...at, ...template }
    : { ...at, [path[0]]: put(at[path[0]], path.slice(1)) };
  return put(manifest, workloadFact(manifest)?.template ?? []);
}

/** True when the workload's pods are meant to end. */
export function runsToCompletion(manifest: Manifest): boolean {
  return workloadFact(manifest)?.ends === true || ['Never', 'OnFailure'].includes(podTemplateOf(manifest)?.spec.restartPolicy ?? '');
}
