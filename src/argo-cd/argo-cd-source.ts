import { ArgoCdGitOptions, ArgoCdHelmChartOptions, ArgoCdHelmOptions } from './argo-cd-source-options';
import { DatadogHelmChart } from '../helm-chart/datadog-helm-chart';
import { requireValuesOnce } from '../requirements/argo-cd-values';
import { entryPoint } from '../requirements/entry-point';
import { requireArgument, requireOptions } from '../requirements/options';

/** Where Argo CD finds what it applies. What could never work together is an error of the `DatadogArgoCd` that has it. */
@entryPoint
export class ArgoCdSource {
  /**
   * Datadog's Helm chart with the values of a `DatadogHelmChart`, as they are when the app is synthesized. What that chart makes beside
   * the values is manifests: give them to Argo CD too, as `ArgoCdSource.git(...)`.
   *
   * @param chart the description of the cluster
   * @param options where the chart is, and what differs
   */
  public static helmChart(chart: DatadogHelmChart, options: ArgoCdHelmChartOptions = {}): ArgoCdSource {
    requireArgument('chart', '!DatadogHelmChart', chart);
    options = requireOptions('ArgoCdHelmChartOptions', options);
    const { namespace } = chart.clusterAgent._model;
    return new ArgoCdSource(late => ({ ...options, kind: 'helm', namespace, ...late && { values: chart.values() } }));
  }

  /**
   * A Helm chart with values from elsewhere.
   *
   * @param options the chart, its version and values
   * @throws when both `values` and `valuesObject` are given
   */
  public static helm(options: ArgoCdHelmOptions): ArgoCdSource {
    options = requireOptions('ArgoCdHelmOptions', options);
    requireValuesOnce(options.values, options.valuesObject);
    return new ArgoCdSource(() => ({ ...options, kind: 'helm', namespace: undefined }));
  }

  /**
   * Manifests in a git repository: those of `app.synth()`, committed there.
   *
   * @param options the repository and the folder
   */
  public static git(options: ArgoCdGitOptions): ArgoCdSource {
    options = requireOptions('ArgoCdGitOptions', options);
    return new ArgoCdSource(() => ({ ...options, kind: 'git' }));
  }

  private constructor(private readonly describe: (late: boolean) => any) {}

  /**
   * What it is; with values that others may still change only when they are final.
   *
   * @internal
   */
  public _describe(late: boolean): any {
    return this.describe(late);
  }
}
