import { check, finding } from '../fixtures';
import { clusterAgent, endpoints } from './agents';

const RULE = 'control-plane/port-has-a-name';
const files = (url: string, namespace = 'openshift-etcd') => clusterAgent({ 'etcd.d/etcd.yaml': endpoints(namespace, 'etcd', [{ prometheus_url: url }], 'ip') });

test('the port by its name', () => {
  expect(check(RULE, files('https://%%host%%:%%port_etcd-metrics%%/metrics'))).toEqual([]);
});

test.each(['https://%%host%%:%%port%%/metrics', 'https://%%host%%:%%port_etcd%%/metrics', 'https://%%host%%:2379/metrics'])('%s', url => {
  const [agent, configMap] = files(url);
  expect(check(RULE, [agent, configMap])).toEqual([finding(RULE, configMap, `the check of the Service openshift-etcd/etcd asks ${url}: that Service has several ports in no order`)]);
});

test('an etcd of an application is none of this', () => {
  expect(check(RULE, files('https://%%host%%:%%port%%/metrics', 'shop'))).toEqual([]);
});

test('through the Service as a whole too', () => {
  const [agent, configMap] = clusterAgent({
    'etcd.d/etcd.yaml': { advanced_ad_identifiers: [{ kube_service: { namespace: 'openshift-etcd', name: 'etcd' } }], instances: [{ prometheus_url: 'https://%%host%%:2379/metrics' }] },
  });
  expect(check(RULE, [agent, configMap])).toHaveLength(1);
});

test('another Service of the namespace, and an instance with no URL', () => {
  const instances = [{ prometheus_url: 'https://%%host%%:2379/metrics' }];
  expect(check(RULE, clusterAgent({ 'etcd.d/etcd.yaml': endpoints('openshift-etcd', 'host-etcd-2', instances, 'ip') }))).toEqual([]);
  expect(check(RULE, clusterAgent({ 'etcd.d/etcd.yaml': endpoints('openshift-etcd', 'etcd', [{}, { prometheus_url: 7 }], 'ip') }))).toEqual([]);
});
