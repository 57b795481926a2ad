import { ViolationError } from '../base/violation';
import { COMPONENT_LABEL } from '../facts/cluster-agent';

/** Labels that the selectors of Deployments, Services and budgets of ours go by. */
const SELECTED_BY: readonly string[] = ['app', COMPONENT_LABEL.name];

/** By which the webhook of the admission controller passes these pods over. */
const WEBHOOK_LABEL = 'admission.datadoghq.com/enabled';

/** Labels that leave our selectors alone. */
export function requirePodLabels(labels: { readonly [name: string]: string }): { readonly [name: string]: string } {
  const taken = Object.keys(labels).find(name => SELECTED_BY.includes(name) || name === WEBHOOK_LABEL);
  if (taken === undefined) return labels;
  throw new ViolationError({
    rule: 'kubernetes/selector-label',
    reason: taken === WEBHOOK_LABEL
      ? `the label '${taken}' keeps the webhook of the Cluster Agent away from these pods of Datadog's own, so another value would let it change them`
      : `the label '${taken}' is what Deployments and Services find these pods by, so another value would cut them off`,
    remedy: taken === WEBHOOK_LABEL ? 'Leave the label out' : 'Write the label under another name',
    link: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors',
  });
}
