import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import type { Container } from 'kubernetes-types/core/v1';
import { HookError, HookListener, ManifestHook } from './manifest-hook';
import { describeViolation, Violation, ViolationError } from '../base/violation';
import { FARGATE_NO_DAEMON_SETS } from '../facts/fargate';
import { SIDECAR_ACCESS } from '../facts/rbac';
import { Manifest, mapObjects, nameOf } from '../manifest/manifest';
import { makesPods, podTemplateOf, runsToCompletion, withPodTemplate } from '../manifest/pod-template';
import { AccountRef, serviceAccountOf } from '../manifest/service-account';
import { ClusterModel } from '../model/cluster-model';
import { injectSidecar } from '../render/sidecar/inject';

const CDK8S_NAMESPACES = 'https://cdk8s.io/docs/latest/basics/chart/#namespaces';

/** A part of the tree whose workloads get the sidecar. */
export interface Target {
  readonly construct: IConstruct;
  /** A target without a workload is an error. */
  readonly requireMatch: boolean;
}

/** The account of an instrumented workload. */
export interface SidecarAccount extends AccountRef {
  /** The workload names no account, so this one is ours to make. */
  readonly ours: boolean;
}

/** Puts the Agent into the workloads of its targets, as they stand when the app is synthesized. */
export class SidecarInjector implements HookListener {
  /** Accounts that run a sidecar, of the pass under way. */
  public readonly accounts: SidecarAccount[] = [];
  private readonly targets: Target[] = [];
  private readonly errors: HookError[] = [];
  private readonly selected = new Set<ApiObject>();
  private readonly matched = new Set<ApiObject>();

  constructor(
    private readonly hook: ManifestHook,
    private readonly model: ClusterModel,
    private readonly patch: (container: Container) => Container,
    private readonly onAccounts: (accounts: readonly SidecarAccount[]) => void,
  ) {}

  public add(target: Target): void {
    if (!this.targets.some(t => t.construct === target.construct)) this.targets.push(target);
  }

  public begin(): void {
    this.accounts.length = this.errors.length = 0;
    this.selected.clear();
    this.matched.clear();
    for (const { construct } of this.targets) objectsUnder(construct, this.hook).forEach(o => this.selected.add(o));
  }

  public transform(object: ApiObject, manifest: Manifest): Manifest {
    if (!this.selected.has(object)) return manifest;
    return mapObjects(manifest, workload => {
      if (!makesPods(workload)) return workload;
      this.matched.add(object);
      try {
        return this.inject(workload);
      } catch (error) {
        if (!(error instanceof ViolationError)) throw error;
        this.tell(object, error.violation, nameOf(workload));
        return workload;
      }
    });
  }

  public prepare(): void {
    for (const { construct, requireMatch } of this.targets) {
      const objects = objectsUnder(construct, this.hook);
      objects.filter(o => makesPods(o) && ManifestHook.isPinned(o)).forEach(o => this.tell(o, PINNED));
      if (requireMatch && !objects.some(o => this.matched.has(o) || ManifestHook.isPinned(o))) this.tell(construct, NOTHING_TO_INSTRUMENT);
    }
    this.onAccounts(this.accounts);
  }

  public check(): HookError[] {
    return this.errors;
  }

  private inject(workload: Manifest): Manifest {
    const template = podTemplateOf(workload);
    if (!template) return workload;
    if (workload.kind === 'DaemonSet') {
      // On a cluster of Fargate alone, the rule fargate/no-daemon-set says so of every DaemonSet.
      if (this.model.platform.fact.onlyFargate) return workload;
      throw new ViolationError(DAEMON_SET);
    }
    const namespace = workload.metadata?.namespace;
    if (!namespace) throw new ViolationError(NAMESPACE_UNKNOWN);
    const injected = injectSidecar(template, this.model, {
      runsToCompletion: runsToCompletion(workload),
      defaultServiceAccount: SIDECAR_ACCESS.serviceAccount,
      patch: this.patch,
    });
    const name = serviceAccountOf(injected.spec);
    this.accounts.push({ namespace, name, ours: name !== serviceAccountOf(template.spec) });
    return injected === template ? workload : withPodTemplate(workload, injected);
  }

  private tell(at: IConstruct, violation: Violation, object?: string): void {
    const text = object ? { ...violation, reason: `${object}: ${violation.reason}` } : violation;
    this.errors.push({ at, text: describeViolation(text) });
  }
}

/** Other people's objects at a construct and below it. */
export function objectsUnder(construct: IConstruct, hook: ManifestHook): ApiObject[] {
  return construct.node.findAll().filter((c): c is ApiObject => ApiObject.isApiObject(c) && !hook.isOurs(c));
}

const NOTHING_TO_INSTRUMENT: Violation = {
  rule: 'sidecar/target-has-workloads',
  reason: 'it was given to instrument(...), and there is no Pod, Deployment, ReplicaSet, StatefulSet, Job or CronJob in it',
  remedy: 'Give the construct that holds the workloads, or take it out of instrument(...)',
  link: 'https://docs.datadoghq.com/integrations/eks_fargate/',
};

const NAMESPACE_UNKNOWN: Violation = {
  rule: 'sidecar/namespace-is-known',
  reason: 'it has no namespace, so the Secret and the binding that its Agent needs cannot be written: kubectl would choose one later',
  remedy: "Set 'namespace' on its chart, or 'metadata.namespace' on the object, also where it is 'default'",
  link: CDK8S_NAMESPACES,
};

const DAEMON_SET: Violation = {
  rule: 'sidecar/no-daemon-set',
  reason: 'DaemonSets do not run on Fargate, so its pods are on nodes with an Agent of their own',
  remedy: 'Take it out of instrument(...)',
  link: FARGATE_NO_DAEMON_SETS.source,
};

const PINNED: Violation = {
  rule: 'sidecar/manifest-can-be-changed',
  reason: "a class of another language overrides its 'toJson', and what that returns cannot be changed any more",
  remedy: "Remove the override, or write the change as 'addJsonPatch'",
  link: 'https://aws.github.io/jsii/user-guides/lib-user/',
};
