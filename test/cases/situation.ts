import { App, Testing } from 'cdk8s';
import * as YAML from 'yaml';
import { DatadogChart, DatadogChartProps, DatadogCredentials, Platform } from '../../src';
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
  private readonly model: ClusterModel;
  private readonly datadogs: readonly Located[];

  constructor(platform: Platform, options: Partial<DatadogChartProps> = {}) {
    const chart = new DatadogChart(new App(), 'datadog', {
      platform,
      clusterName: 'prod',
      credentials: DatadogCredentials.existingSecret({ appKey: true }),
      ...options,
    });
    this.datadogs = Testing.synth(chart).map((manifest: Manifest) => ({ path: 'datadog', manifest }));
    this.model = (chart.sidecar as unknown as { model: ClusterModel }).model;
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

const RESOURCES = 'resources: { requests: { cpu: 250m, memory: 256Mi }, limits: { cpu: 250m, memory: 256Mi } }';

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
