import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { apiObjectsIn } from './api-objects';
import { ClusterChecks } from './cluster-checks';
import { errorAt, HookError } from './hook-error';
import { HookListener, ManifestHook } from './manifest-hook';
import { PINNED_BY_KERNEL } from './pinned';
import { Violation, ViolationError } from '../base/violation';
import { ENDPOINTS_CHECKS } from '../facts/autodiscovery';
import { PAGES } from '../facts/pages';
import { autodiscoveryAnnotations as read, containerNames, identifierOf } from '../manifest/autodiscovery';
import { groupOf, Manifest, mapObjects, nameOf } from '../manifest/manifest';
import { makesPods, podTemplateOf, withPodTemplate } from '../manifest/pod-template';
import { AutodiscoveryModel } from '../model/autodiscovery-model';
import { annotate } from '../render/autodiscovery-annotate';
import { noSuchContainer } from '../requirements/autodiscovery';

/** What somebody asks of the Agents for the workloads or the Services at a construct and below it. */
export interface AutodiscoveryRequest {
  readonly target: IConstruct;
  readonly on: 'pods' | 'services';
  readonly identifier: string;
  readonly model: AutodiscoveryModel;
}

const KEY = Symbol.for('cdk8s-datadog.AutodiscoveryAnnotator');

/** Writes Autodiscovery annotations into other people's objects; one for each root. */
export class AutodiscoveryAnnotator implements HookListener {
  public static of(scope: IConstruct): AutodiscoveryAnnotator {
    const hook: ManifestHook & { [KEY]?: AutodiscoveryAnnotator } = ManifestHook.of(scope);
    if (!hook[KEY]) {
      Object.defineProperty(hook, KEY, { value: new AutodiscoveryAnnotator() });
      hook.listen(hook[KEY]!);
      // The rules look at what is written, also in an app with nothing else of Datadog in it.
      ClusterChecks.of(scope);
    }
    return hook[KEY]!;
  }

  private readonly requests: AutodiscoveryRequest[] = [];
  private readonly errors: HookError[] = [];
  private readonly fulfilled = new Set<AutodiscoveryRequest>();
  /** Names of the containers of every workload that a request met. */
  private readonly met = new Map<AutodiscoveryRequest, string[]>();

  public add(request: AutodiscoveryRequest): void {
    ManifestHook.of(request.target).requireOpen('Autodiscovery', request.target);
    this.requests.push(request);
  }

  public begin(): void {
    this.errors.length = 0;
    this.fulfilled.clear();
    this.met.clear();
  }

  public transform(object: ApiObject, manifest: Manifest): Manifest {
    const requests = this.requests.filter(({ target }) => object.node.scopes.includes(target));
    if (requests.length === 0) return manifest;
    return mapObjects(manifest, one => {
      try {
        return this.annotatePods(this.annotateService(one, requests), requests);
      } catch (error) {
        if (!(error instanceof ViolationError)) throw error;
        this.errors.push(errorAt(object, error.violation, nameOf(one)));
        return one;
      }
    });
  }

  public check(): HookError[] {
    const unfulfilled = this.requests.filter(request => !this.fulfilled.has(request));
    return [...this.errors, ...unfulfilled.map(request => errorAt(request.target, this.whyNot(request)))];
  }

  private annotateService(service: Manifest, requests: readonly AutodiscoveryRequest[]): Manifest {
    if (service.kind !== 'Service' || groupOf(service) !== '') return service;
    const mine = requests.filter(({ on }) => on === 'services');
    if (mine.length === 0) return service;
    mine.forEach(request => this.fulfilled.add(request));
    return { ...service, metadata: { ...service.metadata, annotations: annotate(service.metadata?.annotations, mine) } };
  }

  private annotatePods(workload: Manifest, requests: readonly AutodiscoveryRequest[]): Manifest {
    const template = podTemplateOf(workload);
    if (!template) return workload;
    const names = containerNames(template.spec);
    const mine = requests.filter(({ on }) => on === 'pods');
    mine.forEach(request => this.met.set(request, [...this.met.get(request) ?? [], ...names]));
    const fitting = mine.filter(({ identifier }) => names.includes(identifier));
    if (fitting.length === 0) return workload;
    fitting.forEach(request => this.fulfilled.add(request));
    const { metadata } = template;
    const written = read(metadata?.annotations);
    const byId = fitting.map(({ identifier, model }) => ({ identifier: identifierOf(identifier, written), model }));
    return withPodTemplate(workload, { ...template, metadata: { ...metadata, annotations: annotate(metadata?.annotations, byId) } });
  }

  private whyNot(request: AutodiscoveryRequest): Violation {
    const objects = apiObjectsIn(request.target);
    const wanted = (object: ApiObject) => request.on === 'pods' ? makesPods(object) : object.kind === 'Service';
    if (objects.some(object => wanted(object) && ManifestHook.isPinned(object))) return PINNED;
    if (request.on === 'services') return NO_SERVICE;
    const names = this.met.get(request);
    return names === undefined ? NO_WORKLOAD : {
      rule: 'autodiscovery/container-exists',
      ...noSuchContainer(request.identifier, [...new Set(names)], 'Autodiscovery.ofContainer(...) asks for'),
      link: PAGES.autodiscovery.source,
    };
  }
}

const NO_WORKLOAD: Violation = {
  rule: 'autodiscovery/target-is-found',
  reason: 'Autodiscovery.ofContainer(...) was given it, and there is no workload in it that other people wrote',
  remedy: 'Give the workload, or a construct above it',
  link: PAGES.autodiscovery.source,
};

const NO_SERVICE: Violation = {
  rule: 'autodiscovery/target-is-found',
  reason: 'Autodiscovery.ofService(...) or ofEndpoints(...) was given it, and there is no Service in it that other people wrote',
  remedy: 'Give the Service, or a construct above it',
  link: ENDPOINTS_CHECKS.source,
};

const PINNED: Violation = { rule: 'autodiscovery/manifest-can-be-changed', ...PINNED_BY_KERNEL };
