import { ApiObject, App, Chart } from 'cdk8s';
import { synthesized } from '../injection/synthesize';
import { KubeObject } from '../manifests';
import { DatadogChart, DatadogChartProps, DatadogCredentials, Platform } from 'cdk8s-datadog';

type Options = Omit<DatadogChartProps, 'platform' | 'clusterName' | 'credentials' | 'createNamespace'>;

/** A description of a cluster, and which of its workloads it instruments. */
export interface Description {
  readonly platform: Platform;
  readonly options?: Options;
  readonly workloads?: string[];
}

export interface Change {
  readonly what: string;
  readonly change: (from: Description) => Description;
}

const options = (more: Options) => (from: Description): Description => ({ ...from, options: { ...from.options, ...more } });
const workloads = (...names: string[]) => (from: Description): Description => ({ ...from, workloads: names });
const platform = (to: Platform) => (from: Description): Description => ({ ...from, platform: to });

const FEATURES_ON: Options['features'] = {
  logs: { enabled: true, containerCollectAll: true },
  externalMetrics: { enabled: true },
  admissionController: { enabled: true },
  prometheusScrape: { enabled: true },
};
const FEATURES_OFF: Options['features'] = {
  apm: { socketEnabled: false, portEnabled: true },
  kubeStateMetrics: { enabled: false },
  orchestratorExplorer: { enabled: false },
};

/** What people change, one after the other, each on top of the one before. */
export const CHAINS: Record<string, { readonly first: Description; readonly changes: Change[] }> = {
  'on Fargate': {
    first: {
      platform: Platform.eksFargate({ kubernetesVersion: '1.32' }),
      options: { agentVersion: '7.78.0' },
      workloads: ['web'],
    },
    changes: [
      { what: 'another version of the Agent', change: options({ agentVersion: undefined }) },
      { what: 'more pods and another size', change: options({ clusterAgent: { replicas: 3, memory: '1Gi' }, clusterCheckRunners: { replicas: 1 } }) },
      { what: 'features on', change: options({ features: FEATURES_ON }) },
      { what: 'a sidecar for three more', change: workloads('web', 'db', 'report', 'import') },
      { what: 'other options of the sidecar', change: options({ sidecar: { cpu: '100m', probes: true, readOnlyRootFilesystem: true } }) },
      { what: 'another version of Kubernetes', change: platform(Platform.eksFargate({ kubernetesVersion: '1.36' })) },
      { what: 'a fixed address', change: platform(Platform.eksFargate({ kubernetesVersion: '1.36', serviceCidr: '10.96.0.0/16' })) },
      { what: 'network policies, and tags', change: options({ networkPolicy: {}, tags: { team: 'shop' } }) },
      { what: 'features off', change: options({ features: FEATURES_OFF }) },
      { what: 'sidecars taken away, and no runners', change: (from) => workloads('db')(options({ clusterCheckRunners: { enabled: false }, features: { ...FEATURES_OFF, clusterChecks: { enabled: false } } })(from)) },
    ],
  },
  'on nodes': {
    first: { platform: Platform.eks({ kubernetesVersion: '1.32' }), options: { agentVersion: '7.78.0' }, workloads: ['web'] },
    changes: [
      { what: 'another version of the Agent', change: options({ agentVersion: undefined }) },
      { what: 'features on', change: options({ features: { ...FEATURES_ON, networkMonitoring: { enabled: true } } }) },
      { what: 'runners', change: options({ clusterCheckRunners: { enabled: true } }) },
      { what: 'another version of Kubernetes', change: platform(Platform.eks({ kubernetesVersion: '1.36' })) },
      { what: 'features off', change: options({ features: FEATURES_OFF }) },
    ],
  },
};

/** Everything of an app with that description. */
export function objectsOf({ platform: where, options: more, workloads: instrumented = [] }: Description): KubeObject[] {
  const app = new App();
  const shop = new Shop(app);
  const datadog = new DatadogChart(app, 'datadog', {
    ...more,
    platform: where,
    clusterName: 'upgrade',
    namespace: 'e2e-upgrade-datadog',
    credentials: DatadogCredentials.existingSecret({ appKey: true }),
    secretNamespaces: [Shop.NAMESPACE],
  });
  for (const name of instrumented) datadog.instrument(shop.workloads[name]);
  return synthesized(app);
}

class Shop extends Chart {
  public static readonly NAMESPACE = 'e2e-upgrade-shop';
  public readonly workloads: Record<string, ApiObject> = {};

  constructor(app: App) {
    super(app, 'shop', { namespace: Shop.NAMESPACE });
    new ApiObject(this, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: Shop.NAMESPACE } });
    this.add('apps/v1', 'Deployment', 'web', { replicas: 2, selector: { matchLabels: { app: 'web' } }, template: template('web') });
    this.add('apps/v1', 'StatefulSet', 'db', { serviceName: 'db', selector: { matchLabels: { app: 'db' } }, template: template('db') });
    this.add('batch/v1', 'Job', 'import', { template: template('import', 'Never') });
    this.add('batch/v1', 'CronJob', 'report', { schedule: '0 3 * * *', jobTemplate: { spec: { template: template('report', 'Never') } } });
    new ApiObject(this, 'service', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { selector: { app: 'web' }, ports: [{ port: 80 }] } });
  }

  private add(apiVersion: string, kind: string, name: string, spec: object): void {
    this.workloads[name] = new ApiObject(this, name, { apiVersion, kind, metadata: { name }, spec });
  }
}

function template(name: string, restartPolicy = 'Always') {
  const resources = { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '250m', memory: '256Mi' } };
  return { metadata: { labels: { app: name } }, spec: { restartPolicy, nodeSelector: { 'kubernetes.io/os': 'linux' }, containers: [{ name, image: `example.com/${name}:1`, resources }] } };
}
