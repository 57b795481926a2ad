import { NodeAgentPart } from './node-agent-part';
import { RunnerPart } from './runner-part';
import { ClusterModel } from '../model/cluster-model';
import { SidecarInjectionModel } from '../model/sidecar-injection';

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
