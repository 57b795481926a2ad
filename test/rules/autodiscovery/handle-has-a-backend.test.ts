import { annotatedPod, clusterAgent, confd } from './agents';
import { service } from './annotated';
import { agent, APP, check, finding } from '../fixtures';

const RULE = 'autodiscovery/handle-has-a-backend';
const CHECKS = { 'web.checks': '{"redisdb":{"instances":[{"password":"ENC[redis]"}]}}' };

test('warns where the Agent of the pod has no backend', () => {
  const web = annotatedPod(CHECKS, [APP, agent()]);
  expect(check(RULE, [web])).toEqual([finding(RULE, web, "the annotation 'ad.datadoghq.com/web.checks' has a handle of a secret backend, ENC[...], and the Agent of the pod has no backend")]);
});

test('warns of a file and of a Service where the Cluster Agent has none', () => {
  expect(check(RULE, confd('instances: [{password: "ENC[redis]"}]'))).toHaveLength(1);
  expect(check(RULE, [service({ 'service.checks': '{"x":{"instances":[{"a":"ENC[b]"}]}}' }), clusterAgent()])).toHaveLength(1);
});

test.each<[string, any]>([
  ['a command', agent({ DD_SECRET_BACKEND_COMMAND: '/readsecret_multiple_providers.sh' })],
  ['a type', agent({ DD_SECRET_BACKEND_TYPE: 'k8s.secrets' })],
  ['a file of the user', agent({}, { volumeMounts: [{ name: 'x', mountPath: '/etc/datadog-agent/datadog.yaml' }] })],
])('is content with a backend by %s', (_, container) => {
  expect(check(RULE, [annotatedPod(CHECKS, [APP, container])])).toEqual([]);
});

test('is content where the Cluster Agent leaves it to the runner', () => {
  expect(check(RULE, confd('instances: [{password: "ENC[redis]"}]', { DD_SECRET_BACKEND_SKIP_CHECKS: 'true' }))).toEqual([]);
});
