import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { DatadogChart, DatadogChartProps, DatadogCredentials, ExternalSecretStore, Platform, SecretOptions } from '../../src';
import { readYaml } from '../read-yaml';

/** Credentials that make objects without holding a value. */
export function externalSecrets(options: SecretOptions = {}): DatadogCredentials {
  return DatadogCredentials.externalSecrets({
    ...options,
    store: ExternalSecretStore.aws({ region: 'ap-northeast-1' }),
    apiKey: { key: 'datadog/apikey' },
    token: { key: 'datadog/token' },
  });
}

export const CLUSTER = {
  platform: Platform.eksFargate(),
  clusterName: 'prod-tokyo',
  credentials: externalSecrets(),
};

/** An app with Datadog on one cluster and an empty chart in the namespace `shop`. */
export function program(props: Partial<DatadogChartProps> = {}) {
  const app = new App();
  const datadog = new DatadogChart(app, 'datadog', { ...CLUSTER, ...props });
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  return { app, datadog, shop };
}

export const APP_CONTAINER = { name: 'app', image: 'shop/web:1' };

export function podSpec(more: any = {}): any {
  return { containers: [{ ...APP_CONTAINER }], ...more };
}

export function deploymentManifest(name: string, pod: any = podSpec(), metadata: any = {}): any {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, ...metadata },
    spec: { selector: { matchLabels: { app: name } }, template: { metadata: { labels: { app: name } }, spec: pod } },
  };
}

/** A Deployment of the name of its construct. */
export function deployment(scope: Construct, name: string, pod: any = podSpec(), metadata: any = {}): ApiObject {
  return new ApiObject(scope, name, deploymentManifest(name, pod, metadata));
}

/** Everything that the app makes. */
export function synthesize(app: App): any[] {
  return readYaml(app.synthYaml());
}

/** The message of the error that stops the synthesis. */
export function synthesisError(app: App): string {
  try {
    app.synthYaml();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the synthesis had no error');
}

/** The errors of a synthesis, one by one. */
export function synthesisErrors(app: App): string[] {
  const [, ...errors] = synthesisError(app).split('\n').map(line => line.trim());
  return errors;
}

export function find(manifests: readonly any[], kind: string, name: string, namespace?: string): any {
  const found = manifests.filter(m => m.kind === kind && m.metadata.name === name && (!namespace || m.metadata.namespace === namespace));
  if (found.length !== 1) throw new Error(`${found.length} times ${kind} ${name}`);
  return found[0];
}

/** Kind, namespace and name of each object, sorted. */
export function inventory(manifests: readonly any[]): string[] {
  return manifests.map(({ kind, metadata: { namespace, name } }) => `${kind} ${namespace ? `${namespace}/` : ''}${name}`).sort();
}

/** Names of the containers of a workload with a pod template at spec.template. */
export function containerNames(workload: any): string[] {
  return workload.spec.template.spec.containers.map((c: any) => c.name);
}

export const WITH_AGENT = ['app', 'datadog-agent-injected'];
