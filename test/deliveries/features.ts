import {
  ControlPlaneDelivery, DatadogChart, DatadogChartProps, DatadogCredentials, DatadogSite, EtcdCertificate, FargateLogOutput, InjectionMethod,
  Platform,
} from '../../src';

/** One thing that a user may ask for, on a cluster where it makes sense. */
export interface Feature {
  readonly on: 'nodes' | 'mixed' | 'fargate' | 'openshift' | 'kubeadm';
  readonly props?: Partial<DatadogChartProps>;
  readonly then?: (chart: DatadogChart) => void;
  /** Options, and methods of the chart, that `then` uses. */
  readonly uses?: readonly string[];
  /** A whole component comes or goes, and with it what all features say of it. */
  readonly whole?: boolean;
}

const credentials = DatadogCredentials.existingSecret();

/** What the features are added to. Everything that is on by default is off where a feature turns it on. */
export const CLUSTERS: Readonly<Record<Feature['on'], DatadogChartProps>> = {
  nodes: { platform: Platform.eks({ kubernetesVersion: '1.33' }), clusterName: 'prod', credentials },
  mixed: {
    platform: Platform.eks({ kubernetesVersion: '1.33', fargateProfiles: [{ name: 'batch', selectors: [{ namespace: 'batch' }] }] }),
    clusterName: 'prod',
    credentials,
  },
  fargate: { platform: Platform.eksFargate({ kubernetesVersion: '1.33', serviceCidr: '10.100.0.0/16' }), clusterName: 'prod', credentials },
  openshift: { platform: Platform.openShift4({ openShiftVersion: '4.16' }), clusterName: 'prod', credentials },
  kubeadm: { platform: Platform.kubeadm({ kubernetesVersion: '1.33' }), clusterName: 'prod', credentials },
};

const onNodes = (props: Partial<DatadogChartProps>): Feature => ({ on: 'nodes', props });
const withFeatures = (features: DatadogChartProps['features']): Feature => onNodes({ features });

export const FEATURES: { readonly [name: string]: Feature } = {
  'another site': onNodes({ site: DatadogSite.EU1 }),
  'another namespace': onNodes({ namespace: 'monitoring' }),
  'tags': onNodes({ tags: { env: 'prod', team: 'sre' } }),
  'an older Agent': onNodes({ agentVersion: '7.70.0' }),
  'a registry of one\'s own': onNodes({ registry: 'registry.example.com/datadog' }),
  'labels of every object': onNodes({ labels: { owner: 'platform' } }),
  'another name of the Secret': onNodes({ credentials: DatadogCredentials.existingSecret({ secretName: 'keys' }) }),
  'other keys of the Secret': onNodes({ credentials: DatadogCredentials.existingSecret({ apiKeyKey: 'api' }) }),
  'Secrets in more namespaces': { on: 'nodes', props: { credentials: DatadogCredentials.unsafeLiteral({ apiKey: 'x', token: 'y'.repeat(32) }), secretNamespaces: ['shop'] } },

  'traces by port': withFeatures({ apm: { socketEnabled: false, portEnabled: true } }),
  'DogStatsD by port': withFeatures({ dogstatsd: { portEnabled: true } }),
  'origin detection': withFeatures({ dogstatsd: { originDetection: true } }),
  'OTLP': withFeatures({ otlp: { enabled: true, grpcEnabled: true, httpEnabled: true } }),
  'logs of all containers': withFeatures({ logs: { enabled: true } }),
  'processes': withFeatures({ liveProcesses: { enabled: true } }),
  'network monitoring': withFeatures({ networkMonitoring: { enabled: true } }),
  'service monitoring': withFeatures({ universalServiceMonitoring: { enabled: true } }),
  'service discovery': withFeatures({ serviceDiscovery: { enabled: true } }),
  'external metrics': withFeatures({ externalMetrics: { enabled: true } }),
  'no events': withFeatures({ events: { enabled: false } }),
  'no kube-state-metrics': withFeatures({ kubeStateMetrics: { enabled: false } }),
  'no resources view': withFeatures({ orchestratorExplorer: { enabled: false } }),
  'admission controller': withFeatures({ admissionController: { enabled: true } }),
  'tracing libraries': withFeatures({ apm: { instrumentation: { enabled: true, enabledNamespaces: ['shop'] } } }),
  'Prometheus annotations': withFeatures({ prometheusScrape: { enabled: true } }),
  'remote configuration': withFeatures({ remoteConfiguration: { enabled: true } }),

  'three Cluster Agents': onNodes({ clusterAgent: { replicas: 3 } }),
  'env vars and volumes of the Cluster Agent': onNodes({
    clusterAgent: { env: { DD_X: 'y' }, volumes: [{ name: 'more', emptyDir: {} }], volumeMounts: [{ name: 'more', mountPath: '/more' }] },
  }),
  'where the Cluster Agent runs': onNodes({ clusterAgent: { nodeSelector: { pool: 'system' }, tolerations: [{ key: 'system', operator: 'Exists' }], priorityClassName: 'high' } }),
  'cluster check runners': onNodes({ clusterCheckRunners: { enabled: true, replicas: 3 } }),
  'a cluster check': { on: 'nodes', uses: ['clusterAgent.checks'], then: chart => chart.clusterAgent.addClusterCheck({ name: 'http_check', instances: [{ name: 'shop', url: 'http://shop/' }] }) },
  'no fixed address': { on: 'fargate', props: { clusterAgent: { fixedAddress: { enabled: false } } } },

  'no node Agents': { ...onNodes({ nodeAgent: { enabled: false } }), whole: true },
  'resources of the node Agents': onNodes({ nodeAgent: { resources: { cpu: '500m', memory: '1Gi' } } }),
  'where node Agents run': onNodes({ nodeAgent: { nodeSelector: { pool: 'apps' }, tolerations: [{ operator: 'Exists' }], priorityClassName: 'high' } }),
  'env vars and volumes of the node Agents': onNodes({
    nodeAgent: { env: { DD_X: 'y' }, volumes: [{ name: 'more', emptyDir: {} }], volumeMounts: [{ name: 'more', mountPath: '/more' }] },
  }),
  'a check of the node Agents': onNodes({ nodeAgent: { checks: [{ name: 'redisdb', adIdentifiers: ['redis'], instances: [{ host: '%%host%%', port: 6379 }] }] } }),
  'autodiscovery turned off for a check': onNodes({ nodeAgent: { ignoreAutoConf: ['redisdb'] } }),
  'network of the host': onNodes({ nodeAgent: { hostNetwork: true } }),
  'rollout of the node Agents': onNodes({ nodeAgent: { maxUnavailable: '25%' } }),
  'pods are ready for a while': onNodes({ nodeAgent: { minReadySeconds: 10 } }),

  'nodes and Fargate': { on: 'mixed', props: { features: { logs: { enabled: true } } } },
  'network policies': onNodes({ networkPolicy: {} }),
  'Istio': onNodes({ istio: {} }),
  'AWS\'s log router': { on: 'fargate', props: { fargateLogging: { outputs: [FargateLogOutput.cloudWatchLogs({ region: 'ap-northeast-1', logGroupName: 'pods' })], awsAccount: '123456789012', eksClusterName: 'prod', awsRegion: 'ap-northeast-1' } } },
  'Datadog\'s webhook': { on: 'fargate', props: { features: { admissionController: { enabled: true } } }, then: chart => chart.injectAtAdmission({ namespaces: ['shop'], serviceAccounts: [{ namespace: 'shop', name: 'web' }], via: InjectionMethod.datadogWebhook() }), uses: ['injectAtAdmission'] },

  'control plane of EKS': onNodes({ controlPlane: {} }),
  'control plane of kubeadm': { on: 'kubeadm', props: { controlPlane: {} } },
  'control plane of OpenShift 4': { on: 'openshift', props: { controlPlane: { etcdCertificate: EtcdCertificate.job() } } },
  'control plane by annotations': { on: 'nodes', props: { controlPlane: { delivery: ControlPlaneDelivery.SERVICE_ANNOTATIONS } } },
};
