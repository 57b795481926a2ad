import { ApiObject } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { onlyOne } from './injection-id';
import { SidecarInjectionOptions } from './sidecar-injection-options';
import { ViolationError } from '../base/violation';
import { resolve } from '../cluster/resolve';
import { IClusterAgent } from '../cluster-agent/cluster-agent';
import { reachedBy } from '../cluster-agent/reached-by';
import { PAGES } from '../facts/pages';
import { apiObjectsIn } from '../injection/api-objects';
import { ClusterChecks } from '../injection/cluster-checks';
import { ManifestHook } from '../injection/manifest-hook';
import { addOwnObjects } from '../injection/own-object';
import { addSharedObject } from '../injection/shared-objects';
import { WorkloadLabels } from '../injection/workload-labels';
import { resolveSidecarInjection, SidecarInjectionModel } from '../model/sidecar-injection';
import { DatadogClusterOptions } from '../options/cluster-options';
import { describeCluster } from '../options/describe-cluster';
import { describeFargateProfiles } from '../platform/describe-fargate-profiles';
import { sharedManifests, sidecarInjectionManifests } from '../render/sidecar-injection/manifests';
import { describeInjection } from '../render/sidecar-injection/summary';
import { entryPoint } from '../requirements/entry-point';
import { requireConstructs, requireOptions } from '../requirements/options';
import { describeSidecar } from '../sidecar/describe-sidecar';
import { TokenReplicator } from '../token-replicator/token-replicator';

/** Properties of a `SidecarInjection`. */
export interface SidecarInjectionProps extends DatadogClusterOptions, SidecarInjectionOptions {
  /**
   * The Cluster Agent that the Agents talk to. Datadog's webhook is set up in it.
   *
   * @default - the one of `ClusterAgentStandalone` in `namespace`
   */
  readonly clusterAgent?: IClusterAgent;
  /**
   * Makes the Secret in the namespaces.
   *
   * @default - the Secrets are made elsewhere
   */
  readonly tokenReplicator?: TokenReplicator;
}

/** A Cluster Agent that is made here takes the settings of its webhook. */
interface WebhookHost {
  _injectSidecars(model: SidecarInjectionModel): void;
}

/**
 * The Agent as a sidecar in pods that the app does not make, such as CoreDNS's: the sidecar of `DatadogFargateSidecar`,
 * added when a pod is made, with the permission, the ServiceAccounts and the Secrets that it needs.
 *
 * @see https://docs.datadoghq.com/integrations/eks_fargate/
 */
@entryPoint
export class SidecarInjection extends Construct {
  /** Name of the policy, after which the ClusterRole and its binding are named. */
  public readonly injectionName: string;
  /** Address of the Cluster Agent that the Agents talk to. */
  public readonly clusterAgentUrl: string;

  private readonly model: SidecarInjectionModel;
  private readonly labels?: WorkloadLabels;

  /** @throws when an option could never work, or would fail without a word, with the id of the rule and what to write instead */
  constructor(scope: Construct, id: string, props: SidecarInjectionProps) {
    super(scope, id);
    props = requireOptions('SidecarInjectionProps', props, new.target !== SidecarInjection);
    const { via, clusterAgent, tokenReplicator } = props;
    const resolved = resolve({ ...describeCluster(props, this), sidecar: describeSidecar(props) });
    this.model = resolveSidecarInjection({
      ...props,
      via: via?._description,
      fargateProfiles: props.fargateProfiles && describeFargateProfiles(props.fargateProfiles),
      origin: this.node.path,
    }, reachedBy(resolved, clusterAgent));
    this.injectionName = this.model.name;
    this.clusterAgentUrl = this.model.cluster.clusterAgentUrl;
    if (this.model.via.kind === 'datadogWebhook') this.setUpWebhook(clusterAgent);

    const checks = ClusterChecks.of(this);
    const claimed = checks.cluster(resolved);
    claimed.claim(this);
    claimed.makesOnly(this, ...onlyOne(this.injectionName));
    claimed.injections.push(this.model);
    checks.promise(this, resolved.credentials, () => this.model.namespaces);
    this.model.namespaces.forEach(namespace => tokenReplicator?.addNamespace(namespace));
    for (const manifest of sharedManifests(this.model)) {
      addSharedObject(this, `${manifest.kind}-${manifest.metadata?.namespace}`, manifest, object => checks.concerns(claimed, object));
    }
    addOwnObjects(this, sidecarInjectionManifests(this.model));

    const [{ labels }] = this.model.match.groups;
    if (Object.keys(labels).length > 0) {
      const hook = ManifestHook.of(this);
      this.labels = new WorkloadLabels(hook, labels);
      hook.listen(this.labels);
    }
  }

  /**
   * Puts the labels of `podLabels` on the pods of workloads at the targets and below them, so that they are chosen.
   *
   * @param targets workloads, charts, `Include`s or `Helm`s of this app
   * @throws when the injection does not choose by labels
   */
  public label(...targets: IConstruct[]): void {
    if (!this.labels || this.model.match.profiles) {
      throw new ViolationError({
        rule: 'sidecar-injection/has-labels',
        reason: "label(...) was called, and the injection has no 'podLabels' of its own to put on workloads",
        remedy: "Give 'podLabels', for example { 'agent.datadoghq.com/sidecar': 'fargate' }, or leave the call out",
        link: PAGES.fargateSidecar.source,
      }, this.node.path);
    }
    requireConstructs('targets', ...targets);
    targets.forEach(target => this.labels!.add(target));
  }

  /** The policy, the permission and the accounts. */
  public get apiObjects(): ApiObject[] {
    return apiObjectsIn(this);
  }

  /** Which pods get an Agent, by whom, and what is left to do: the settings of Kyverno that it needs, and pods that run already. */
  public summary(): string {
    return describeInjection(this.model);
  }

  private setUpWebhook(clusterAgent: IClusterAgent | undefined): void {
    const host = clusterAgent as (IClusterAgent & Partial<WebhookHost>) | undefined;
    if (typeof host?._injectSidecars === 'function') {
      host._injectSidecars(this.model);
      return;
    }
    throw new ViolationError({
      rule: 'sidecar-injection/cluster-agent-is-ours',
      reason: "Datadog's webhook is set up by env vars of the Cluster Agent, and no ClusterAgentStandalone of this app is given as 'clusterAgent'",
      remedy: 'Give the ClusterAgentStandalone, use DatadogChart.injectAtAdmission(...), or take another InjectionMethod',
      link: PAGES.sidecarWebhook.source,
    }, this.node.path);
  }
}
