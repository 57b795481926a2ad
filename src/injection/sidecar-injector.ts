import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import type { Container } from 'kubernetes-types/core/v1';
import { othersObjectsIn } from './api-objects';
import { errorAt, HookError } from './hook-error';
import { HookListener, ManifestHook } from './manifest-hook';
import { PINNED_BY_KERNEL } from './pinned';
import { Cover, getsSidecar, onNode, PORTS_CHOSEN } from './placement';
import { NoSocketsIn } from './pod-security';
import { Violation, ViolationError } from '../base/violation';
import { FARGATE_NO_DAEMON_SETS, FARGATE_NO_WINDOWS, FARGATE_OPT_OUT } from '../facts/fargate';
import { KNATIVE } from '../facts/knative';
import { SIDECAR_ACCESS } from '../facts/rbac';
import { WORKLOAD_KINDS } from '../facts/workload-kinds';
import { groupOf, isList, Manifest, mapObjects, nameOf } from '../manifest/manifest';
import { isForWindows, NodeSelectorOfRuntimeClass } from '../manifest/pod-os';
import { makesPods, PodTemplate, podTemplateOf, runsToCompletion, withPodTemplate } from '../manifest/pod-template';
import { AccountRef, serviceAccountOf } from '../manifest/service-account';
import { ClusterModel } from '../model/cluster-model';
import { injectSidecar } from '../render/sidecar/inject';
import { requirePod } from '../requirements/pod';
import { idleOnTarget, TargetOptions } from '../requirements/target-options';

const FARGATE_SIDECAR = 'https://docs.datadoghq.com/integrations/eks_fargate/';
const CDK8S_NAMESPACES = 'https://cdk8s.io/docs/latest/basics/chart/#namespaces';

/** A part of the tree whose workloads get the sidecar, or the way to the Agent of their node. */
export interface Target {
  readonly construct: IConstruct;
  /** Chooses among the workloads; absent where all are meant. */
  readonly selects?: (workload: Manifest) => boolean;
  /** The cluster, with the sidecar as this target wants it. */
  readonly model: ClusterModel;
  readonly cover: Cover;
  /** Pods on nodes go by ports, also where sockets are on. */
  readonly byPorts: boolean;
  /** A target without a workload is an error. */
  readonly requireMatch: boolean;
  /** Options that the user wrote for this target, by where their pods must run to have them. */
  readonly options: TargetOptions;
}

/** The account of an instrumented workload. */
export interface SidecarAccount extends AccountRef {
  /** The workload names no account, so this one is ours to make. */
  readonly ours: boolean;
}

/** What other objects of the app say of its pods. */
export interface Surroundings {
  readonly noSocketsIn: NoSocketsIn;
  readonly nodeSelectorOf: NodeSelectorOfRuntimeClass;
}

/** Covers the workloads of its targets, as they stand when the app is synthesized: by an Agent in the pod, or by that of the node. */
export class SidecarInjector implements HookListener {
  /** Accounts that run a sidecar, of the pass under way. */
  public readonly accounts: SidecarAccount[] = [];
  private readonly targets: Target[] = [];
  private readonly errors: HookError[] = [];
  /** Targets of each object, the one that counts last. */
  private readonly candidates = new Map<ApiObject, Target[]>();
  private readonly matched = new Set<Target>();
  /** Targets whose pods run on Fargate, and those whose pods run on nodes; one may be both. */
  private readonly reached = { fargate: new Set<Target>(), nodes: new Set<Target>() };
  private around: Surroundings;

  constructor(
    private readonly hook: ManifestHook,
    private readonly patch: (container: Container) => Container,
    private readonly onAccounts: (accounts: readonly SidecarAccount[]) => void,
    /** Called for each pass. */
    private readonly lookAround: () => Surroundings,
  ) {
    this.around = lookAround();
  }

  /** Where several targets mean one workload, the nearest to it counts, then one that chooses, then the last. */
  public add(target: Target): void {
    this.targets.push(target);
    const rank = ({ construct, selects }: Target) => construct.node.scopes.length * 2 + (selects ? 1 : 0);
    this.targets.sort((a, b) => rank(a) - rank(b));
  }

  public begin(): void {
    this.accounts.length = this.errors.length = 0;
    this.candidates.clear();
    this.matched.clear();
    this.reached.fargate.clear();
    this.reached.nodes.clear();
    this.around = this.lookAround();
    for (const target of this.targets) {
      for (const object of othersObjectsIn(target.construct, this.hook)) {
        const known = this.candidates.get(object);
        if (known) known.push(target); else this.candidates.set(object, [target]);
      }
    }
  }

  public transform(object: ApiObject, manifest: Manifest): Manifest {
    const targets = this.candidates.get(object);
    if (!targets) return manifest;
    return mapObjects(manifest, workload => {
      const covered = this.transformWorkload(object, targets, workload, isList(manifest));
      // Workloads share what is equal in them, and inside one document YAML would write that as an anchor with aliases.
      return isList(manifest) && covered !== workload ? structuredClone(covered) : covered;
    });
  }

  public prepare(): void {
    for (const target of this.targets) {
      const pinned = othersObjectsIn(target.construct, this.hook).filter(o => makesPods(o) && ManifestHook.isPinned(o));
      const charts = target.construct.node.findAll().filter(c => Chart.isChart(c) && ManifestHook.isPinned(c));
      [...pinned, ...charts].forEach(c => this.errors.push(errorAt(c, PINNED)));
      const isEmpty = !this.matched.has(target) && pinned.length === 0;
      if (target.requireMatch && isEmpty) this.errors.push(errorAt(target.construct, nothingToInstrument(target)));
      const { fargate, nodes } = this.reached;
      const idle = idleOnTarget(target.options, { fargate: fargate.has(target), nodes: nodes.has(target) });
      if (idle) this.errors.push(errorAt(target.construct, idle));
    }
    this.onAccounts(this.accounts);
  }

  public check(): HookError[] {
    return this.errors;
  }

  private transformWorkload(object: ApiObject, targets: readonly Target[], workload: Manifest, inList: boolean): Manifest {
    if (!makesPods(workload) && !isKnativeService(workload)) return workload;
    const chosen = targets.filter(({ selects }) => selects?.(workload) ?? true);
    if (chosen.length === 0) return workload;
    chosen.forEach(target => this.matched.add(target));
    try {
      return this.cover(workload, chosen[chosen.length - 1]);
    } catch (error) {
      if (!(error instanceof ViolationError)) throw error;
      this.errors.push(errorAt(object, inList ? forItem(error.violation) : error.violation, nameOf(workload)));
      return workload;
    }
  }

  private cover(workload: Manifest, target: Target): Manifest {
    const { model, cover, byPorts } = target;
    if (isKnativeService(workload)) throw new ViolationError(KNATIVE_SERVICE);
    const template = podTemplateOf(workload);
    if (!template) return workload;
    requirePod(template);
    const namespace = workload.metadata?.namespace;
    if (!namespace && model.platform.fargate === 'profiles' && workload.kind !== 'DaemonSet') throw new ViolationError(PLACE_UNKNOWN);
    const onFargate = getsSidecar(workload, template, model, cover);
    this.reached[onFargate ? 'fargate' : 'nodes'].add(target);
    if (onFargate) return this.inject(workload, template, model);
    const connected = onNode(template, model, byPorts ? PORTS_CHOSEN : this.around.noSocketsIn(namespace), this.around.nodeSelectorOf);
    return connected === template ? workload : withPodTemplate(workload, connected);
  }

  private inject(workload: Manifest, template: PodTemplate, model: ClusterModel): Manifest {
    if (workload.kind === 'DaemonSet') {
      // On a cluster of Fargate alone, the rule fargate/no-daemon-set says so of every DaemonSet.
      if (!model.platform.fact.nodes) return workload;
      throw new ViolationError(DAEMON_SET);
    }
    if (isForWindows(template.spec, this.around.nodeSelectorOf)) {
      // On a cluster of Fargate alone, the rule fargate/no-windows says so of every pod for Windows.
      if (!model.platform.fact.nodes && isForWindows(template.spec)) return workload;
      throw new ViolationError(WINDOWS);
    }
    const namespace = workload.metadata?.namespace;
    if (!namespace) throw new ViolationError(NAMESPACE_UNKNOWN);
    const injected = injectSidecar(template, model, {
      runsToCompletion: runsToCompletion(workload),
      defaultServiceAccount: SIDECAR_ACCESS.serviceAccount,
      patch: this.patch,
    });
    const name = serviceAccountOf(injected.spec);
    this.accounts.push({ namespace, name, ours: name !== serviceAccountOf(template.spec) });
    return injected === template ? workload : withPodTemplate(workload, injected);
  }
}

function isKnativeService(manifest: Manifest): boolean {
  return manifest.kind === KNATIVE.kind && groupOf(manifest) === KNATIVE.group;
}

function nothingToInstrument({ selects }: Target): Violation {
  return {
    rule: 'sidecar/target-has-workloads',
    reason: selects
      ? 'it was given to be instrumented with a selector, and the selector chooses no workload in it'
      : `it was given to instrument(...), and it holds no workload of a kind that the Agent is added to: ${KINDS}`,
    remedy: 'Give the construct that holds the workloads, or set requireMatch to false where there may be none',
    link: FARGATE_SIDECAR,
  };
}

const KINDS = [...new Set(WORKLOAD_KINDS.map(({ kind }) => kind))].join(', ');

const KNATIVE_SERVICE: Violation = {
  rule: 'sidecar/no-knative-service',
  reason: `Knative refuses what the Agent needs in a pod unless ${KNATIVE.flags.map(f => `'${f}'`).join(' and ')} are enabled for the whole cluster, and it keeps the pod alive by its own rules`,
  remedy: `Take it out of instrument(...); or set ${KNATIVE.flags.map(f => `${f}: enabled`).join(' and ')} in the ConfigMap config-features of knative-serving and write the Agent's container by hand`,
  link: KNATIVE.source,
};

const NAMESPACE_UNKNOWN: Violation = {
  rule: 'sidecar/namespace-is-known',
  reason: 'it has no namespace, so the Secret and the binding that its Agent needs cannot be written: kubectl would choose one later',
  remedy: "Set 'namespace' on its chart, or 'metadata.namespace' on the object, also where it is 'default'",
  link: CDK8S_NAMESPACES,
};

/** The chart's namespace is on the List, and the API server reads those of the items alone. */
function forItem(violation: Violation): Violation {
  return violation.rule !== NAMESPACE_UNKNOWN.rule ? violation : {
    ...violation,
    remedy: "Set 'metadata.namespace' on every item of the List: cdk8s writes the namespace of the chart on the List alone; or write the items as documents of their own, which have it from the chart",
  };
}

const PLACE_UNKNOWN: Violation = {
  ...NAMESPACE_UNKNOWN,
  reason: 'it has no namespace, so nobody can tell whether a Fargate profile takes its pods: kubectl would choose one later',
};

const DAEMON_SET: Violation = {
  rule: 'sidecar/no-daemon-set',
  reason: 'DaemonSets do not run on Fargate, so its pods are on nodes with an Agent of their own',
  remedy: 'Give it to datadog.instrument(...), which connects it to that Agent, and not to inject(...)',
  link: FARGATE_NO_DAEMON_SETS.source,
};

const WINDOWS: Violation = {
  rule: 'sidecar/pod-is-for-linux',
  reason: 'its pods are for Windows nodes, and the sidecar is a Linux container: AWS Fargate runs no Windows pods',
  remedy: `Leave it out of instrument(...) and inject(...); where a Fargate profile takes its pods, annotate them with '${FARGATE_OPT_OUT.annotation}: ${FARGATE_OPT_OUT.value}' so that they run on nodes`,
  link: FARGATE_NO_WINDOWS.source,
};

const PINNED: Violation = { rule: 'sidecar/manifest-can-be-changed', ...PINNED_BY_KERNEL };
