import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { DatadogChart, DatadogChartProps } from '../datadog-chart/datadog-chart';
import { DELIVERIES } from '../facts/deliveries';
import { LateObjects } from '../injection/late-objects';
import { ManifestHook } from '../injection/manifest-hook';
import { DeliveredCluster } from '../parts/delivered-cluster';
import { checkConfigMaps } from '../render/operator/check-files';
import { datadogAgent } from '../render/operator/datadog-agent';
import { entryPoint } from '../requirements/entry-point';
import { requireOptions } from '../requirements/options';

/** Properties of a `DatadogOperatorChart`. */
export interface DatadogOperatorChartProps extends DatadogChartProps {}

/**
 * Everything that Datadog needs on one cluster, where the Datadog Operator makes the Cluster Agent, the runners and the node Agents: the
 * `DatadogAgent` for it, and beside that what the Operator does not do: sidecars with their permissions, Secrets, network policies,
 * and what the control plane, Istio and AWS's log router need. The Operator itself, and its definitions, are there already.
 *
 * @see https://docs.datadoghq.com/containers/datadog_operator/
 */
@entryPoint
export class DatadogOperatorChart extends DatadogChart {
  /** The `DatadogAgent`. Patches on it are the last word. */
  public readonly datadogAgent: ApiObject;

  /** @throws when an option could never work, or the Operator has no field for it, with the id of the rule and what to write instead */
  constructor(scope: Construct, id: string, props: DatadogOperatorChartProps) {
    super(scope, id, requireOptions('DatadogOperatorChartProps', props, new.target !== DatadogOperatorChart));
    const cluster = () => this._delivered() as DeliveredCluster;
    const own = new LateObjects(this, cluster().model, { all: () => [...checkConfigMaps(cluster()), datadogAgent(cluster())] });
    // Checks and parts of others come until the app is synthesized.
    ManifestHook.of(this).listen({ prepare: () => own.update() });
    this.datadogAgent = this.node.children.filter(ApiObject.isApiObject).find(({ kind }) => kind === 'DatadogAgent')!;
  }

  /** @internal */
  protected _delivery(): string {
    return DELIVERIES.operator.id;
  }
}
