import { clusterAgent, SHOP } from './webhook';
import { APP, check, clusterRole, clusterRoleBinding, deployment, FARGATE, finding, object, remedies, serviceAccount } from '../fixtures';

const RULE = 'sidecar-injection/injected-reach-kubelet';
const LABELS = { team: 'shop' };
const BOUND = [
  clusterRole('sidecar', { apiGroups: [''], resources: ['nodes/proxy'], verbs: ['get'] }),
  clusterRoleBinding('sidecar', 'sidecar', serviceAccount('shop', 'web')),
];
const web = (pod: object = { serviceAccountName: 'web' }) => deployment('shop/web', { containers: [APP], ...pod }, LABELS);
const WEBHOOK = clusterAgent({ selectors: [SHOP] });

function policy(more: object = {}) {
  return { ...FARGATE, sidecarInjections: [{ name: 'shop', webhook: false, ownToken: true, match: { groups: [{ namespaces: ['shop'], labels: LABELS }] }, ...more }] };
}

test('an account that is bound, by the policy and by the webhook', () => {
  expect(check(RULE, [web(), ...BOUND], policy())).toEqual([]);
  expect(check(RULE, [web(), WEBHOOK, ...BOUND])).toEqual([]);
});

test('an account that is not', () => {
  const broken = web({ serviceAccountName: 'other' });
  const reason = "no ClusterRoleBinding gives the ServiceAccount 'other' of the namespace 'shop'";
  expect(check(RULE, [broken, ...BOUND], policy())).toEqual([finding(RULE, broken, `the injection 'shop' adds an Agent, and ${reason}`)]);
  expect(check(RULE, [broken, WEBHOOK, ...BOUND])).toEqual([finding(RULE, broken, `Datadog's webhook adds an Agent, and ${reason}`)]);
});

test('no account, where the policy gives one, and where it does not', () => {
  const broken = web({});
  expect(check(RULE, [broken, ...BOUND], policy({ ownAccounts: ['shop'] }))).toEqual([]);
  expect(check(RULE, [broken, ...BOUND], policy({ ownAccounts: ['pay'] }))).toEqual([finding(RULE, broken, "the ServiceAccount 'default'")]);
});

test('an account that is named is not the one that the policy gives', () => {
  const broken = web({ serviceAccountName: 'other' });
  expect(check(RULE, [broken, ...BOUND], policy({ ownAccounts: ['shop'] }))).toEqual([finding(RULE, broken, "the ServiceAccount 'other'")]);
});

test('an account in the pod is in the remedy where it names none', () => {
  const add = (name: string) => `Add { namespace: 'shop', name: '${name}' } to 'serviceAccounts' of datadog.injectAtAdmission(...)`;
  expect(remedies(RULE, [web({})], policy())).toEqual([`${add('default')}, or name an account in the pod`]);
  expect(remedies(RULE, [web({ serviceAccountName: 'other' })], policy())).toEqual([add('other')]);
});

test('the Cluster Agent that has the webhook gets no Agent', () => {
  expect(check(RULE, [clusterAgent({ selectors: [{ namespaceSelector: { matchLabels: {} } }] })])).toEqual([]);
});

test('a pod that turns its token off: the policy mounts one, the webhook does not', () => {
  const off = web({ serviceAccountName: 'web', automountServiceAccountToken: false });
  expect(check(RULE, [off, ...BOUND], policy())).toEqual([]);
  expect(check(RULE, [off, WEBHOOK, ...BOUND])).toEqual([finding(RULE, off, "'automountServiceAccountToken' of the pod is false")]);
});

test('an account that turns tokens off', () => {
  const account = { ...object('v1', 'ServiceAccount', 'shop/web'), automountServiceAccountToken: false };
  const broken = web();
  expect(check(RULE, [broken, account, ...BOUND], policy())).toEqual([finding(RULE, broken, "of the ServiceAccount 'web' is false")]);
  expect(check(RULE, [web({ serviceAccountName: 'web', automountServiceAccountToken: true }), account, ...BOUND], policy())).toEqual([]);
});

test('workloads that nothing adds an Agent to, and a part of the manifests', () => {
  expect(check(RULE, [deployment('pay/web', { containers: [APP] }, LABELS), WEBHOOK, ...BOUND], policy())).toEqual([]);
  expect(check(RULE, [web({ serviceAccountName: 'other' }), ...BOUND], { ...policy(), complete: false })).toEqual([]);
});
