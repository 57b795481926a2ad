import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { IstioDataPlane, IstioOptions } from './istio-options';
import { resolve } from '../cluster/resolve';
import { AdvancedAdIdentifier } from '../cluster-agent/advanced-ad-identifier';
import { ClusterAgentStandalone } from '../cluster-agent/cluster-agent-standalone';
import { ClusterChecks } from '../injection/cluster-checks';
import { addOwnObjects } from '../injection/own-object';
import { resolveIstio } from '../model/istio';
import { NodeAgent } from '../node-agent/node-agent';
import { DatadogClusterOptions } from '../options/cluster-options';
import { describeCluster } from '../options/describe-cluster';
import { controlPlaneChecks, proxyChecks } from '../render/istio/checks';
import { outsideTheMesh } from '../render/istio/outside-the-mesh';
import { serviceEntry } from '../render/istio/service-entry';
import { entryPoint } from '../requirements/entry-point';
import { refuseOff } from '../requirements/idle-options';
import { requireArgument, requireOptions } from '../requirements/options';

/** Properties of a `DatadogIstio`. */
export interface DatadogIstioProps extends DatadogClusterOptions, IstioOptions {
  /**
   * Hands out the check of the control plane.
   *
   * @default - none: the control plane is not checked
   */
  readonly clusterAgent?: ClusterAgentStandalone;
  /**
   * Checks the proxies of the pods on its nodes.
   *
   * @default - none: proxies are not checked
   */
  readonly nodeAgent?: NodeAgent;
}

/**
 * Datadog on a cluster with Istio: the check of the control plane and of the proxies, and the way out of the mesh to
 * Datadog. Give `podLabels` of the Cluster Agent, the runners and the node Agents what `outsideTheMesh` says;
 * `DatadogChart` does that by itself.
 *
 * @see https://docs.datadoghq.com/integrations/istio/
 */
@entryPoint
export class DatadogIstio extends Construct {
  /**
   * Labels of pods that are to stay outside the mesh, whatever their namespace says.
   *
   * @param dataPlane how the mesh carries the traffic of pods; by default `IstioDataPlane.SIDECAR`
   */
  public static outsideTheMesh(dataPlane?: IstioDataPlane): { [name: string]: string } {
    if (dataPlane !== undefined && dataPlane !== null) requireArgument('dataPlane', '#IstioDataPlane', dataPlane);
    return outsideTheMesh(dataPlane === IstioDataPlane.AMBIENT ? 'ambient' : 'sidecar');
  }

  /** The ServiceEntry, where there is one. */
  public readonly apiObjects: ApiObject[];

  /** @throws when an option could never work, with the id of the rule and what to write instead */
  constructor(scope: Construct, id: string, props: DatadogIstioProps) {
    super(scope, id);
    props = requireOptions('DatadogIstioProps', props, new.target !== DatadogIstio);
    refuseOff('DatadogIstio', props, 'istio');
    const { clusterAgent, nodeAgent } = props;
    const model = resolve(describeCluster(props, this));
    const istio = resolveIstio(props, { ...model, clusterAgent: clusterAgent !== undefined, nodeAgent: nodeAgent !== undefined });

    const cluster = ClusterChecks.of(this).cluster(model);
    cluster.claim(this);
    if (istio.egress) cluster.makesOnly(this, 'the way out of the mesh');
    this.apiObjects = addOwnObjects(this, istio.egress ? [serviceEntry(model, istio.egress)] : []);
    for (const { advancedAdIdentifiers = [], ...check } of controlPlaneChecks(istio)) {
      clusterAgent?.addClusterCheck({
        ...check,
        instances: [...check.instances],
        advancedAdIdentifiers: advancedAdIdentifiers.map(({ namespace, name }) => AdvancedAdIdentifier.kubeEndpoints(namespace, name)),
      });
    }
    nodeAgent?._extend(proxyChecks(istio));
  }
}
