import { isMap } from '../base/is-map';
import { ViolationError } from '../base/violation';

const areObjects = (value: unknown) => Array.isArray(value) && value.every(isMap);
const areMounts = (value: unknown) => areObjects(value) && (value as Array<{ mountPath?: unknown }>).every(({ mountPath }) => typeof mountPath === 'string');
const areTexts = (value: unknown) => isMap(value) && Object.values(value as object).every(text => typeof text === 'string');

interface Pod {
  readonly metadata?: object;
  readonly spec: { readonly containers?: readonly object[]; readonly initContainers?: readonly object[] };
}

/** Parts of a pod that something may be added to, and what they have to be where they are. */
const OF_POD: ReadonlyArray<readonly [field: string, is: (value: unknown) => boolean]> = [
  ['containers', areObjects], ['initContainers', areObjects], ['volumes', areObjects], ['securityContext', isMap],
];
const OF_CONTAINER: ReadonlyArray<readonly [field: string, is: (value: unknown) => boolean]> = [
  ['env', areObjects], ['ports', areObjects], ['volumeMounts', areMounts], ['securityContext', isMap], ['resources', isMap],
];

/** Refuses a pod that nothing can be added to: what stands in the place of a list or an object would be lost. */
export function requirePod({ metadata, spec }: Pod): void {
  requireParts('metadata', metadata ?? {}, [['labels', areTexts], ['annotations', areTexts]]);
  requireParts('spec', spec, OF_POD);
  for (const field of ['containers', 'initContainers'] as const) {
    (spec[field] ?? []).forEach((container, at) => requireParts(`spec.${field}[${at}]`, container, OF_CONTAINER));
  }
}

function requireParts(of: string, value: object, parts: typeof OF_POD): void {
  if (!isMap(value)) throw wrong(of);
  for (const [field, is] of parts) {
    const part = (value as Record<string, unknown>)[field];
    if (part !== undefined && part !== null && !is(part)) throw wrong(`${of}.${field}`);
  }
}

function wrong(path: string): ViolationError {
  return new ViolationError({
    rule: 'kubernetes/pod-is-one',
    reason: `'${path}' of its pod is not what Kubernetes has there, so nothing can be added to the pod`,
    remedy: 'Write lists, objects and texts where Kubernetes has them',
    link: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/',
  });
}
