import { check, finding, object } from '../fixtures';

const RULE = 'control-plane/kubernetes-service-is-not-copied';

test.each([['v1', 'Service'], ['v1', 'Endpoints'], ['discovery.k8s.io/v1', 'EndpointSlice']])('refuses a copy: %s %s', (apiVersion, kind) => {
  const copy = object(apiVersion, kind, 'default/kubernetes', kind === 'Service' ? { spec: { ports: [{ port: 443 }] } } : { subsets: [], endpoints: [] });
  expect(check(RULE, [copy])).toEqual([finding(RULE, copy, "the API server makes 'default/kubernetes' itself")]);
});

test('accepts annotations alone', () => {
  expect(check(RULE, [object('v1', 'Service', 'default/kubernetes', { metadata: { namespace: 'default', name: 'kubernetes', annotations: { a: 'b' } } })])).toEqual([]);
});

test('accepts others of that name', () => {
  expect(check(RULE, [object('v1', 'Service', 'shop/kubernetes'), object('v1', 'Service', 'default/web'), object('serving.knative.dev/v1', 'Service', 'default/kubernetes'), object('v1', 'Service', 'kubernetes')])).toEqual([]);
});
