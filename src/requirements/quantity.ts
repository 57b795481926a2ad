import { parseBytes, parseQuantity } from '../base/quantity';
import { ViolationError } from '../base/violation';

const LINK = 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#resource-units-in-kubernetes';

/** Far less than any Agent of ours gets: what is smaller was meant in another unit, for `256m` is a quarter of a byte. */
const LEAST_MEMORY = '64Mi';

/** CPU that Kubernetes takes and a container can run with; `of` says of what, for the error. */
export function requireCpu(of: string, cpu: string): string {
  const cores = parseQuantity(cpu);
  if (cores !== undefined && cores > 0) return cpu;
  throw new ViolationError({
    rule: 'kubernetes/quantity',
    reason: `'cpu' of ${of} is '${cpu}', which is no amount of CPU above 0`,
    remedy: "Write cores or thousandths of them, without a space, for example '0.2' or '200m'",
    link: LINK,
  });
}

/** Memory that Kubernetes takes and an Agent can start with; `of` says of what, for the error. */
export function requireMemory(of: string, memory: string): string {
  const bytes = parseBytes(memory);
  if (bytes !== undefined && bytes >= parseBytes(LEAST_MEMORY)!) return memory;
  throw new ViolationError({
    rule: 'kubernetes/quantity',
    reason: bytes === undefined
      ? `'memory' of ${of} is '${memory}', which is no amount of memory`
      : `'memory' of ${of} is '${memory}', which is ${bytes} bytes, and an Agent does not run in less than ${LEAST_MEMORY}`,
    remedy: "Write it in Mi or Gi, for example '256Mi'",
    link: LINK,
  });
}
