import { COMPONENT_LABEL } from '../facts/cluster-agent';
import { MANAGED_BY_LABEL } from '../facts/labels';

/** Labels of every object of ours. */
export const OWN_LABELS = {
  'app.kubernetes.io/name': 'datadog',
  [MANAGED_BY_LABEL.name]: MANAGED_BY_LABEL.value,
} as const;

/** Labels of the objects and pods of one component. */
export function componentLabels(component: string): { [name: string]: string } {
  return { ...OWN_LABELS, 'app.kubernetes.io/component': component, [COMPONENT_LABEL.name]: component };
}

/** What Services, budgets and policies select a component's pods by; the chart and the Operator put it on theirs too. */
export function componentSelector(component: string): { [name: string]: string } {
  return { [COMPONENT_LABEL.name]: component };
}
