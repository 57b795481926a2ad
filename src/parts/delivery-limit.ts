import { DeliveredCluster } from './delivered-cluster';
import { ImmediateRuleId } from '../base/immediate-rules';
import { ViolationError } from '../base/violation';
import { DELIVERIES, DeliveryFact } from '../facts/deliveries';

/** Something that a delivery can be told only in part, or not at all. */
export interface Limit {
  /** Name of the option, as users write it. */
  readonly option: string;
  /** Why it cannot be said. */
  readonly reason: string;
  readonly link: string;
  /** Deliveries that can do it, beside the plain manifests, which can do everything. */
  readonly others?: ReadonlyArray<DeliveryFact['id']>;
  /** True for a cluster that asks for it. */
  readonly isReached: (cluster: DeliveredCluster) => boolean;
}

/** Who can do what a limit is about. */
export function ableTo({ others = [] }: Limit): string[] {
  return (['manifests', ...others] as const).map(id => `${DELIVERIES[id].title} (${DELIVERIES[id].construct})`);
}

/** Limits of a delivery. */
interface Limits {
  readonly rule: ImmediateRuleId;
  /** Who is told, for sentences. */
  readonly told: string;
  readonly limits: readonly Limit[];
}

/** Throws for the first limit that the cluster reaches. */
export function requireWithinLimits({ rule, told, limits }: Limits, cluster: DeliveredCluster): void {
  const limit = limits.find(({ isReached }) => isReached(cluster));
  if (!limit) return;
  throw new ViolationError({
    rule,
    reason: `what '${limit.option}' asks for cannot be said ${told}: ${limit.reason}`,
    remedy: `Leave it at its default where you use ${DELIVERIES[cluster.model.delivery.id].title}, or use ${ableTo(limit).join(' or ')}, which can do it`,
    link: limit.link,
  });
}
