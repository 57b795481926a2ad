import { Manifest } from '../../../src/manifest/manifest';
import { constraintManifests } from '../../../src/render/openshift/security-context-constraints';
import { podIsAdmitted } from '../../../src/rules/openshift/pod-is-admitted';
import { NODE_POD, PLAIN_POD } from '../../render/openshift/pods';
import { check, clusterRole, clusterRoleBinding, deployment, EC2, finding, manifestSet, nodeAgent, object, OPENSHIFT, serviceAccount } from '../fixtures';

const RULE = 'openshift/pod-is-admitted';
const AGENT = nodeAgent('datadog/datadog-agent', NODE_POD);
const ACCESS = { apiGroups: ['security.openshift.io'], resources: ['securitycontextconstraints'], verbs: ['use'] };
const ACCOUNT = serviceAccount('datadog', 'datadog-node-agent');
const [CONSTRAINTS, ROLE, BINDING] = constraintManifests(AGENT, '1.31');
const REFUSED = finding(RULE, AGENT, "'datadog-node-agent' of the namespace 'datadog' may use; those that come nearest, 'restricted-v2', refuse hostPID, host ports");

const found = (...manifests: Manifest[]) => check(RULE, manifests, OPENSHIFT);

test('a pod that every account may run', () => {
  expect(found(deployment('datadog/x', PLAIN_POD, { 'agent.datadoghq.com/component': 'x' }))).toEqual([]);
});

test('a pod with constraints of its own, by a Role, a ClusterRole, a user or a group', () => {
  expect(found(AGENT, CONSTRAINTS, ROLE, BINDING)).toEqual([]);
  const anywhere = [clusterRole('scc', { ...ACCESS, resourceNames: ['datadog-datadog-agent'] }), clusterRoleBinding('scc', 'scc', ACCOUNT)];
  expect(found(AGENT, CONSTRAINTS, ...anywhere)).toEqual([]);
  expect(found(AGENT, CONSTRAINTS, clusterRole('scc', ACCESS), clusterRoleBinding('scc', 'scc', ACCOUNT))).toEqual([]);
  expect(found(AGENT, { ...CONSTRAINTS, users: ['system:serviceaccount:datadog:datadog-node-agent'] })).toEqual([]);
  expect(found(AGENT, { ...CONSTRAINTS, groups: ['system:serviceaccounts:datadog'] })).toEqual([]);
});

test('constraints from elsewhere are trusted', () => {
  expect(found(AGENT, clusterRole('scc', { ...ACCESS, resourceNames: ['privileged'] }), clusterRoleBinding('scc', 'scc', ACCOUNT))).toEqual([]);
  // 'privileged' is among all that the cluster has.
  expect(found(AGENT, clusterRole('scc', ACCESS), clusterRoleBinding('scc', 'scc', ACCOUNT))).toEqual([]);
});

test('without constraints', () => {
  expect(found(AGENT)).toEqual([REFUSED]);
});

test('constraints that the account may not use', () => {
  expect(found(AGENT, CONSTRAINTS)).toEqual([REFUSED]);
  expect(found(AGENT, CONSTRAINTS, ROLE)).toEqual([REFUSED]);
  expect(found(AGENT, CONSTRAINTS, ROLE, { ...BINDING, subjects: [serviceAccount('datadog', 'other')] })).toEqual([REFUSED]);
  expect(found(AGENT, CONSTRAINTS, { ...ROLE, rules: [{ ...ACCESS, verbs: ['get'] }] }, BINDING)).toEqual([REFUSED]);
  const elsewhere = [ROLE, BINDING].map(manifest => ({ ...manifest, metadata: { ...manifest.metadata, namespace: 'other' } }));
  expect(found(AGENT, CONSTRAINTS, ...elsewhere)).toEqual([REFUSED]);
});

test('before Kubernetes 1.21 the token of the account is in a Secret', () => {
  const old = { ...OPENSHIFT, kubernetesVersion: '1.11' };
  expect(check(RULE, [AGENT, ...constraintManifests(AGENT, '1.11')], old)).toEqual([]);
  expect(check(RULE, [AGENT, CONSTRAINTS, ROLE, BINDING], old)).toEqual([finding(RULE, AGENT, 'refuse a volume of the type secret')]);
});

test('constraints that have fallen behind a patch', () => {
  const patched = nodeAgent('datadog/datadog-agent', { ...NODE_POD, hostIPC: true });
  expect(found(patched, CONSTRAINTS, ROLE, BINDING)).toEqual([finding(RULE, patched, "'datadog-datadog-agent', refuse hostIPC")]);
});

test('pods of others, and platforms without constraints', () => {
  expect(found(object('apps/v1', 'DaemonSet', 'logs/fluent', { spec: { template: { spec: NODE_POD } } }))).toEqual([]);
  expect(check(RULE, [AGENT], EC2)).toEqual([]);
  expect(check(RULE, [AGENT], { complete: true })).toEqual([]);
  expect(check(RULE, [AGENT], { ...OPENSHIFT, complete: false })).toEqual([]);
});

test.each([undefined, null, '', 'odd', 7, true, [], {}, [null], ['odd']])('%j in place of a value is no reason to fail', odd => {
  const manifests = [AGENT, CONSTRAINTS, ROLE, BINDING];
  for (const path of pathsIn(manifests)) {
    const changed = manifestSet(replaceAt(manifests, path, odd) as Manifest[]);
    expect(() => podIsAdmitted.check({ ...OPENSHIFT, manifests: changed })).not.toThrow();
  }
});

function pathsIn(json: any, at: readonly string[] = []): string[][] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.keys(json).flatMap(key => [[...at, key], ...pathsIn(json[key], [...at, key])]);
}

function replaceAt(json: any, [key, ...rest]: readonly string[], value: unknown): unknown {
  const changed = rest.length === 0 ? value : replaceAt(json[key], rest, value);
  return Array.isArray(json) ? json.map((item, at) => String(at) === key ? changed : item) : { ...json, [key]: changed };
}
