import { pods, service } from './annotated';
import { agent, check, deployment, finding, object } from '../fixtures';

const RULE = 'autodiscovery/container-exists';
const CHECKS = '{"redisdb":{"instances":[{}]}}';

test('annotations of a container that is there, of one by its check.id, and of the pod as a whole', () => {
  expect(check(RULE, [pods({ 'redis.checks': CHECKS, 'redis.logs': '[]', 'tags': '{}', 'tolerate-unready': 'true' })])).toEqual([]);
  const byId = { 'redis.check.id': 'store', 'store.checks': CHECKS };
  expect(check(RULE, [pods(byId), pods(byId, 'exporter', 'redis')])).toEqual([]);
});

test('a name with dots in it is everything before the last', () => {
  expect(check(RULE, [pods({ 'redis.v8.checks': CHECKS }, 'redis.v8')])).toEqual([]);
});

test('an init container is a container, and a Service has none', () => {
  const web = pods({ 'init.checks': CHECKS });
  web.spec.template.spec.initContainers = [{ name: 'init' }];
  expect(check(RULE, [web, service({ 'service.checks': CHECKS })])).toEqual([]);
});

test('a container that is not there is told once, with those that are', () => {
  const web = pods({ 'redsi.checks': CHECKS, 'redsi.logs': '[]', 'redis.check.id': 'store', 'stroe.checks': CHECKS }, 'redis', 'exporter');
  expect(check(RULE, [web])).toEqual([
    finding(RULE, web, "the annotation 'ad.datadoghq.com/redsi.logs' is for the container 'redsi', and the pod has no such container; it has 'redis', 'exporter'"),
    finding(RULE, web, "for the container 'stroe'"),
  ]);
});

test('the proxy of Istio comes later, where labels say so', () => {
  const logs = { 'istio-proxy.logs': '[{"source":"envoy","service":"web"}]', 'tags': '{}' };
  const web = pods(logs);
  const shop = object('v1', 'Namespace', 'shop', { metadata: { name: 'shop', labels: { 'istio-injection': 'enabled' } } });
  expect(check(RULE, [shop, web])).toEqual([]);
  expect(check(RULE, [web])).toEqual([finding(RULE, web, "the container 'istio-proxy'")]);
  const typo = pods({ 'istio-porxy.logs': '[]' });
  expect(check(RULE, [shop, typo])).toEqual([finding(RULE, typo, "the container 'istio-porxy'")]);
});

test('check.id is for a container by its name', () => {
  const both: { [name: string]: string } = { 'redis.check.id': 'store', 'store.check.id': 'other' };
  for (const annotations of [{ 'store.check.id': 'redis' }, both]) {
    const web = pods(annotations);
    expect(check(RULE, [web])).toEqual([finding(RULE, web, "the container 'store'")]);
  }
});

test('the Agent is not among the containers to choose from', () => {
  const web = deployment('shop/web', { containers: [{ name: 'redis' }, agent()] });
  web.spec.template.metadata.annotations = { 'ad.datadoghq.com/x.checks': CHECKS };
  expect(check(RULE, [web])).toEqual([finding(RULE, web, "it has only 'redis'")]);
});
