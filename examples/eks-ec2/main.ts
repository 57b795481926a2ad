import { ApiObject, App, Chart, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-33';
import { Construct } from 'constructs';
import { Autodiscovery, DatadogChart, DatadogCredentials, ExternalSecretStore, NodeAgentOptions, Platform } from 'cdk8s-datadog';

// EC2 nodes in three node groups (amd64, arm64, and one for GPUs with a taint), beside some with Windows.

const GPU_TAINT = { key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' };
/** A cluster with Windows nodes wants every Linux pod to say so. */
const linux = { 'kubernetes.io/os': 'linux' };

/** A web server and its cache, written with cdk8s-plus. */
class Shop extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });
    new kplus.Namespace(this, 'Namespace', { metadata: { name: 'shop' } });
    const web = new kplus.Deployment(this, 'web', {
      replicas: 3,
      containers: [{ name: 'web', image: 'nginx:1.29', portNumber: 8080, resources: { memory: { request: Size.mebibytes(256) } } }],
    });
    const cache = new kplus.StatefulSet(this, 'cache', {
      service: new kplus.Service(this, 'service', { ports: [{ port: 6379 }] }),
      containers: [{ name: 'cache', image: 'redis:8', portNumber: 6379 }],
    });
    const onLinux = kplus.Node.labeled(kplus.NodeLabelQuery.is('kubernetes.io/os', 'linux'));
    for (const workload of [web, cache]) workload.scheduling.attract(onLinux);
    Autodiscovery.ofContainer(cache, 'cache', { checks: [{ name: 'redisdb', instances: [{ host: '%%host%%', port: 6379 }] }] });
  }
}

/** Training on the GPU nodes, as a plain object. */
class Training extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'training' });
    new ApiObject(this, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'training' } });
    new ApiObject(this, 'train', {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'train' },
      spec: {
        template: {
          spec: {
            restartPolicy: 'Never',
            nodeSelector: { ...linux, 'eks.amazonaws.com/nodegroup': 'gpu' },
            tolerations: [GPU_TAINT],
            containers: [{ name: 'train', image: 'pytorch/pytorch:2.8.0-cuda12.8-cudnn9-runtime' }],
          },
        },
      },
    });
  }
}

/** Payments may mount nothing of their nodes, so they reach the Agent by its port. */
class Payments extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'payments' });
    const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
    new ApiObject(this, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'payments', labels } });
    new ApiObject(this, 'api', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'api' },
      spec: {
        replicas: 2,
        selector: { matchLabels: { app: 'api' } },
        template: {
          metadata: { labels: { app: 'api' } },
          spec: {
            nodeSelector: linux,
            securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
            containers: [{
              name: 'api',
              image: 'nginxinc/nginx-unprivileged:1.29',
              securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
            }],
          },
        },
      },
    });
  }
}

const nodeAgent: NodeAgentOptions = {
  tolerations: [GPU_TAINT],
  priorityClassName: 'system-node-critical',
  resources: { cpu: '300m', memory: '512Mi', memoryLimit: '512Mi' },
};

const app = new App();

const datadog = new DatadogChart(app, 'datadog', {
  platform: Platform.eks({ kubernetesVersion: '1.36' }),
  clusterName: 'prod-fukuoka',
  tags: { env: 'prd', system: 'shop' },
  credentials: DatadogCredentials.externalSecrets({
    store: ExternalSecretStore.aws({ region: 'ap-northeast-1', roleArn: 'arn:aws:iam::111122223333:role/datadog-secrets' }),
    apiKey: { key: 'datadog/apikey' },
    token: { key: 'datadog/cluster-agent-token' },
  }),
  features: {
    apm: { portEnabled: true },
    dogstatsd: { portEnabled: true },
    logs: { enabled: true, containerCollectAll: true },
    liveProcesses: { enabled: true },
    networkMonitoring: { enabled: true },
    admissionController: { enabled: true },
  },
  nodeAgent,
});
datadog.instrument(new Shop(app, 'shop'), new Training(app, 'training'), new Payments(app, 'payments'));

app.synth();
console.log(datadog.summary());
