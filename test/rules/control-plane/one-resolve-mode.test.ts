import { check, finding, object } from '../fixtures';
import { clusterAgent, endpoints } from './agents';

const RULE = 'control-plane/one-resolve-mode';
const files = (first?: string, second?: string, name = 'kube-controllers') => clusterAgent({
  'kube_scheduler.d/kube_scheduler.yaml': endpoints('kube-system', 'kube-controllers', [{}], first),
  'kube_controller_manager.d/kube_controller_manager.yaml': endpoints('kube-system', name, [{}], second),
});

test.each([['ip', 'ip'], [undefined, undefined], ['auto', undefined]])('%s and %s are alike', (first, second) => {
  expect(check(RULE, files(first, second))).toEqual([]);
});

test('two modes of one Service', () => {
  const [agent, configMap] = files('ip');
  expect(check(RULE, [agent, configMap])).toEqual([finding(RULE, configMap,
    "the check 'kube_scheduler' of kube-system/kube-controllers has 'resolve: ip' and the check 'kube_controller_manager' has 'resolve: auto'")]);
});

test('two Services may differ', () => {
  expect(check(RULE, files('ip', undefined, 'other'))).toEqual([]);
});

test('two Cluster Agents do not meet', () => {
  const one = (name: string, resolve?: string) => clusterAgent({ 'kube_scheduler.d/kube_scheduler.yaml': endpoints('kube-system', 'kube-controllers', [{}], resolve) }, name);
  expect(check(RULE, [...one('datadog/one', 'ip'), ...one('datadog/two')])).toEqual([]);
});

test('for the Service as a whole it says nothing', () => {
  const whole = (resolve?: string) => ({ advanced_ad_identifiers: [{ kube_service: { namespace: 'shop', name: 'web', resolve } }], instances: [{}] });
  expect(check(RULE, clusterAgent({ 'nginx.d/nginx.yaml': whole('ip'), 'envoy.d/envoy.yaml': whole() }))).toEqual([]);
});

test('annotations of a Service are no files', () => {
  const annotations = { 'ad.datadoghq.com/endpoints.checks': '{"nginx":{"instances":[{}]},"envoy":{"instances":[{}]}}' };
  const service = object('v1', 'Service', 'kube-system/kube-controllers', { metadata: { namespace: 'kube-system', name: 'kube-controllers', annotations } });
  expect(check(RULE, [service, ...files('ip', 'ip')])).toEqual([]);
});
