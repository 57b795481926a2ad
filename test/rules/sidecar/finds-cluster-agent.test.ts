import { check, finding, instrumented, object } from '../fixtures';

const RULE = 'sidecar/finds-cluster-agent';
const WEB = instrumented('shop/web', { env: { DD_CLUSTER_AGENT_URL: undefined } });

function service(fullName: string, spec: object = {}) {
  return object('v1', 'Service', fullName, { spec });
}

test('a URL tells where it is, literal or not', () => {
  const url = { configMapKeyRef: { name: 'datadog', key: 'url' } };
  expect(check(RULE, [instrumented('shop/web'), instrumented('shop/other', { env: { DD_CLUSTER_AGENT_URL: url } })])).toEqual([]);
});

test('a Service in the same namespace does', () => {
  expect(check(RULE, [WEB, service('shop/datadog-cluster-agent')])).toEqual([]);
});

test('a Service in another namespace does not', () => {
  expect(check(RULE, [WEB, service('datadog/datadog-cluster-agent')])).toEqual([
    finding(RULE, WEB, "the namespace 'shop' has no Service 'datadog-cluster-agent' with an address, so there is no DATADOG_CLUSTER_AGENT_SERVICE_HOST"),
  ]);
});

test('a headless Service has no address', () => {
  expect(check(RULE, [WEB, service('shop/datadog-cluster-agent', { clusterIP: 'None' })])).toHaveLength(1);
});

test('a Service of another name, where the Agent is told it', () => {
  const vars = { DD_CLUSTER_AGENT_URL: undefined, DD_CLUSTER_AGENT_KUBERNETES_SERVICE_NAME: 'dd-dca' };
  const web = instrumented('shop/web', { env: vars });
  expect(check(RULE, [web, service('shop/dd-dca')])).toEqual([]);
  expect(check(RULE, [web])).toEqual([finding(RULE, web, 'there is no DD_DCA_SERVICE_HOST')]);
});

test('a pod that takes no variables of Services, and one that sets its own', () => {
  const pod = { enableServiceLinks: false };
  const without = instrumented('shop/web', { env: { DD_CLUSTER_AGENT_URL: undefined }, pod });
  const own = instrumented('shop/own', { env: { DD_CLUSTER_AGENT_URL: undefined, DATADOG_CLUSTER_AGENT_SERVICE_HOST: '172.20.0.20' }, pod });
  expect(check(RULE, [without, own, service('shop/datadog-cluster-agent')])).toEqual([finding(RULE, without, "'enableServiceLinks' is false")]);
});

test('an Agent that calls no Cluster Agent, and a part of a cluster', () => {
  const alone = instrumented('shop/web', { env: { DD_CLUSTER_AGENT_URL: undefined, DD_CLUSTER_AGENT_ENABLED: undefined } });
  expect(check(RULE, [alone])).toEqual([]);
  expect(check(RULE, [WEB], {})).toEqual([]);
});

test('a Service without a spec gets an address', () => {
  expect(check(RULE, [WEB, { apiVersion: 'v1', kind: 'Service', metadata: { namespace: 'shop', name: 'datadog-cluster-agent' } }])).toEqual([]);
});
