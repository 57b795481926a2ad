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

/** The same options, with the label that keeps each pod out of the mesh. Labels of the user's win. */
export function keepOutside<T extends OwnPods>(props: T, { dataPlane }: IstioOptions): T {
  const podLabels = DatadogIstio.outsideTheMesh(dataPlane);
  const outside = <O extends { readonly podLabels?: { [name: string]: string } }>(options?: O) =>
    ({ ...options, podLabels: { ...podLabels, ...options?.podLabels } });
  return {
    ...props,
    clusterAgent: outside(props.clusterAgent),
    clusterCheckRunners: outside(props.clusterCheckRunners),
    nodeAgent: outside(props.nodeAgent),
  };
}
