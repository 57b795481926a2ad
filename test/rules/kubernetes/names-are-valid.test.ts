import { APP, check, clusterRole, deployment, finding, object } from '../fixtures';

const RULE = 'kubernetes/names-are-valid';
const web = (container = 'web', labels = {}, account?: string) =>
  deployment('shop/web', { serviceAccountName: account, containers: [{ ...APP, name: container }] }, labels);

test('names that Kubernetes takes are fine', () => {
  expect(check(RULE, [
    web('web', { 'app.kubernetes.io/name': 'Web_1.2', 'empty': '' }, 'shop.web'),
    clusterRole('system:node:Proxier'),
    object('user.openshift.io/v1', 'User', 'system:admin'),
    object('v1', 'ConfigMap', 'shop/kube-root-ca.crt'),
    object('v1', 'Pod', 'shop', { metadata: { generateName: 'shop-' } }),
  ])).toEqual([]);
});

test.each([
  ['an object', deployment('shop/x;id', { containers: [APP] }), "metadata.name is 'x;id'"],
  ['an object in capitals', object('v1', 'ConfigMap', 'shop/Settings'), "metadata.name is 'Settings'"],
  ['a role with an escape', clusterRole('a%b'), "metadata.name is 'a%b'"],
  ['a namespace', object('v1', 'ConfigMap', 'shop.prod/a'), "metadata.namespace is 'shop.prod'"],
  ['a container', web('Web'), "the name of a container is 'Web'"],
  ['an account', web('web', {}, '$(id)'), "'serviceAccountName' is '$(id)'"],
  ['the value of a label', web('web', { team: 'a b' }), "'team' of a label of its pods is 'a b'"],
  ['the key of a label', web('web', { 'a b': 'x' }), "a key of a label of its pods is 'a b'"],
])('rejects the name of %s', (_, manifest, reason) => {
  const [found, ...more] = check(RULE, [manifest]);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ rule: RULE, object: finding(RULE, manifest, reason).object, reason: expect.stringContaining(reason) });
});

test.each(['builtin', 'kustomize.config.k8s.io/v1beta1'])('leaves settings of Kustomize alone, of apiVersion %s', apiVersion => {
  expect(check(RULE, [object(apiVersion, 'LabelTransformer', 'shop/metadataLabels')])).toEqual([]);
});
