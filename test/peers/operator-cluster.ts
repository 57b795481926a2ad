import { DELIVERIES } from '../../src/facts/deliveries';
import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../src/model/cluster-description';

const on = { enabled: true };

/** The cluster whose DatadogAgent the Operator was given for `operator.facts.ts`: every feature is on. */
export const OPERATOR_CLUSTER: Partial<ClusterDescription> = {
  delivery: DELIVERIES.operator,
  platform: { fact: PLATFORMS.eks, kubernetesVersion: '1.35' },
  clusterName: 'prod-tokyo',
  tags: { env: 'prd' },
  agentVersion: '7.81.1',
  features: {
    apm: { socketEnabled: true, portEnabled: true, instrumentation: { enabled: true, enabledNamespaces: ['shop'], libVersions: { java: 'v1' }, languageDetection: true } },
    dogstatsd: { socketEnabled: true, portEnabled: true, originDetection: true, tagCardinality: 'high' },
    otlp: { enabled: true, logsEnabled: true },
    logs: { enabled: true, containerCollectAll: true },
    tags: { podLabelsAsTags: { a: 'a' }, podAnnotationsAsTags: { b: 'b' }, nodeLabelsAsTags: { c: 'c' }, namespaceLabelsAsTags: { d: 'd' } },
    liveProcesses: on,
    networkMonitoring: on,
    universalServiceMonitoring: on,
    serviceDiscovery: on,
    events: { unbundle: true },
    externalMetrics: on,
    admissionController: on,
    prometheusScrape: { enabled: true, serviceEndpoints: true, checks: [{ configurations: [{ timeout: 5 }] }] },
    remoteConfiguration: on,
  },
  clusterCheckRunners: on,
  nodeAgent: { kubeletTlsVerify: false, kubeletCaPath: '/etc/kubernetes/ca.crt' },
};
