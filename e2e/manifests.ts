/** A Kubernetes object as it stands in a file. Deliberately no code of src/: what is tested does not read for its own test. */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    generation?: number;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    ownerReferences?: { uid: string; kind: string; name: string }[];
  };
  [field: string]: any;
}

export interface PodTemplate {
  metadata?: Record<string, any>;
  spec: {
    nodeSelector?: Record<string, string>;
    tolerations?: Record<string, string>[];
    serviceAccountName?: string;
    containers: { name: string; image?: string }[];
    initContainers?: { name: string; image?: string }[];
    [field: string]: any;
  };
}

const TEMPLATE_AT: Record<string, string[]> = {
  Pod: [],
  Deployment: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  Rollout: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** The pod template of an object (a Pod is its own), by reference; undefined where there is none. */
export function podTemplateOf(object: KubeObject): PodTemplate | undefined {
  const steps = TEMPLATE_AT[object.kind];
  return steps?.reduce<any>((value, step) => value?.[step], object);
}

/** Opens `kind: List`, lists in lists too. */
export function flatten(objects: any[]): KubeObject[] {
  return objects.flatMap((object) => (object.kind.endsWith('List') && Array.isArray(object.items) ? flatten(object.items) : [object]));
}

export function groupOf(object: { apiVersion: string }): string {
  return object.apiVersion.includes('/') ? object.apiVersion.split('/')[0] : '';
}

export function describe(object: KubeObject): string {
  const { name, namespace } = object.metadata;
  return `${object.kind} ${namespace ? `${namespace}/` : ''}${name}`;
}

export function isNamespace({ kind }: KubeObject): boolean {
  return kind === 'Namespace';
}

/** A deleted namespace takes its content along, which then could no longer be deleted by name. */
export function namespacesLast(objects: KubeObject[]): KubeObject[] {
  return [...objects].sort((a, b) => Number(isNamespace(a)) - Number(isNamespace(b)));
}

/** `2 Deployment, 1 Service`, in alphabetical order. */
export function countKinds(objects: KubeObject[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of objects) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, count]) => `${count} ${kind}`).join(', ');
}
