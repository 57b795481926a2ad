import { sidecarBinding, sidecarClusterRole, sidecarServiceAccount, sidecarSubjects } from '../../../src/render/sidecar/rbac';
import { clusterModel } from '../models';

const LABELS = { 'app.kubernetes.io/name': 'datadog', 'app.kubernetes.io/managed-by': 'cdk8s-datadog' };
const account = (namespace: string, name: string) => ({ namespace, name });
const subject = (namespace: string, name: string) => ({ kind: 'ServiceAccount', name, namespace });

test('the ClusterRole has what the Agent needs of the kubelet, and what the document lists where that is asked for', () => {
  const needed = clusterModel();
  const { rules, ...rest } = sidecarClusterRole(needed);
  expect(rest).toEqual({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'datadog-agent-fargate', labels: LABELS } });
  const documented = sidecarClusterRole(clusterModel({ sidecar: { documentedPermissions: true } })).rules;
  expect(documented.length).toBeGreaterThan(rules.length);
  expect(documented).toEqual(expect.arrayContaining(rules));
  for (const rule of documented) expect(rule.verbs).not.toContain('*');
});

test('one binding for every account', () => {
  expect(sidecarBinding([subject('shop', 'web')])).toEqual({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: 'datadog-agent-fargate', labels: LABELS },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'datadog-agent-fargate' },
    subjects: [subject('shop', 'web')],
  });
});

test('each account is a subject once, in an order of its own', () => {
  const accounts = [account('shop', 'web'), account('pay', 'web'), account('shop', 'api'), account('shop', 'web')];
  const subjects = [subject('pay', 'web'), subject('shop', 'api'), subject('shop', 'web')];
  expect(sidecarSubjects(accounts)).toEqual(subjects);
  expect(sidecarSubjects([...accounts].reverse())).toEqual(subjects);
});

test('the account of pods that name none', () => {
  expect(sidecarServiceAccount('shop')).toMatchObject({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'datadog-agent', namespace: 'shop', labels: LABELS } });
});
