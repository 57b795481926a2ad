import type { PodDisruptionBudgetSpec } from 'kubernetes-types/policy/v1';
import { Manifest } from '../manifest/manifest';
import { componentLabels, componentSelector } from '../parts/labels';

export function disruptionBudget(name: string, namespace: string, component: string, limit: PodDisruptionBudgetSpec): Manifest {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, namespace, labels: componentLabels(component) },
    spec: { ...limit, selector: { matchLabels: componentSelector(component) } },
  };
}
