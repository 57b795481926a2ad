import { bindsAccount, boundAccounts, hasToken, serviceAccountOf } from '../../src/manifest/service-account';

const containers = [{ name: 'app', image: 'app:1' }];
const app = containers[0];
const TOKEN_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';

test.each([
  [{}, 'default'], [{ serviceAccountName: 'a' }, 'a'], [{ serviceAccount: 'b' }, 'b'],
  [{ serviceAccountName: 'a', serviceAccount: 'b' }, 'a'], [{ serviceAccountName: '' }, 'default'],
])('the account of %j is %s', (spec, account) => {
  expect(serviceAccountOf({ containers, ...spec })).toBe(account);
});

describe('a container has a token', () => {
  test.each<[pod: boolean | undefined, account: boolean | undefined, mounted: boolean, expected: boolean]>([
    [undefined, undefined, false, true],
    [undefined, false, false, false],
    [undefined, true, false, true],
    [false, undefined, false, false],
    [false, true, false, false],
    [true, false, false, true],
    [false, false, true, true],
  ])('pod %s, account %s, mounted by itself %s: %s', (pod, account, mounted, expected) => {
    const container = mounted ? { ...app, volumeMounts: [{ name: 'token', mountPath: TOKEN_PATH }] } : app;
    const of = { apiVersion: 'v1', kind: 'ServiceAccount', ...account !== undefined && { automountServiceAccountToken: account } };
    expect(hasToken({ containers, ...pod !== undefined && { automountServiceAccountToken: pod } }, container, of)).toBe(expected);
  });
});

const binding = (...subjects: any[]): any => ({
  apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding', metadata: { name: 'b', namespace: 'home' }, subjects,
});

test('the accounts of a binding are its ServiceAccounts, in its namespace unless they name one', () => {
  expect(boundAccounts(binding(
    { kind: 'ServiceAccount', name: 'a', namespace: 'shop' }, { kind: 'ServiceAccount', name: 'b' }, { kind: 'User', name: 'c' }, { kind: 'ServiceAccount' },
  ))).toEqual([{ name: 'a', namespace: 'shop' }, { name: 'b', namespace: 'home' }]);
  expect(boundAccounts({ apiVersion: 'v1', kind: 'RoleBinding', subjects: null })).toEqual([]);
});

test.each([
  [{ kind: 'ServiceAccount', name: 'web', namespace: 'shop' }, true],
  [{ kind: 'ServiceAccount', name: 'web', namespace: 'other' }, false],
  [{ kind: 'ServiceAccount', name: 'api', namespace: 'shop' }, false],
  [{ kind: 'User', name: 'system:serviceaccount:shop:web' }, true],
  [{ kind: 'User', name: 'web' }, false],
  [{ kind: 'Group', name: 'system:serviceaccounts:shop' }, true],
  [{ kind: 'Group', name: 'system:serviceaccounts:other' }, false],
  [{ kind: 'Group', name: 'system:serviceaccounts' }, true],
  [{ kind: 'Group', name: 'system:authenticated' }, true],
  [{ kind: 'Group', name: 'system:masters' }, false],
])('%j holds for shop/web: %s', (subject, expected) => {
  expect(bindsAccount(binding(subject), { namespace: 'shop', name: 'web' })).toBe(expected);
});
