import { ManifestSet } from '../../../src/manifest/manifest-set';
import { objectsAreUnique } from '../../../src/rules/app/objects-are-unique';
import { check, object } from '../fixtures';

const RULE = 'app/objects-are-unique';

test('names the chart whose APIService overwrites that of the Cluster Agent', () => {
  const name = 'v1beta1.external.metrics.k8s.io';
  const ours = object('apiregistration.k8s.io/v1', 'APIService', name);
  const kedas = object('apiregistration.k8s.io/v1', 'APIService', `keda/${name}`);
  const manifests = new ManifestSet([{ path: 'datadog/APIService', manifest: ours }, { path: 'keda/api', manifest: kedas }]);
  expect(objectsAreUnique.check({ manifests })).toEqual([{
    at: { path: 'keda/api', manifest: kedas },
    reason: expect.stringMatching(/^'datadog\/APIService' and 'keda\/api' make the same object.*kind APIService belongs to no namespace, so 'keda' does not/),
    remedy: 'Remove one of them: turn off the feature that makes it, or leave it out of the other chart',
  }]);
});

test.each([
  ['v1', 'Namespace'],
  ['v1', 'PersistentVolume'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRoleBinding'],
  ['scheduling.k8s.io/v1', 'PriorityClass'],
  ['node.k8s.io/v1', 'RuntimeClass'],
  ['admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration'],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
  ['kyverno.io/v1', 'ClusterPolicy'],
  ['external-secrets.io/v1', 'ClusterSecretStore'],
  ['security.openshift.io/v1', 'SecurityContextConstraints'],
  ['karpenter.sh/v1', 'NodePool'],
])('rejects a second %s %s of one name in another namespace', (apiVersion, kind) => {
  expect(check(RULE, [object(apiVersion, kind, 'shop/one'), object(apiVersion, kind, 'billing/one')])).toHaveLength(1);
});

test.each([
  ['v1', 'ServiceAccount'],
  ['cert-manager.io/v1', 'Issuer'],
  // Their names begin with Cluster, and they live in namespaces.
  ['cluster.x-k8s.io/v1beta1', 'Cluster'],
  ['operators.coreos.com/v1alpha1', 'ClusterServiceVersion'],
  // The group decides, and not the kind.
  ['example.com/v1', 'Namespace'],
])('accepts a second %s %s of one name in another namespace', (apiVersion, kind) => {
  expect(check(RULE, [object(apiVersion, kind, 'shop/one'), object(apiVersion, kind, 'billing/one')])).toEqual([]);
});

describe('kinds that the app defines', () => {
  const definition = (scope: string) => ({
    ...object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'tenants.example.com'),
    spec: { group: 'example.com', scope, names: { kind: 'Tenant' } },
  });
  const tenants = [object('example.com/v1', 'Tenant', 'shop/one'), object('example.com/v1', 'Tenant', 'billing/one')];

  test('rejects a second object of a kind that is defined for the cluster', () => {
    expect(check(RULE, [definition('Cluster'), ...tenants])).toHaveLength(1);
  });

  test('accepts one in each namespace where the kind is defined for namespaces', () => {
    expect(check(RULE, [definition('Namespaced'), ...tenants])).toEqual([]);
  });
});

test('rejects a workload that is written under the former and the present group', () => {
  expect(check(RULE, [object('apps/v1', 'Deployment', 'shop/web'), object('extensions/v1beta1', 'Deployment', 'shop/web')])).toHaveLength(1);
});

test('finds a ClusterRole by name in whatever chart it is written', () => {
  const role = object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'shop/kubelet');
  expect(new ManifestSet([{ path: 'shop/role', manifest: role }]).find('ClusterRole', undefined, 'kubelet')).toBe(role);
});
