import { check, clusterRoleBinding, finding, object, serviceAccount } from '../fixtures';

const RULE = 'rbac/binding-has-subjects';

test('a binding with a subject', () => {
  expect(check(RULE, [clusterRoleBinding('readers', 'view', serviceAccount('shop', 'web'))])).toEqual([]);
});

test('a binding with an empty list', () => {
  const empty = clusterRoleBinding('readers', 'view');
  expect(check(RULE, [empty])).toEqual([finding(RULE, empty, "so nobody gets what the ClusterRole 'view' grants")]);
});

test.each([undefined, null, 'web'])('a RoleBinding with %j in place of a list', subjects => {
  const binding = object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'shop/readers', { subjects });
  expect(check(RULE, [binding])).toEqual([finding(RULE, binding, "'subjects' is empty, so nobody gets what the role '' grants")]);
});

test('a kind of the same name in another group', () => {
  expect(check(RULE, [object('authorization.openshift.io/v1', 'RoleBinding', 'shop/readers', { userNames: ['me'] })])).toEqual([]);
});
