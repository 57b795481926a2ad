import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import {
  DatadogChart, DatadogCredentials, ExternalSecretStore, Findings, InjectionMethod, Platform, SidecarPlacement, WorkloadSelector,
} from 'cdk8s-datadog';

// Twelve workloads in four namespaces. Two Fargate profiles take some of them, which get the Agent as a sidecar; the others run on EC2
// nodes, each with an Agent of its own. One Cluster Agent is for both.

/** Fargate wants requests equal to limits; on EC2 nodes it does no harm. */
const resources = { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '250m', memory: '256Mi' } };
/** The label by which the profile `batch` takes a pod. */
const FARGATE = { compute: 'fargate' };

/** A namespace of a team, with its workloads as plain objects. */
class Team extends Chart {
  constructor(scope: Construct, private readonly name: string) {
    super(scope, name, { namespace: name });
    new ApiObject(this, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  }

  public deployment(name: string, image: string, replicas = 1): this {
    return this.add('apps/v1', 'Deployment', name, { replicas, ...this.selected(name, image) });
  }

  public statefulSet(name: string, image: string): this {
    return this.add('apps/v1', 'StatefulSet', name, { serviceName: name, ...this.selected(name, image) });
  }

  public daemonSet(name: string, image: string): this {
    return this.add('apps/v1', 'DaemonSet', name, this.selected(name, image));
  }

  public job(name: string, image: string, labels = {}): this {
    return this.add('batch/v1', 'Job', name, { template: this.template(name, image, labels, { restartPolicy: 'Never' }) });
  }

  public cronJob(name: string, image: string): this {
    const template = this.template(name, image, {}, { restartPolicy: 'OnFailure' });
    return this.add('batch/v1', 'CronJob', name, { schedule: '0 3 * * *', jobTemplate: { spec: { template } } });
  }

  private add(apiVersion: string, kind: string, name: string, spec: object): this {
    new ApiObject(this, name, { apiVersion, kind, metadata: { name }, spec });
    return this;
  }

  private selected(name: string, image: string) {
    return { selector: { matchLabels: { app: name, team: this.name } }, template: this.template(name, image) };
  }

  private template(name: string, image: string, labels = {}, pod = {}) {
    return {
      metadata: { labels: { app: name, team: this.name, ...labels } },
      // The cluster has Windows nodes too.
      spec: { nodeSelector: { 'kubernetes.io/os': 'linux' }, containers: [{ name, image, resources }], ...pod },
    };
  }
}

const app = new App();

const datadog = new DatadogChart(app, 'datadog', {
  platform: Platform.eks({
    kubernetesVersion: '1.36',
    fargateProfiles: [
      { name: 'serverless', selectors: [{ namespace: 'serverless' }] },
      { name: 'batch', selectors: [{ namespace: 'batch', labels: FARGATE }] },
    ],
  }),
  clusterName: 'prod-sapporo',
  credentials: DatadogCredentials.externalSecrets({
    store: ExternalSecretStore.aws({ region: 'ap-northeast-1' }),
    apiKey: { key: 'datadog/apikey' },
    appKey: { key: 'datadog/appkey' },
    token: { key: 'datadog/cluster-agent-token' },
  }),
  features: {
    logs: { enabled: true, containerCollectAll: true },
    liveProcesses: { enabled: true },
    externalMetrics: { enabled: true },
    admissionController: { enabled: true },
  },
  clusterCheckRunners: { enabled: true },
});

const serverless = new Team(app, 'serverless')
  .deployment('redis', 'redis:8')
  .deployment('api', 'nginx:1.29', 2)
  .cronJob('digest', 'busybox:1.37');
const batch = new Team(app, 'batch')
  .deployment('queue', 'rabbitmq:4')
  .job('import', 'busybox:1.37', FARGATE)
  .job('export', 'busybox:1.37', FARGATE);
const shop = new Team(app, 'shop')
  .deployment('web', 'nginx:1.29', 3)
  .deployment('cart', 'nginx:1.29')
  .statefulSet('db', 'postgres:18')
  .cronJob('report', 'busybox:1.37');
const platform = new Team(app, 'platform')
  .daemonSet('node-cache', 'nginx:1.29')
  .deployment('proxy', 'envoyproxy/envoy:v1.36.0', 2);

datadog.instrument(serverless, batch, shop, platform);
// The Agent of this one ends with its Job.
datadog.instrumentTarget(batch, { selector: WorkloadSelector.named('export'), placement: SidecarPlacement.NATIVE });

// Other teams deploy to the same profiles without this app. The API server adds the Agent to those of their pods that ask for it.
datadog.injectAtAdmission({
  via: InjectionMethod.mutatingAdmissionPolicy(),
  platformProfiles: true,
  podLabels: { 'agent.datadoghq.com/sidecar': 'fargate' },
});

// These images may start as root. The teams trust them with the token of the Agent.
Findings.acknowledge(app, 'sidecar/user-is-named', 'the images are trusted with the token of the Agent');

app.synth();
console.log(datadog.summary());
