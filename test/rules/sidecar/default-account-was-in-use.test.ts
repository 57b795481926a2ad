import { check, clusterRoleBinding, finding, instrumented, object, serviceAccount } from '../fixtures';

const RULE = 'sidecar/default-account-was-in-use';
const OURS = { pod: { serviceAccountName: 'datadog-agent' } };
const web = instrumented('shop/web', OURS);
const roleBinding = (fullName: string, ...subjects: object[]) => object('rbac.authorization.k8s.io/v1', 'RoleBinding', fullName, { subjects });
const account = (fields: object) => object('v1', 'ServiceAccount', 'shop/default', fields);

test.each([
  ['a RoleBinding', roleBinding('shop/reader', { kind: 'ServiceAccount', name: 'default' }), "is given: the RoleBinding 'reader'"],
  ['a ClusterRoleBinding', clusterRoleBinding('reader', 'view', serviceAccount('shop', 'default')), "is given: the ClusterRoleBinding 'reader'"],
  ['imagePullSecrets', account({ imagePullSecrets: [{ name: 'registry' }] }), "is given: its 'imagePullSecrets'"],
  ['secrets', account({ secrets: [{ name: 'token' }] }), "is given: its 'secrets'"],
])('%s that the pod had by its default account', (_, other, reason) => {
  expect(check(RULE, [web, other])).toEqual([finding(RULE, web, reason)]);
});

test.each([
  ['nothing', []],
  ['another account of the namespace', [roleBinding('shop/reader', serviceAccount('shop', 'web'))]],
  ["'default' of another namespace", [clusterRoleBinding('reader', 'view', serviceAccount('blog', 'default'))]],
  ['an account without Secrets', [account({ imagePullSecrets: [] })]],
])('nothing is lost where the app gives to %s', (_, others) => {
  expect(check(RULE, [web, ...others])).toEqual([]);
});

test('a pod that keeps its account loses nothing', () => {
  const kept = instrumented('shop/web', { pod: { serviceAccountName: 'default' } });
  expect(check(RULE, [kept, account({ secrets: [{ name: 'token' }] })])).toEqual([]);
});

test('all that is lost is told, and one subject of several is enough', () => {
  const others = [roleBinding('shop/reader', serviceAccount('shop', 'web'), serviceAccount('shop', 'default')), account({ secrets: [{ name: 'token' }] })];
  expect(check(RULE, [web, ...others])).toEqual([finding(RULE, web, "is given: the RoleBinding 'reader', its 'secrets'")]);
});

test('a binding without a name counts too', () => {
  const { metadata, ...nameless } = clusterRoleBinding('reader', 'view', serviceAccount('shop', 'default'));
  expect(check(RULE, [web, nameless])).toHaveLength(1);
});
