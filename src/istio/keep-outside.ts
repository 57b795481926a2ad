import { DatadogIstio } from './datadog-istio';
import { IstioOptions } from './istio-options';
import { ClusterAgentOptions, ClusterCheckRunnerOptions } from '../options/deployment-options';
import { NodeAgentOptions } from '../options/node-agent-options';

/** Options of everything that has pods of Datadog's own. */
interface OwnPods {
  readonly clusterAgent?: ClusterAgentOptions;
  readonly clusterCheckRunners?: ClusterCheckRunnerOptions;
  readonly nodeAgent?: NodeAgentOptions;
}

/** Which parts there are beside the Cluster Agent. */
interface Parts {
  readonly clusterCheckRunners?: object;
  readonly nodeAgent?: object;
}

/** The same options, with the label that keeps each pod out of the mesh. Labels of the user's win; a part that is off stays off. */
export function keepOutside<T extends OwnPods>(props: T, { dataPlane }: IstioOptions, parts: Parts): T {
  const podLabels = DatadogIstio.outsideTheMesh(dataPlane);
  const outside = <O extends { readonly podLabels?: { [name: string]: string } }>(options?: O) =>
    ({ ...options, podLabels: { ...podLabels, ...options?.podLabels } });
  return {
    ...props,
    clusterAgent: outside(props.clusterAgent),
    ...parts.clusterCheckRunners && { clusterCheckRunners: outside(props.clusterCheckRunners) },
    ...parts.nodeAgent && { nodeAgent: outside(props.nodeAgent) },
  };
}
