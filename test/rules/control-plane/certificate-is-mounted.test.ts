import { check, finding } from '../fixtures';
import { CHECK_HOSTS, clusterAgent, daemonSet, endpoints, nodeFile, runner } from './agents';

const RULE = 'control-plane/certificate-is-mounted';
const PATH = '/etc/etcd-certs/tls.crt';
const INSTANCE = { prometheus_url: 'https://%%host%%:2379/metrics', tls_cert: PATH };
const FILE = nodeFile('etcd.yaml', { ad_identifiers: ['etcd'], instances: [INSTANCE] });
const onNode = (volume: any, mount: any = {}, more = {}) =>
  check(RULE, [FILE, daemonSet({ volumes: [{ name: 'certs', ...volume }], mounts: [{ name: 'certs', mountPath: '/etc/etcd-certs', ...mount }], ...more })], CHECK_HOSTS.KUBEADM);
const MISSING = [finding(RULE, FILE, `the check 'etcd' has 'tls_cert: ${PATH}', and the container 'agent' of DaemonSet datadog/agents, which runs it, has nothing mounted there`)];

test.each([
  ['a folder of the host', { hostPath: { path: '/pki' } }, {}],
  ['a file of the host', { hostPath: { path: '/pki/tls.crt' } }, { mountPath: PATH }],
  ['a slash at the end of the path', { hostPath: { path: '/pki' } }, { mountPath: '/etc/etcd-certs/' }],
  ['a Secret as a whole', { secret: { secretName: 'x' } }, {}],
  ['an item of a Secret', { secret: { secretName: 'x', items: [{ key: 'a', path: 'tls.crt' }] } }, {}],
  ['a sub-path of a Secret', { secret: { secretName: 'x', items: [{ key: 'a', path: 'tls.crt' }] } }, { mountPath: PATH, subPath: 'tls.crt' }],
  ['one of several sources', { projected: { sources: [{ configMap: { name: 'y', items: [{ key: 'k', path: 'ca.crt' }] } }, { secret: { name: 'x', items: [{ key: 'a', path: 'tls.crt' }] } }] } }, {}],
  ['a ConfigMap', { configMap: { name: 'x' } }, {}],
])('%s', (_, volume, mount) => {
  expect(onNode(volume, mount)).toEqual([]);
});

test.each([
  ['another folder', { hostPath: { path: '/pki' } }, { mountPath: '/host/etc/etcd' }],
  ['a folder whose name begins alike', { hostPath: { path: '/pki' } }, { mountPath: '/etc/etcd' }],
  ['a Secret without that item', { secret: { secretName: 'x', items: [{ key: 'a', path: 'ca.crt' }] } }, {}],
  ['sources without that item', { projected: { sources: [{ secret: { name: 'x', items: [{ key: 'a', path: 'ca.crt' }] } }, { serviceAccountToken: { path: 'token' } }] } }, {}],
  ['a folder that nobody fills', { emptyDir: {} }, {}],
])('%s is not the file', (_, volume, mount) => {
  expect(onNode(volume, mount)).toEqual(MISSING);
});

test('a folder that an init container fills', () => {
  expect(onNode({ emptyDir: {} }, {}, { initContainers: [{ name: 'copy', volumeMounts: [{ name: 'certs', mountPath: '/to' }] }] })).toEqual([]);
  expect(onNode({ emptyDir: {} }, {}, { initContainers: [{ name: 'look', volumeMounts: [{ name: 'certs', mountPath: '/to', readOnly: true }] }] })).toEqual(MISSING);
});

test('a mount without a volume, and a volume without a mount', () => {
  expect(check(RULE, [FILE, daemonSet({ mounts: [{ name: 'certs', mountPath: '/etc/etcd-certs' }] })], CHECK_HOSTS.KUBEADM)).toEqual(MISSING);
  expect(check(RULE, [FILE, daemonSet({ volumes: [{ name: 'certs', hostPath: { path: '/pki' } }] })], CHECK_HOSTS.KUBEADM)).toEqual(MISSING);
});

test('the container that runs the check counts: runners, for what they are handed', () => {
  const [agent, files] = clusterAgent({ 'etcd.d/etcd.yaml': endpoints('openshift-etcd', 'etcd', [INSTANCE], 'ip') });
  const certs = { volumes: [{ name: 'certs', secret: { secretName: 'x' } }], mounts: [{ name: 'certs', mountPath: '/etc/etcd-certs' }] };
  expect(check(RULE, [agent, files, runner(certs), daemonSet()], CHECK_HOSTS.OPENSHIFT)).toEqual([]);
  expect(check(RULE, [agent, files, runner(), daemonSet(certs)], CHECK_HOSTS.OPENSHIFT)).toEqual([
    finding(RULE, files, "the container 'agent' of Deployment datadog/runners, which runs it, has nothing mounted there"),
  ]);
});

test('what the account and the image bring needs no volume', () => {
  const instance = { ...INSTANCE, tls_cert: '/etc/ssl/certs/client.pem', tls_ca_cert: '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt' };
  const file = nodeFile('etcd.yaml', { ad_identifiers: ['etcd'], instances: [instance] });
  expect(check(RULE, [file, daemonSet()], CHECK_HOSTS.KUBEADM)).toEqual([]);
  const agent: any = daemonSet();
  agent.spec.template.spec.automountServiceAccountToken = false;
  expect(check(RULE, [file, agent], CHECK_HOSTS.KUBEADM)).toEqual([finding(RULE, file, 'tls_ca_cert: /var/run/secrets/kubernetes.io/serviceaccount/ca.crt')]);
});

test('checks of anything else are their own', () => {
  const file = nodeFile('redisdb.yaml', { ad_identifiers: ['redis'], instances: [{ tls_cert: '/somewhere' }] });
  expect(check(RULE, [file, daemonSet()], CHECK_HOSTS.KUBEADM)).toEqual([]);
});
