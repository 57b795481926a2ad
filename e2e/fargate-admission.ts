import { FargateProfile, FargateSelector } from './example-files';
import { describe, KubeObject, PodTemplate, podTemplateOf } from './manifests';

/** The label and the taint that EKS gives its Fargate nodes; an annotation of that name keeps a pod on EC2 nodes. */
export const FARGATE_LABEL = 'eks.amazonaws.com/compute-type';
export const FARGATE = 'fargate';
const EC2 = 'ec2';
/** By this label a pod names its profile. */
const PROFILE_LABEL = 'eks.amazonaws.com/fargate-profile';

/** The admission that EKS has for pods of Fargate, for a cluster with these profiles. */
export class FargateAdmission {
  constructor(private readonly profiles: FargateProfile[]) {}

  /** One of the profiles takes the pods of this workload. */
  public takes(object: KubeObject): boolean {
    const template = podTemplateOf(object);
    return template !== undefined && this.profileOf(object, template) !== undefined;
  }

  /**
   * What EKS does to a pod that a Fargate profile selects: it may run on Fargate's nodes, and nowhere else.
   * Played here, on copies, because manifests must not carry it.
   */
  public admit(objects: KubeObject[]): KubeObject[] {
    return objects.map((original) => {
      if (!this.takes(original)) return original;
      // Its pods are bound to nodes one by one, and none of them is Fargate's: they would be Pending for ever.
      if (original.kind === 'DaemonSet') throw new Error(`${describe(original)}: a Fargate profile takes the pods of a DaemonSet.`);
      const object = structuredClone(original);
      const { spec } = podTemplateOf(object)!;
      spec.nodeSelector = { ...spec.nodeSelector, [FARGATE_LABEL]: FARGATE };
      spec.tolerations = [...(spec.tolerations ?? []), { key: FARGATE_LABEL, operator: 'Equal', value: FARGATE, effect: 'NoSchedule' }];
      return object;
    });
  }

  private profileOf({ metadata }: KubeObject, template: PodTemplate): FargateProfile | undefined {
    const { labels = {}, annotations = {} } = template.metadata ?? {};
    if (annotations[FARGATE_LABEL] === EC2) return undefined;
    return this.profiles
      .filter(({ name }) => (labels[PROFILE_LABEL] ?? name) === name)
      .find(({ selectors }) => selectors.some((selector) => selects(selector, metadata.namespace!, labels)));
  }
}

function selects({ namespace, labels = {} }: FargateSelector, of: string, podLabels: Record<string, string>): boolean {
  return matches(namespace, of) && Object.entries(labels).every(([name, value]) => (
    Object.keys(podLabels).some((label) => matches(name, label) && matches(value, podLabels[label]))
  ));
}

/** `*` is any text and `?` one character; all else is itself. */
function matches(pattern: string, text: string): boolean {
  const source = [...pattern].map((char) => ({ '*': '.*', '?': '.' })[char] ?? char.replace(/\W/, '\\$&')).join('');
  return new RegExp(`^${source}$`).test(text);
}
