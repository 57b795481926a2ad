import { check, finding, object } from '../fixtures';
import { daemonSet, nodeFile } from './agents';

const RULE = 'control-plane/port-is-there';
const file = (name: string, instance: any) => nodeFile(`${name}.yaml`, { ad_identifiers: ['x'], instances: [instance] });
const found = (name: string, instance: any, kubernetesVersion?: string) => check(RULE, [file(name, instance), daemonSet()], { kubernetesVersion });

test.each([
  ['kube_scheduler', 10251, '1.22', 0], ['kube_scheduler', 10251, '1.23', 1], ['kube_scheduler', 10259, '1.35', 0],
  ['kube_controller_manager', 10252, '1.21', 0], ['kube_controller_manager', 10252, '1.22', 1], ['kube_controller_manager', 10257, '1.35', 0],
  // Somebody else's server by the same number.
  ['http_check', 10251, '1.35', 0], ['kube_scheduler', 102510, '1.35', 0],
])('%s at %i on %s', (name, port, version, count) => {
  expect(found(name, { prometheus_url: `http://%%host%%:${port}/metrics` }, version)).toHaveLength(count);
});

test('the finding names port, versions and what to ask', () => {
  expect(found('kube_scheduler', { prometheus_url: 'http://%%host%%:10251/metrics' }, '1.30')).toEqual([
    finding(RULE, file('kube_scheduler', {}), "the check 'kube_scheduler' asks port 10251, which is gone since Kubernetes 1.23, and this is 1.30"),
  ]);
});

test('among several URLs, and through a proxy', () => {
  expect(found('kube_scheduler', { possible_prometheus_urls: ['https://x:10259/metrics', 'http://x:10251/metrics'] }, '1.30')).toHaveLength(1);
  expect(found('kube_scheduler', { prometheus_url: 'http://x:10251?_scheme=https' }, '1.30')).toHaveLength(1);
  expect(found('kube_scheduler', { prometheus_url: 'http://x:10251' }, '1.30')).toHaveLength(1);
});

test.each(['https://%%host%%:%%port%%/metrics', 'https://scheduler.example/metrics', 'x'])('%s names no port', url => {
  expect(found('kube_scheduler', { prometheus_url: url }, '1.30')).toEqual([]);
});

test('on a Service', () => {
  const service = object('v1', 'Service', 'default/kubernetes');
  const annotations = {
    'ad.datadoghq.com/endpoints.check_names': '["kube_apiserver_metrics", "kube_scheduler"]',
    'ad.datadoghq.com/endpoints.init_configs': '[{}, {}]',
    'ad.datadoghq.com/endpoints.instances': '[{"prometheus_url": "https://%%host%%:%%port%%/metrics"}, {"prometheus_url": "http://%%host%%:10251/metrics"}]',
  };
  expect(check(RULE, [{ ...service, metadata: { ...service.metadata, annotations } }], { kubernetesVersion: '1.30' })).toHaveLength(1);
});

test('without a version nobody knows', () => {
  expect(found('kube_scheduler', { prometheus_url: 'http://x:10251/metrics' })).toEqual([]);
});
