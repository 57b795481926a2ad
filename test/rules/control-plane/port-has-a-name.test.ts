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
