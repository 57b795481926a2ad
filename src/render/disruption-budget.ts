import type { PodDisruptionBudgetSpec } from 'kubernetes-types/policy/v1';
import { componentLabels, componentSelector } from './labels';
import { Manifest } from '../manifest/manifest';

export function disruptionBudget(name: string, namespace: string, component: string, limit: PodDisruptionBudgetSpec): Manifest {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, namespace, labels: componentLabels(component) },
    spec: { ...limit, selector: { matchLabels: componentSelector(component) } },
  };
}
