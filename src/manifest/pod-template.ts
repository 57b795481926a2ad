import type { PodSpec } from 'kubernetes-types/core/v1';
import { groupOf, Manifest, Metadata } from './manifest';

/** What a pod is made from. */
export interface PodTemplate {
  readonly metadata?: Metadata;
  readonly spec: PodSpec;
}

/** Where each kind keeps its pod template, by API group and kind. */
const TEMPLATE_PATHS: { readonly [groupAndKind: string]: readonly string[] } = {
  '/Pod': [],
  '/ReplicationController': ['spec', 'template'],
  'apps/Deployment': ['spec', 'template'],
  'apps/ReplicaSet': ['spec', 'template'],
  'apps/StatefulSet': ['spec', 'template'],
  'apps/DaemonSet': ['spec', 'template'],
  'batch/Job': ['spec', 'template'],
  'argoproj.io/Rollout': ['spec', 'template'],
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
};

const KINDS = new Set(Object.keys(TEMPLATE_PATHS).map(key => key.split('/')[1]));

function templatePath(object: { readonly apiVersion: string; readonly kind: string }): readonly string[] | undefined {
  const { kind } = object;
  if (!KINDS.has(kind)) return undefined;
  const key = `${groupOf(object)}/${kind}`;
  return Object.hasOwn(TEMPLATE_PATHS, key) ? TEMPLATE_PATHS[key] : undefined;
}

/** True when objects of this kind make pods. */
export function makesPods(object: { readonly apiVersion: string; readonly kind: string }): boolean {
  return templatePath(object) !== undefined;
}

/** The pod template of a workload; a Pod is its own. Undefined for every other kind. */
export function podTemplateOf(manifest: Manifest): PodTemplate | undefined {
  const path = templatePath(manifest);
  if (!path) return undefined;
  const found = path.reduce<any>((at, key) => at?.[key], manifest);
  // A list or a text is nothing that anything could be added to.
  return found?.spec && typeof found.spec === 'object' && !Array.isArray(found.spec) ? found : undefined;
}

/** A copy of the workload with another pod template. */
export function withPodTemplate(manifest: Manifest, template: PodTemplate): Manifest {
  const put = (at: any, path: readonly string[]): any => path.length === 0
    ? { ...at, ...template }
    : { ...at, [path[0]]: put(at[path[0]], path.slice(1)) };
  return put(manifest, templatePath(manifest) ?? []);
}

/** True when the workload's pods are meant to end. */
export function runsToCompletion(manifest: Manifest): boolean {
  return ['Job', 'CronJob'].includes(manifest.kind) || ['Never', 'OnFailure'].includes(podTemplateOf(manifest)?.spec.restartPolicy ?? '');
}
