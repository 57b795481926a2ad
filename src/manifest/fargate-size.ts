import { PodRequests } from './pod-requests';
import { FARGATE_MEMORY_OVERHEAD_MIB, FARGATE_SIZES } from '../facts/fargate';

/** A combination of CPU and memory that AWS sells. */
export interface FargateSize {
  readonly vcpu: number;
  readonly gb: number;
}

const MIB = 2 ** 20;
const GB = 2 ** 30;
const OVERHEAD = FARGATE_MEMORY_OVERHEAD_MIB.value;

/** Every combination, the smallest first. */
const SIZES: readonly FargateSize[] = FARGATE_SIZES.flatMap(({ vcpu, gb }) => gb.map(memory => ({ vcpu, gb: memory })));

export const LARGEST_FARGATE_SIZE = SIZES.at(-1)!;

/** The size in which a pod runs; undefined where it asks for more than the largest has. */
export function fargateSize({ millicores, bytes }: PodRequests): FargateSize | undefined {
  return SIZES.find(({ vcpu, gb }) => vcpu * 1000 >= millicores && gb * GB >= bytes + OVERHEAD * MIB);
}

/** A size for a sentence. */
export function describeSize({ vcpu, gb }: FargateSize): string {
  return `${vcpu} vCPU and ${Number(gb.toFixed(2))} GB`;
}

/** What a size must have room for, for a sentence. */
export function describeRequests({ millicores, bytes }: PodRequests): string {
  return `${describeSize({ vcpu: millicores / 1000, gb: (bytes + OVERHEAD * MIB) / GB })}, the ${OVERHEAD} MiB of AWS included`;
}
