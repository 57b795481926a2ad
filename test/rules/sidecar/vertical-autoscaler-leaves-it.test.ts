import { APP, check, deployment, finding, instrumented, object } from '../fixtures';

const RULE = 'sidecar/vertical-autoscaler-leaves-it';
const vpa = (spec: object) => object('autoscaling.k8s.io/v1', 'VerticalPodAutoscaler', 'shop/web', { spec: { targetRef: { kind: 'Deployment', name: 'web' }, ...spec } });
const policies = (...containerPolicies: object[]) => vpa({ resourcePolicy: { containerPolicies } });
const web = instrumented('shop/web');

test.each<[string, any]>([
  ['without a policy', vpa({})],
  ['with a policy for the application alone', policies({ containerName: 'web', mode: 'Off' })],
  ['with a policy that sets its resources', policies({ containerName: '*', mode: 'Off' }, { containerName: 'datadog-agent-injected', maxAllowed: { cpu: 1 } })],
])('warns of an autoscaler %s', (_, manifest) => {
  expect(check(RULE, [web, manifest])).toEqual([finding(RULE, manifest, "it sets the resources of every container of the Deployment 'web', and the Agent 'datadog-agent-injected' is one of them")]);
});

test.each<[string, any[]]>([
  ['leaves the Agent alone', [web, policies({ containerName: 'datadog-agent-injected', mode: 'Off' })]],
  ['leaves all but one alone', [web, policies({ containerName: 'web', mode: 'Auto' }, { containerName: '*', mode: 'Off' })]],
  ['recommends alone', [web, vpa({ updatePolicy: { updateMode: 'Off' } })]],
  ['is for pods without an Agent', [deployment('shop/web', { containers: [APP] }), vpa({})]],
])('accepts an autoscaler that %s', (_, manifests) => {
  expect(check(RULE, manifests)).toEqual([]);
});
