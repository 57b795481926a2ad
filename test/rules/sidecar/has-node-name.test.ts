import { check, finding, instrumented } from '../fixtures';

const RULE = 'sidecar/has-node-name';

test('the name of the node from its field', () => {
  expect(check(RULE, [instrumented('shop/web')])).toEqual([]);
});

test.each([undefined, 'node-1', { fieldRef: { fieldPath: 'status.hostIP' } }])('%j in its place', value => {
  const web = instrumented('shop/web', { env: { DD_KUBERNETES_KUBELET_NODENAME: value } });
  expect(check(RULE, [web])).toEqual([finding(RULE, web, "the container 'datadog-agent-injected' has no DD_KUBERNETES_KUBELET_NODENAME")]);
});
