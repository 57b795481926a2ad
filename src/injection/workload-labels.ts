import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { othersObjectsIn } from './api-objects';
import { HookListener, ManifestHook } from './manifest-hook';
import { Manifest, mapObjects } from '../manifest/manifest';
import { podTemplateOf, withPodTemplate } from '../manifest/pod-template';

/** Puts labels on the pod templates of other people's workloads. */
export class WorkloadLabels implements HookListener {
  private readonly targets = new Set<IConstruct>();
  private readonly objects = new Set<ApiObject>();

  constructor(private readonly hook: ManifestHook, private readonly labels: { readonly [name: string]: string }) {}

  public add(target: IConstruct): void {
    this.targets.add(target);
  }

  public begin(): void {
    this.objects.clear();
    for (const target of this.targets) {
      for (const object of othersObjectsIn(target, this.hook)) this.objects.add(object);
    }
  }

  public transform(object: ApiObject, manifest: Manifest): Manifest {
    return this.objects.has(object) ? mapObjects(manifest, workload => this.label(workload)) : manifest;
  }

  private label(workload: Manifest): Manifest {
    const template = podTemplateOf(workload);
    return template
      ? withPodTemplate(workload, { ...template, metadata: { ...template.metadata, labels: { ...template.metadata?.labels, ...this.labels } } })
      : workload;
  }
}
