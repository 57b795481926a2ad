import type { PodSpec } from 'kubernetes-types/core/v1';
import { fargateAgents } from './containers';
import { flatten, Located, Manifest } from './manifest';
import { podTemplateOf, PodTemplate } from './pod-template';
import { clusterScopedKindsOf, isClusterScoped } from './scope';

/** A workload with the template that its pods are made from. */
export interface LocatedPods extends Located {
  readonly template: PodTemplate;
  readonly pod: PodSpec;
  readonly namespace: string | undefined;
}

/** All manifests of one cluster, Lists opened, with look-ups that are computed once. */
export class ManifestSet {
  public readonly objects: readonly Located[];
  private readonly byKind = new Map<string, Located[]>();
  private readonly byIdentity = new Map<string, Manifest>();
  private definedCache?: ReadonlySet<string>;
  private namespacesCache?: ReadonlyMap<string | undefined, Manifest>;
  private podsCache?: LocatedPods[];
  private sidecarsCache?: LocatedPods[];

  constructor(manifests: readonly Located[]) {
    this.objects = manifests.flatMap(({ path, manifest, delivered }) =>
      flatten(manifest).map(object => ({ path, manifest: object, ...delivered && { delivered } })));
    for (const object of this.objects) {
      const { kind, metadata } = object.manifest;
      // cdk8s writes the namespace of the chart on objects that belong to none.
      const namespace = isClusterScoped(object.manifest) ? undefined : metadata?.namespace;
      this.byIdentity.set(identity(kind, namespace, metadata?.name), object.manifest);
      const known = this.byKind.get(kind);
      if (known) known.push(object); else this.byKind.set(kind, [object]);
    }
  }

  public ofKind(kind: string): readonly Located[] {
    return this.byKind.get(kind) ?? [];
  }

  public find(kind: string, namespace: string | undefined, name: string): Manifest | undefined {
    return this.byIdentity.get(identity(kind, namespace, name));
  }

  /** True where the object belongs to no namespace, as Kubernetes, well-known controllers or a CustomResourceDefinition of the app have it. */
  public isClusterScoped(manifest: Manifest): boolean {
    this.definedCache ??= clusterScopedKindsOf(this.ofKind('CustomResourceDefinition').map(at => at.manifest));
    return isClusterScoped(manifest, this.definedCache);
  }

  /** The Namespace of that name, wherever it says that it is itself: cdk8s puts the namespace of a chart on it too. */
  public namespaceNamed(name: string): Manifest | undefined {
    this.namespacesCache ??= new Map([...this.ofKind('Namespace')].reverse().map(({ manifest }) => [manifest.metadata?.name, manifest]));
    return this.namespacesCache.get(name);
  }

  /** The labels of nodes that a RuntimeClass demands; undefined where there is no such class, or it demands none. */
  public nodeSelectorOfRuntimeClass(name: string): { readonly [label: string]: unknown } | undefined {
    return this.find('RuntimeClass', undefined, name)?.scheduling?.nodeSelector;
  }

  /** Every workload. */
  public get pods(): readonly LocatedPods[] {
    return this.podsCache ??= this.objects.flatMap(({ path, manifest }) => {
      const template = podTemplateOf(manifest);
      return template ? [{ path, manifest, template, pod: template.spec, namespace: manifest.metadata?.namespace }] : [];
    });
  }

  /** Every workload with an Agent sidecar for Fargate. */
  public get sidecars(): readonly LocatedPods[] {
    return this.sidecarsCache ??= this.pods.filter(({ pod }) => fargateAgents(pod).length > 0);
  }
}

/** Nothing stands for `default`, and for objects outside namespaces as well, which are never looked up by one. */
function identity(kind: string, namespace: string | undefined, name = ''): string {
  return `${kind}/${namespace || 'default'}/${name}`;
}
