import { requireQualifiedNames } from './label-key';
import { requireLabelValue } from './label-value';
import { ViolationError } from '../base/violation';
import { ADMISSION_LABEL } from '../facts/admission-controller';
import { COMPONENT_LABEL } from '../facts/cluster-agent';

/** Labels that the selectors of Deployments, Services and budgets of ours go by. */
const SELECTED_BY: readonly string[] = ['app', COMPONENT_LABEL.name];

/** Labels that leave our selectors alone, with values that Kubernetes takes. */
export function requirePodLabels(labels: { readonly [name: string]: string }): { readonly [name: string]: string } {
  const taken = Object.keys(labels).find(name => SELECTED_BY.includes(name) || name === ADMISSION_LABEL.name);
  requireQualifiedNames("'podLabels'", labels);
  Object.entries(labels).forEach(([name, value]) => requireLabelValue(`the label '${name}' of 'podLabels'`, value));
  if (taken === undefined) return labels;
  throw new ViolationError({
    rule: 'kubernetes/selector-label',
    reason: taken === ADMISSION_LABEL.name
      ? `the label '${taken}' keeps the webhook of the Cluster Agent away from these pods of Datadog's own, so another value would let it change them`
      : `the label '${taken}' is what Deployments and Services find these pods by, so another value would cut them off`,
    remedy: taken === ADMISSION_LABEL.name ? 'Leave the label out' : 'Write the label under another name',
    link: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors',
  });
}
