import { Helm, Yaml } from 'cdk8s';
import { Construct } from 'constructs';
import { HelmInclude } from './helm-include-options';
import { IncludedHelmChart } from './included-helm-chart';
import { DatadogChart, DatadogChartProps } from '../datadog-chart/datadog-chart';
import { DELIVERIES } from '../facts/deliveries';
import { HELM_CHART } from '../facts/helm-chart';
import { ClusterChecks } from '../injection/cluster-checks';
import { DeliveredCluster } from '../parts/delivered-cluster';
import { helmValues } from '../render/helm-values/values';
import { entryPoint } from '../requirements/entry-point';
import { pickOptions } from '../requirements/option-shape';
import { requireOptions } from '../requirements/options';

/** Properties of a `DatadogHelmChart`. */
export interface DatadogHelmChartProps extends DatadogChartProps {
  /**
   * Has `helm` render the chart with the values at once, so that its objects are in the output beside ours; `{}` for the chart of
   * Datadog's repository. Set up checks and control plane by these properties then, and not by later calls: there is no second rendering.
   * The output is another at every synthesis, because the chart notes when it was installed.
   *
   * @default - none: `values()` are for whoever runs `helm install`
   */
  readonly include?: HelmInclude;
}

/**
 * Everything that Datadog needs on one cluster, where Datadog's own Helm chart makes the Cluster Agent, the runners and the node Agents:
 * the values for it as text, and beside them, as objects of this chart, what it does not do: sidecars with their permissions,
 * Secrets, network policies, and what the control plane, Istio and AWS's log router need.
 *
 * @see https://github.com/DataDog/helm-charts/tree/main/charts/datadog
 */
@entryPoint
export class DatadogHelmChart extends DatadogChart {
  /** The objects that `helm` rendered; undefined where it renders nothing here. Patches on them are the last word. */
  public readonly helm?: Helm;

  /** @throws when an option could never work, or the Helm chart has no value for it, with the id of the rule and what to write instead */
  constructor(scope: Construct, id: string, props: DatadogHelmChartProps) {
    props = requireOptions('DatadogHelmChartProps', props, new.target !== DatadogHelmChart);
    super(scope, id, pickOptions('DatadogChartProps', props));
    this.values();
    if (props.include) {
      const cluster = () => this._delivered() as DeliveredCluster;
      this.helm = new IncludedHelmChart(this, 'Helm', props.include, cluster).helm;
      ClusterChecks.of(this).cluster(cluster().model).supposeNothing();
    }
    // Checks and parts of others come until the app is synthesized.
    this.node.addValidation({ validate: () => this.problems() });
  }

  /**
   * Values of Datadog's Helm chart 3.240.0, as the text of a values file. It names Secrets and shows no value.
   *
   * @throws when something is asked for that the chart has no value for, with the id of the rule and what to write instead
   */
  public values(): string {
    const { name, version, repository } = HELM_CHART;
    return `# Values of the Helm chart ${name} ${version} of ${repository}\n${Yaml.stringify(helmValues(this._delivered() as DeliveredCluster))}`;
  }

  /** @internal */
  protected _delivery(): string {
    return DELIVERIES.helm.id;
  }

  private problems(): string[] {
    try {
      this.values();
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  }
}
