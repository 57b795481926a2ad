import { clusterAgent } from '../autodiscovery/agents';
import { check, EC2, finding, object } from '../fixtures';

const RULE = 'external-metrics/one-provider';
const apiService = (namespace = 'datadog') => object('apiregistration.k8s.io/v1', 'APIService', 'v1beta1.external.metrics.k8s.io', { spec: { group: 'external.metrics.k8s.io', service: { namespace, name: 'x' } } });
const scaled = (name = 'shop/web', triggers: any[] = [{ type: 'cpu' }]) => object('keda.sh/v1alpha1', 'ScaledObject', name, { spec: { triggers } });

test('warns of KEDA beside external metrics of the Cluster Agent, once', () => {
  expect(check(RULE, [clusterAgent(), apiService(), scaled(), scaled('shop/api')], EC2)).toEqual([finding(RULE, scaled(), 'KEDA, which 1 more ScaledObjects use as well, serves external metrics')]);
});

test.each<[string, any[]]>([
  ['the Cluster Agent serves none', [clusterAgent(), scaled()]],
  ['another than the Cluster Agent serves them', [clusterAgent(), apiService('keda'), scaled()]],
  ['KEDA asks the Cluster Agent', [clusterAgent(), apiService(), scaled('shop/web', [{ type: 'datadog', metadata: { useClusterAgentProxy: 'true' } }])]],
  ['a ScaledJob needs no external metrics', [clusterAgent(), apiService(), object('keda.sh/v1alpha1', 'ScaledJob', 'shop/web', { spec: { triggers: [] } })]],
])('is content where %s', (_, manifests) => {
  expect(check(RULE, manifests, EC2)).toEqual([]);
});
