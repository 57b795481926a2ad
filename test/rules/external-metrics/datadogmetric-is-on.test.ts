import { clusterAgent } from '../autodiscovery/agents';
import { check, EC2, finding, object } from '../fixtures';

const RULE = 'external-metrics/datadogmetric-is-on';
const SERVED = { DD_EXTERNAL_METRICS_PROVIDER_ENABLED: 'true' };
const hpa = (metric: object, kind = 'HorizontalPodAutoscaler') => object('autoscaling/v2', kind, 'shop/web', { spec: { metrics: [{ type: 'External', external: metric }] } });
const ours = { metric: { name: 'datadogmetric@shop:queue' } };

test.each<[string, any]>([
  ['an HPA', hpa(ours)],
  ['an HPA of v2beta1', hpa({ metricName: 'datadogmetric@shop:queue' })],
  ["Datadog's own autoscaler", hpa({ metricName: 'datadogmetric@shop:queue' }, 'WatermarkPodAutoscaler')],
])('refuses %s by a DatadogMetric that the Cluster Agent does not know', (_, manifest) => {
  expect(check(RULE, [manifest, clusterAgent(SERVED)], EC2)).toEqual([finding(RULE, manifest, "it scales by 'datadogmetric@shop:queue', and DD_EXTERNAL_METRICS_PROVIDER_USE_DATADOGMETRIC_CRD of the Cluster Agent is not 'true'")]);
});

test('refuses it where no external metrics are served, and KEDA by the Cluster Agent', () => {
  expect(check(RULE, [hpa(ours), clusterAgent()], EC2)).toEqual([finding(RULE, hpa(ours), 'and DD_EXTERNAL_METRICS_PROVIDER_ENABLED of')]);
  const keda = object('keda.sh/v1alpha1', 'ScaledObject', 'shop/web', { spec: { triggers: [{ type: 'datadog', metadata: { useClusterAgentProxy: 'true', datadogMetricName: 'queue' } }] } });
  expect(check(RULE, [keda, clusterAgent(SERVED)], EC2)).toHaveLength(1);
});

test.each<[string, any[]]>([
  ['DatadogMetrics are on', [hpa(ours), clusterAgent({ ...SERVED, DD_EXTERNAL_METRICS_PROVIDER_USE_DATADOGMETRIC_CRD: 'true' })]],
  ['the Cluster Agent comes from elsewhere', [hpa(ours)]],
  ['the metric is another', [hpa({ metric: { name: 'nginx.net.request_per_s' } }), clusterAgent(SERVED)]],
  ['KEDA asks Datadog itself', [object('keda.sh/v1alpha1', 'ScaledObject', 'shop/web', { spec: { triggers: [{ type: 'datadog', metadata: { query: 'avg:x{*}' } }] } }), clusterAgent()]],
])('is content where %s', (_, manifests) => {
  expect(check(RULE, manifests, EC2)).toEqual([]);
});
