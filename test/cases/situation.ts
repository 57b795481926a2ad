import { ApiObject, ApiObjectProps, App, Chart, Testing } from 'cdk8s';
import type { Container } from 'kubernetes-types/core/v1';
import * as YAML from 'yaml';
import { DatadogChart, DatadogChartProps, DatadogCredentials, Findings, Platform } from '../../src';
import { ViolationError } from '../../src/base/violation';
import { getsSidecar, onNode } from '../../src/injection/placement';
import { Located, Manifest } from '../../src/manifest/manifest';
import { ManifestSet } from '../../src/manifest/manifest-set';
import { podTemplateOf, runsToCompletion, withPodTemplate } from '../../src/manifest/pod-template';
import { ClusterModel } from '../../src/model/cluster-model';
import { injectSidecar } from '../../src/render/sidecar/inject';
import { runRules } from '../../src/rules/run-rules';

/** What a finding of a case is told by. */
export interface Told {
  readonly rule: string;
  readonly severity: string;
  readonly object?: string;
}

/** A cluster with Datadog on it, synthesized once for all its cases. */
export class Situation {
  private readonly chart: DatadogChart;
  private readonly model: ClusterModel;
  private readonly datadogs: readonly Located[];

  constructor(platform: Platform, options: Partial<DatadogChartProps> = {}) {
    this.chart = new DatadogChart(new App(), 'datadog', {
      platform,
      clusterName: 'prod',
      credentials: DatadogCredentials.existingSecret({ appKey: true }),
      ...options,
    });
    this.datadogs = Testing.synth(this.chart).map((manifest: Manifest) => ({ path: 'datadog', manifest }));
    this.model = (this.chart.sidecar as unknown as { model: ClusterModel }).model;
  }

  /** Containers of Datadog's own pods. */
  public get containers(): Container[] {
    return this.datadogs.flatMap(({ manifest }) => podTemplateOf(manifest)?.spec?.containers ?? []);
  }

  public get runbook(): string {
    return this.chart.runbook();
  }

  /** Findings about what the YAML holds, in a chart with the namespace `shop`, with Agents unless `plain`. Accounts and Secrets are there. */
  public findings(yaml: string, plain = false): Told[] {
    try {
      return this.check(plain ? objectsOf(yaml) : this.instrumented(yaml));
    } catch (error) {
      if (!(error instanceof ViolationError)) throw error;
      return [{ rule: error.violation.rule, severity: 'error', object: 'thrown' }];
    }
  }

  /** What the YAML holds, with Agents, or with the way to those of the nodes. */
  public instrumented(yaml: string): Manifest[] {
    return objectsOf(yaml).map(object => this.instrument(object));
  }

  private check(objects: readonly Manifest[]): Told[] {
    const { fact, kubernetesVersion, serviceCidr, fargateProfiles } = this.model.platform;
    const manifests = new ManifestSet([...this.datadogs, ...objects.map(manifest => ({ path: 'case', manifest }))]);
    const namespaces = ['shop', 'datadog'];
    return runRules({
      manifests,
      platform: fact,
      kubernetesVersion,
      serviceCidr,
      fargateProfiles,
      complete: true,
      promisedSecrets: namespaces.map(namespace => ({ namespace, name: 'datadog-secret' })),
    }).filter(({ path, severity, rule }) => path === 'case' && severity !== 'info' && rule !== 'sidecar/service-account-is-bound')
      .map(({ rule, severity, object }) => ({ rule, severity, object }));
  }

  private instrument(manifest: Manifest): Manifest {
    const template = podTemplateOf(manifest);
    if (!template) return manifest;
    return withPodTemplate(manifest, getsSidecar(manifest, template, this.model, 'placement')
      ? injectSidecar(template, this.model, { runsToCompletion: runsToCompletion(manifest), defaultServiceAccount: 'datadog-agent' })
      : onNode(template, this.model, undefined));
  }
}

/** As Include reads it. */
function objectsOf(yaml: string): Manifest[] {
  return YAML.parseAllDocuments(yaml, { version: '1.1' }).map(document => document.toJSON() as Manifest).filter(object => object)
    .map(object => ({ ...object, metadata: { namespace: 'shop', ...object.metadata } }));
}

/** Requests and limits in YAML. */
export const RESOURCES = 'resources: { requests: { cpu: 250m, memory: 256Mi }, limits: { cpu: 250m, memory: 256Mi } }';

/** A container in YAML, with what follows its name. */
export function container(more = '', name = 'web', image = 'nginx:1.29'): string {
  return `{ name: ${name}, image: "${image}", ${RESOURCES}${more} }`;
}

/** A Deployment in YAML, or another workload. */
export function workload(pod: string, { kind = 'Deployment', labels = '', annotations = '', spec = '' } = {}): string {
  return `
apiVersion: apps/v1
kind: ${kind}
metadata: { name: web }
spec:
  ${spec}
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web${labels} }, annotations: { ${annotations} } }
    spec: ${pod}
---
`;
}

/** What becomes of objects of a chart with the namespace `shop` that is instrumented on Fargate, and the errors about them. */
export function madeOf(...objects: readonly ApiObjectProps[]): { readonly manifests: Manifest[]; readonly errors: Told[] } {
  const app = new App();
  const datadog = new DatadogChart(app, 'datadog', {
    platform: Platform.eksFargate({ kubernetesVersion: '1.36', serviceCidr: '10.96.0.0/16' }),
    clusterName: 'prod',
    credentials: DatadogCredentials.existingSecret(),
  });
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  objects.forEach((props, at) => new ApiObject(shop, `object-${at}`, props));
  datadog.instrument(shop);
  const manifests: Manifest[] = [];
  try {
    manifests.push(...Testing.synth(shop));
  } catch {
    // The findings say why.
  }
  const errors = Findings.of(app).filter(({ severity }) => severity === 'error');
  return { manifests, errors: errors.map(({ rule, severity, object }) => ({ rule, severity, object })) };
}
