import { agent, check, finding, instrumented, object, remedies } from '../fixtures';

const RULE = 'sidecar/token-is-mounted';
const MOUNT = { name: 'token', mountPath: '/var/run/secrets/kubernetes.io/serviceaccount' };
const NO_TOKEN = { automountServiceAccountToken: false };

test('Kubernetes mounts a token where nobody says otherwise', () => {
  expect(check(RULE, [instrumented('shop/web')])).toEqual([]);
});

test('a pod that turns it off', () => {
  const web = instrumented('shop/web', { pod: NO_TOKEN });
  expect(check(RULE, [web])).toEqual([finding(RULE, web, "'automountServiceAccountToken' of the pod is false")]);
});

test('a ServiceAccount that turns it off, for pods that do not turn it on again', () => {
  const account = object('v1', 'ServiceAccount', 'shop/shop', NO_TOKEN);
  const web = instrumented('shop/web', { pod: { serviceAccountName: 'shop' } });
  const on = instrumented('shop/on', { pod: { serviceAccountName: 'shop', automountServiceAccountToken: true } });
  expect(check(RULE, [account, web, on])).toEqual([finding(RULE, web, "of the ServiceAccount 'shop' is false")]);
});

test('the first remedy gives a token to the Agent and to no other container', () => {
  const account = object('v1', 'ServiceAccount', 'shop/shop', NO_TOKEN);
  const web = instrumented('shop/web', { pod: { serviceAccountName: 'shop' } });
  const mount = "mount a projected token into the Agent's container at /var/run/secrets/kubernetes.io/serviceaccount; or set it to true on the pod";
  expect(remedies(RULE, [account, web])).toEqual([
    `Set 'automountServiceAccountToken: false' on the pod as well: datadog.instrument(...) then mounts a token into the Agent's container alone; or ${mount}, which gives a token to every container`,
  ]);
  expect(remedies(RULE, [instrumented('shop/web', { pod: NO_TOKEN })])).toEqual([
    `Let datadog.instrument(...) put the Agent into the workload, which then mounts a token into its container alone; or ${mount}`,
  ]);
});

test('an Agent that has a token of its own', () => {
  expect(check(RULE, [instrumented('shop/web', { pod: NO_TOKEN, agent: { volumeMounts: [MOUNT] } })])).toEqual([]);
});

test('of two Agents, each needs one', () => {
  const web = instrumented('shop/web', { pod: { ...NO_TOKEN, containers: [agent({}, { volumeMounts: [MOUNT] }), agent({}, { name: 'second' })] } });
  expect(check(RULE, [web])).toHaveLength(1);
});
