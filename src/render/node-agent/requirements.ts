import type { ResourceRequirements } from 'kubernetes-types/core/v1';
import { ContainerResourcesModel } from '../../model/node-agent-model';

/** Requests, and limits where there are any. */
export function requirements({ cpu, memory, cpuLimit, memoryLimit }: ContainerResourcesModel): ResourceRequirements {
  const limits = { ...cpuLimit !== undefined && { cpu: cpuLimit }, ...memoryLimit !== undefined && { memory: memoryLimit } };
  return { requests: { cpu, memory }, ...Object.keys(limits).length > 0 && { limits } };
}
