import { ApiObject, Lazy } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { ArgoCdClusters } from './argo-cd-clusters';
import { ArgoCdDestination } from './argo-cd-destination';
import { ArgoCdSource } from './argo-cd-source';
import { ArgoCdDeletion, ArgoCdIgnoredDifference, ArgoCdSyncOptions } from './argo-cd-sync-options';
import { ClusterChecks } from '../injection/cluster-checks';
import { addOwnObject } from '../injection/own-object';
import { SyncWaves } from '../injection/sync-waves';
import { resolveArgoCd } from '../model/argo-cd';
import { application } from '../render/argo-cd/application';
import { applicationSet } from '../render/argo-cd/application-set';
import { entryPoint } from '../requirements/entry-point';
import { requireConstructs, requireOptions } from '../requirements/options';

/** Properties of a `DatadogArgoCd`. */
export interface DatadogArgoCdProps {
  /**
   * What is applied: a Helm chart, manifests in git, or both. Of an object that is in two of them, the later one counts.
   */
  readonly sources: ArgoCdSource[];
  /**
   * Name of the Application; with `clusters`, of the ApplicationSet, whose Applications are called `<name>-<cluster>`.
   *
   * @default "datadog"
   */
  readonly name?: string;
  /**
   * Namespace of Argo CD, where Applications are.
   *
   * @default "argocd"
   */
  readonly argoCdNamespace?: string;
  /**
   * Project of Argo CD.
   *
   * @default "default"
   */
  readonly project?: string;
  /**
   * Namespace of Datadog on the clusters.
   *
   * @default - that of the `DatadogHelmChart` among the sources; "datadog" where there is none
   */
  readonly namespace?: string;
  /**
   * The cluster, where there is one.
   *
   * @default - that which Argo CD runs on
   */
  readonly destination?: ArgoCdDestination;
  /**
   * The clusters, where there are more: each gets an Application from one ApplicationSet.
   *
   * @default - one cluster
   */
  readonly clusters?: ArgoCdClusters;
  /**
   * How Argo CD applies what it finds.
   *
   * @default - by itself, pruning, and undoing what others change
   */
  readonly sync?: ArgoCdSyncOptions;
  /**
   * What happens to the objects when the Application is deleted.
   *
   * @default ArgoCdDeletion.FOREGROUND
   */
  readonly deletion?: ArgoCdDeletion;
  /**
   * Differences that mean nothing, beside those that objects of Datadog always have.
   *
   * @default - none
   */
  readonly ignoreDifferences?: ArgoCdIgnoredDifference[];
  /**
   * Labels of the Application.
   *
   * @default - none
   */
  readonly labels?: { [name: string]: string };
  /**
   * Annotations of the Application, for example those by which Argo CD's notifications know whom to tell.
   *
   * @default - none
   */
  readonly annotations?: { [name: string]: string };
}

/**
 * An `Application` by which Argo CD delivers Datadog to a cluster, or an `ApplicationSet` by which it does so to many.
 *
 * It is for the cluster that Argo CD runs on: put it into a chart of its own, beside that which describes Datadog.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/application-specification/
 */
@entryPoint
export class DatadogArgoCd extends Construct {
  /** The Application, or the ApplicationSet. */
  public readonly apiObject: ApiObject;

  /** @throws when an option could never work, with the id of the rule and what to write instead */
  constructor(scope: Construct, id: string, props: DatadogArgoCdProps) {
    super(scope, id);
    props = requireOptions('DatadogArgoCdProps', props, new.target !== DatadogArgoCd);
    const render = (late: boolean) => {
      const model = resolveArgoCd({
        ...props,
        sources: props.sources.map(source => source._describe(late)),
        destination: props.destination?._model,
        clusters: props.clusters?._model,
      });
      return model.clusters ? applicationSet(model, model.clusters) : application(model);
    };
    const { apiVersion, kind, metadata } = render(false);
    this.apiObject = addOwnObject(this, kind, { apiVersion, kind, metadata, spec: Lazy.any({ produce: () => render(true).spec }) });
    // It is checked with the other objects of the app, also where no other construct of ours is in it.
    ClusterChecks.of(this);
  }

  /**
   * Has Argo CD apply the objects of this library at the targets and below them in order: namespaces, then accounts and permissions, then
   * secret stores, then Secrets, then what pods mount and look for, and then the pods. Each has to be healthy before the next. Objects of
   * others are left alone, and so is an object of ours with a wave of its own.
   *
   * @param targets charts of this library, or the app itself
   * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/
   */
  public orderSync(...targets: IConstruct[]): void {
    requireConstructs('targets', ...targets);
    targets.forEach(target => SyncWaves.of(target).cover(target));
  }
}
