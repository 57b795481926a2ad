import { ViolationError } from '../base/violation';

export function requireReplicas(component: string, replicas: number): number {
  if (!Number.isInteger(replicas) || replicas < 1) {
    throw new ViolationError({
      rule: 'kubernetes/replicas',
      reason: `${component}: ${replicas} is no number of replicas`,
      remedy: 'Write a whole number from 1',
      link: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/',
    });
  }
  return replicas;
}
