import { delivered, webhook } from './delivered';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { DeliveredCluster } from '../../../src/parts/delivered-cluster';
import { helmValues } from '../../../src/render/helm-values/values';
import { SAME_CLUSTER } from '../../peers/grants';
import { MIXED } from '../../peers/mixed-cluster';
import { byPosition, clusterModel, leaves } from '../models';

/** Values of both clusters that the chart was rendered with, for test/peers to compare manifests with. */
const COMMON: { readonly [path: string]: unknown } = {
  '.datadog.apiKeyExistingSecret': 'datadog-secret',
  '.datadog.appKeyExistingSecret': 'datadog-secret',
  '.datadog.clusterName': 'golang-cluster',
  '.datadog.kubeStateMetricsEnabled': false,
  '.datadog.kubeStateMetricsCore.enabled': true,
  '.datadog.kubeStateMetricsCore.useClusterCheckRunners': true,
  '.datadog.leaderElection': true,
  '.datadog.collectEvents': true,
  '.datadog.operator.enabled': false,
  '.clusterAgent.enabled': true,
  '.clusterAgent.replicas': 2,
  '.clusterAgent.createPodDisruptionBudget': true,
  '.clusterAgent.tokenExistingSecret': 'datadog-secret',
  '.clusterAgent.metricsProvider.enabled': true,
  '.clusterChecksRunner.enabled': true,
  '.clusterChecksRunner.replicas': 2,
  '.clusterChecksRunner.createPodDisruptionBudget': true,
};

// Of the cluster on Fargate but for DD_EKS_FARGATE, which is for sidecars: test/peers/chart-fargate.reasons.ts. In the mixed one,
// `processAgent.enabled` is the older way to say that containers are collected.
test.each<[of: string, description: Partial<ClusterDescription>, more: Partial<DeliveredCluster>, written: { readonly [path: string]: unknown }]>([
  ['on Fargate', SAME_CLUSTER, {}, {
    '.datadog.tags[0]': 'env:prd',
    '.datadog.tags[1]': 'system:golang',
    '.agents.enabled': false,
  }],
  ['with nodes and Fargate', MIXED, { webhook: webhook() }, {
    '.datadog.logs.enabled': true,
    '.datadog.logs.containerCollectAll': true,
    '.datadog.apm.portEnabled': true,
    '.datadog.processAgent.processCollection': true,
    '.datadog.dogstatsd.useHostPort': true,
    '.datadog.dogstatsd.nonLocalTraffic': true,
    '.datadog.dogstatsd.originDetection': true,
    '.agents.enabled': true,
    '.agents.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].key': 'eks.amazonaws.com/compute-type',
    '.agents.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].operator': 'NotIn',
    '.agents.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values[0]': 'fargate',
    '.clusterAgent.admissionController.agentSidecarInjection.enabled': true,
    '.clusterAgent.admissionController.agentSidecarInjection.provider': 'fargate',
  }],
])('values that somebody wrote by hand for the same cluster %s are among them', (_, description, more, written) => {
  const expected = { ...COMMON, ...written };
  const ours = leaves(helmValues(delivered(clusterModel(description), more)), byPosition);
  expect(Object.fromEntries(Object.keys(expected).map(path => [path, ours.get(path)]))).toEqual(expected);
});
