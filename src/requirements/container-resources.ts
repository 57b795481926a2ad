import { requireCpu, requireMemory } from './quantity';
import { parseQuantity } from '../base/quantity';
import { ViolationError } from '../base/violation';

interface ContainerResources {
  readonly cpu: string;
  readonly memory: string;
  readonly cpuLimit?: string;
  readonly memoryLimit?: string;
}

/** Requests and limits that Kubernetes takes: quantities, and no limit below its request. */
export function requireContainerResources<T extends ContainerResources>(of: string, given: T): T {
  const { cpu, memory, cpuLimit, memoryLimit } = given;
  requireCpu(of, cpu);
  requireMemory(of, memory);
  if (cpuLimit !== undefined) requireNotLess(of, 'cpuLimit', requireCpu(`the limit of ${of}`, cpuLimit), cpu);
  if (memoryLimit !== undefined) requireNotLess(of, 'memoryLimit', requireMemory(`the limit of ${of}`, memoryLimit), memory);
  return given;
}

function requireNotLess(of: string, option: string, limit: string, request: string): void {
  if (parseQuantity(limit)! >= parseQuantity(request)!) return;
  throw new ViolationError({
    rule: 'kubernetes/quantity',
    reason: `'${option}' of ${of} is '${limit}', less than the '${request}' that is requested`,
    remedy: 'Raise the limit, or lower the request',
    link: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#requests-and-limits',
  });
}
