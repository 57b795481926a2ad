import { ClusterModel } from '../../model/cluster-model';
import { SidecarInjectionModel } from '../../model/sidecar-injection';
import { RunnerPart } from '../cluster-check-runner/part';
import { NodeAgentPart } from '../node-agent/part';

/** All that another delivery than plain manifests has to be told. */
export interface DeliveredCluster {
  readonly model: ClusterModel;
  /** What constructs add to the pods of the node Agents; what features add follows from the model. */
  readonly nodeParts: readonly NodeAgentPart[];
  /** What constructs add to the pods of the runners. */
  readonly runnerParts: readonly RunnerPart[];
  /** Pods that the Cluster Agent's webhook adds Agents to; absent where there are none. */
  readonly webhook?: SidecarInjectionModel;
  /** Labels of every object. */
  readonly labels: { readonly [name: string]: string };
}
