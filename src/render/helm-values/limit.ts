import { DeliveredCluster } from '../deliveries/delivered-cluster';

/** A field of the cluster that the chart can be told only in part, or not at all. */
export interface Limit {
  /** Path in the cluster: of its model, or of what constructs add. */
  readonly path: string;
  /** Name of the option, as users write it. */
  readonly option: string;
  /** Why the chart cannot do it. */
  readonly reason: string;
  readonly link: string;
  /** Deliveries that can do it, beside the plain manifests, which can do everything. */
  readonly others?: ReadonlyArray<'operator'>;
  /** True for a cluster that asks for it. */
  readonly isReached: (cluster: DeliveredCluster) => boolean;
}
