import { annotatedPod, clusterAgent, confd } from './agents';
import { service } from './annotated';
import { agent, APP, check, EC2, env, FARGATE, finding, fromSecret, nodeAgent } from '../fixtures';

const RULE = 'autodiscovery/env-is-the-agents';
const CHECKS = { 'web.checks': '{"redisdb":{"instances":[{"host":"%%host%%","password":"%%env_REDIS_PASSWORD%%"}]}}' };
const password = fromSecret('redis', 'password');
const app = { ...APP, env: env({ REDIS_PASSWORD: password }) };

describe('a pod', () => {
  test('with a sidecar that lacks what the application has', () => {
    const web = annotatedPod(CHECKS, [app, agent()]);
    expect(check(RULE, [web])).toEqual([finding(RULE, web, "the annotation 'ad.datadoghq.com/web.checks' takes %%env_REDIS_PASSWORD%%, which the Agent of the pod fills in from its own env vars, and it has no REDIS_PASSWORD, which is an env var of the application alone")]);
  });

  test('on a node whose Agent lacks it', () => {
    const web = annotatedPod(CHECKS, [APP]);
    expect(check(RULE, [web, nodeAgent()], EC2)).toEqual([finding(RULE, web, 'and it has no REDIS_PASSWORD: the check')]);
  });

  test.each<[string, any]>([
    ['the Agent has it', agent({ REDIS_PASSWORD: password })],
    ['the Agent takes env vars from a Secret that is not known', agent({}, { envFrom: [{ secretRef: { name: 'x' } }] })],
  ])('%s', (_, container) => {
    expect(check(RULE, [annotatedPod(CHECKS, [app, container])])).toEqual([]);
  });

  test('whose Agent nobody knows, as one that a webhook adds', () => {
    expect(check(RULE, [annotatedPod(CHECKS, [app])])).toEqual([]);
    expect(check(RULE, [annotatedPod(CHECKS, [app])], EC2)).toEqual([]);
  });

  test.each(['HOSTNAME', 'KUBERNETES_SERVICE_HOST', 'REDIS_SERVICE_HOST', 'REDIS_PORT'])('with %s, which every container has', name => {
    expect(check(RULE, [annotatedPod({ 'web.checks': `{"x":{"instances":[{"a":"%%env_${name}%%"}]}}` }, [APP, agent()])])).toEqual([]);
  });
});

test('a Service has them from the Cluster Agent', () => {
  const web = service({ 'service.checks': '{"http_check":{"instances":[{"password":"%%env_PASSWORD%%"}]}}' });
  expect(check(RULE, [web, clusterAgent()])).toEqual([finding(RULE, web, 'which the Cluster Agent fills in from its own env vars, and it has no PASSWORD')]);
  expect(check(RULE, [web, clusterAgent({ PASSWORD: password })])).toEqual([]);
  expect(check(RULE, [web])).toEqual([]);
});

test('a file has them from what reads it, also where a runner runs the check', () => {
  const content = 'cluster_check: true\ninstances:\n  - password: "%%env_PASSWORD%%"\n';
  const [loader, configMap] = confd(content);
  expect(check(RULE, [loader, configMap])).toEqual([finding(RULE, configMap, "the check file 'redisdb.yaml' takes %%env_PASSWORD%%, which the workload that mounts the file fills in")]);
  expect(check(RULE, confd(content, { PASSWORD: password }))).toEqual([]);
  expect(check(RULE, confd('instances: []'), FARGATE)).toEqual([]);
});
