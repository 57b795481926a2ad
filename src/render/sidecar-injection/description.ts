import { DESCRIPTION_ANNOTATION } from '../../facts/labels';
import { SIDECAR } from '../../facts/sidecar';
import { KYVERNO_MUTATION } from '../../facts/sidecar-injection';
import { SidecarInjectionModel } from '../../model/sidecar-injection';

/** People read the lines in a review, behind the indentation of an annotation. */
const WIDTH = 110;

/** Tells people who review or meet the policy on a cluster what it does, and where to change it. */
export function policyAnnotations(model: SidecarInjectionModel): { [name: string]: string } {
  return { [DESCRIPTION_ANNOTATION.name]: describePolicy(model) };
}

/** The same with what Kyverno's reports and catalogues show. */
export function kyvernoAnnotations(model: SidecarInjectionModel): { [name: string]: string } {
  return {
    ...policyAnnotations(model),
    [KYVERNO_MUTATION.titleAnnotation]: 'Datadog Agent as a sidecar',
    [KYVERNO_MUTATION.descriptionAnnotation]: describePolicy(model),
  };
}

function describePolicy({ name, match: { groups, profiles }, origin }: SidecarInjectionModel): string {
  const pods = groups.map(({ namespaces, labels }) => {
    const all = Object.entries(labels).map(([label, value]) => `${label}=${value}`);
    return `in ${namespaces.join(', ')}${all.length > 0 ? ` with the labels ${all.join(', ')}` : ''}`;
  });
  return [
    `Adds the Datadog Agent, the container '${SIDECAR.containerName}', to pods when they are made: ${pods.join('; or ')}${profiles ? `; only pods of the Fargate profiles ${profiles.join(', ')}` : ''}.`,
    'It also adds the volumes of the Agent, points the containers of the application at it, and shares the processes of the pod.',
    'Pods that run already stay as they are. A pod for which the policy fails starts without an Agent.',
    `Written by cdk8s-datadog for the injection '${name}'${origin ? ` of the construct '${origin}'` : ''}; change it there, and not on the cluster.`,
  ].map(wrap).join('\n');
}

/** Over as many lines as it needs. A word that is longer than a line stays whole. */
function wrap(text: string): string {
  const [first, ...words] = text.split(' ');
  const lines = [first];
  for (const word of words) {
    const line = `${lines.at(-1)} ${word}`;
    if (line.length <= WIDTH) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines.join('\n');
}
