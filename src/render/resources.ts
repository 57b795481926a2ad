import type { ResourceRequirements } from 'kubernetes-types/core/v1';
import { ResourcesModel } from '../model/resources-model';

/** Requests equal to limits, as Fargate wants them. Two objects: one shared by both becomes a YAML anchor. */
export function resources({ cpu, memory }: ResourcesModel): ResourceRequirements {
  return { requests: { cpu, memory }, limits: { cpu, memory } };
}
