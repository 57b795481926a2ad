import { KubeObject, podTemplateOf } from './manifests';

/** The label and the taint that EKS gives its Fargate nodes. */
export const FARGATE_LABEL = 'eks.amazonaws.com/compute-type';
export const FARGATE = 'fargate';

export function runsOnFargate(exampleName: string): boolean {
  return exampleName.includes('fargate');
}

/**
 * What EKS does to a pod that a Fargate profile selects: it may run on Fargate's nodes, and nowhere else.
 * Played here, on copies, because manifests must not carry it.
 */
export function admitToFargate(objects: KubeObject[]): KubeObject[] {
  return objects.map((original) => {
    const object = structuredClone(original);
    const spec = podTemplateOf(object)?.spec;
    if (spec) {
      spec.nodeSelector = { ...spec.nodeSelector, [FARGATE_LABEL]: FARGATE };
      spec.tolerations = [...(spec.tolerations ?? []), { key: FARGATE_LABEL, operator: 'Equal', value: FARGATE, effect: 'NoSchedule' }];
    }
    return object;
  });
}
