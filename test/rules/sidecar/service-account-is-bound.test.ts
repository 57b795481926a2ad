import { check, clusterRole, clusterRoleBinding, finding, instrumented, object, serviceAccount } from '../fixtures';

const RULE = 'sidecar/service-account-is-bound';
const WEB = instrumented('shop/web', { pod: { serviceAccountName: 'web' } });
const KUBELET = { apiGroups: [''], resources: ['nodes/proxy'], verbs: ['get'] };
const ROLE = clusterRole('datadog-agent-fargate', KUBELET);

function bind(subject: object, role = 'datadog-agent-fargate') {
  return clusterRoleBinding('datadog-agent-fargate', role, subject);
}

test('the ServiceAccount is a subject', () => {
  expect(check(RULE, [WEB, ROLE, bind(serviceAccount('shop', 'web'))])).toEqual([]);
});

test('nobody binds it', () => {
  expect(check(RULE, [WEB, ROLE])).toEqual([finding(RULE, WEB, "the ServiceAccount 'web' of the namespace 'shop'")]);
});

test.each([
  ['another ServiceAccount', serviceAccount('shop', 'default')],
  ['one of that name elsewhere', serviceAccount('datadog', 'web')],
  ['a group of another namespace', { kind: 'Group', name: 'system:serviceaccounts:datadog' }],
  ['no kind that there is', { kind: 'Robot', name: 'web' }],
])('the binding is for %s', (_, subject) => {
  expect(check(RULE, [WEB, ROLE, bind(subject)])).toHaveLength(1);
});

test.each([
  ['all ServiceAccounts', { kind: 'Group', name: 'system:serviceaccounts' }],
  ['those of the namespace', { kind: 'Group', name: 'system:serviceaccounts:shop' }],
  ['everybody who signs in', { kind: 'Group', name: 'system:authenticated' }],
  ['the user that it is', { kind: 'User', name: 'system:serviceaccount:shop:web' }],
])('the binding is for %s', (_, subject) => {
  expect(check(RULE, [WEB, ROLE, bind(subject)])).toEqual([]);
});

test.each([
  ['with wildcards', { apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
  ['by its subresource', { ...KUBELET, resources: ['*/proxy'] }],
])('the role grants it %s', (_, rule) => {
  expect(check(RULE, [WEB, clusterRole('datadog-agent-fargate', rule), bind(serviceAccount('shop', 'web'))])).toEqual([]);
});

test.each([
  ['another verb', { ...KUBELET, verbs: ['list'] }],
  ['another resource', { ...KUBELET, resources: ['nodes'] }],
  ['another group', { ...KUBELET, apiGroups: ['apps'] }],
  ['certain nodes', { ...KUBELET, resourceNames: ['node-1'] }],
])('the role grants %s', (_, rule) => {
  expect(check(RULE, [WEB, clusterRole('datadog-agent-fargate', rule), bind(serviceAccount('shop', 'web'))])).toHaveLength(1);
});

test('a role that is not among the manifests, or is put together on the cluster, is taken to grant it', () => {
  const aggregated = { ...clusterRole('datadog-agent-fargate'), aggregationRule: { clusterRoleSelectors: [] } };
  expect(check(RULE, [WEB, bind(serviceAccount('shop', 'web'), 'cluster-admin')])).toEqual([]);
  expect(check(RULE, [WEB, aggregated, bind(serviceAccount('shop', 'web'))])).toEqual([]);
});

test('a RoleBinding does not reach nodes', () => {
  const binding = object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'shop/datadog', {
    roleRef: { kind: 'ClusterRole', name: 'datadog-agent-fargate' }, subjects: [serviceAccount('shop', 'web')],
  });
  expect(check(RULE, [WEB, ROLE, binding])).toHaveLength(1);
});

test("a pod without a ServiceAccount has the namespace's", () => {
  const web = instrumented('shop/web');
  expect(check(RULE, [web, ROLE])).toEqual([finding(RULE, web, "the ServiceAccount 'default' of the namespace 'shop'")]);
  expect(check(RULE, [web, ROLE, bind(serviceAccount('shop', 'default'))])).toEqual([]);
});

test('where manifests are only a part of the cluster, nobody can tell', () => {
  expect(check(RULE, [WEB], {})).toEqual([]);
});
