
import { Manifest } from '../manifest/manifest';
import { podTemplateOf } from '../manifest/pod-template';
import { entryPoint } from '../requirements/entry-point';
import { requireArgument } from '../requirements/options';

/**
 * Chooses among the workloads of a target, by what they are when the app is synthesized.
 */
@entryPoint
export class WorkloadSelector {
  /** Workloads of these kinds, for example `Deployment` and `CronJob`. */
  public static ofKinds(...kinds: string[]): WorkloadSelector {
    requireArgument('kinds', 'string[]', kinds);
    return new WorkloadSelector(({ kind }) => kinds.includes(kind));
  }

  /** Workloads whose pods carry all of these labels. */
  public static labeled(labels: { [name: string]: string }): WorkloadSelector {
    requireArgument('labels', '{string}', labels);
    return new WorkloadSelector(workload => {
      const found = podTemplateOf(workload)?.metadata?.labels ?? {};
      return Object.keys(labels).every(name => Object.hasOwn(found, name) && found[name] === labels[name]);
    });
  }

  /** Workloads in these namespaces. */
  public static inNamespaces(...namespaces: string[]): WorkloadSelector {
    requireArgument('namespaces', 'string[]', namespaces);
    return new WorkloadSelector(({ metadata }) => metadata?.namespace !== undefined && namespaces.includes(metadata.namespace));
  }

  /** Workloads of these names. */
  public static named(...names: string[]): WorkloadSelector {
    requireArgument('names', 'string[]', names);
    return new WorkloadSelector(({ metadata }) => metadata?.name !== undefined && names.includes(metadata.name));
  }

  /** Workloads that all of the selectors choose. */
  public static allOf(...selectors: WorkloadSelector[]): WorkloadSelector {
    selectors.forEach(selector => requireArgument('selectors', '!WorkloadSelector', selector));
    return new WorkloadSelector(workload => selectors.every(s => s._selects(workload)));
  }

  /** Workloads that one of the selectors chooses. */
  public static anyOf(...selectors: WorkloadSelector[]): WorkloadSelector {
    selectors.forEach(selector => requireArgument('selectors', '!WorkloadSelector', selector));
    return new WorkloadSelector(workload => selectors.some(s => s._selects(workload)));
  }

  /** Workloads that none of the selectors chooses. */
  public static noneOf(...selectors: WorkloadSelector[]): WorkloadSelector {
    selectors.forEach(selector => requireArgument('selectors', '!WorkloadSelector', selector));
    return new WorkloadSelector(workload => !selectors.some(s => s._selects(workload)));
  }

  /** @internal */
  public readonly _selects: (workload: Manifest) => boolean;

  private constructor(selects: (workload: Manifest) => boolean) {
    this._selects = selects;
  }
}
