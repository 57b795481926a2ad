import { check, externalSecret, finding, object } from '../fixtures';
import { CHECK_HOSTS, clusterAgent, endpoints, runner } from './agents';

const RULE = 'control-plane/certificate-has-a-secret';
const FILES = clusterAgent({ 'etcd.d/etcd.yaml': endpoints('openshift-etcd', 'etcd', [{ tls_cert: '/certs/tls.crt', tls_private_key: '/certs/tls.key' }], 'ip') });
const RUNNER = runner({ volumes: [{ name: 'certs', secret: { secretName: 'etcd-client' } }], mounts: [{ name: 'certs', mountPath: '/certs' }] });
const found = (more: any[], context: any = CHECK_HOSTS.OPENSHIFT) => check(RULE, [...FILES, RUNNER, ...more], context);

test('nobody brings it: one finding for both files', () => {
  expect(found([])).toEqual([finding(RULE, RUNNER, "its pods mount the Secret 'etcd-client' for a check, and nothing brings it to the namespace 'datadog'")]);
});

test('a Secret, an ExternalSecret, or a promise', () => {
  expect(found([object('v1', 'Secret', 'datadog/etcd-client')])).toEqual([]);
  expect(found([externalSecret('datadog/etcd-client', {})])).toEqual([]);
  expect(found([], { ...CHECK_HOSTS.OPENSHIFT, promisedSecrets: [{ namespace: 'datadog', name: 'etcd-client' }] })).toEqual([]);
});

test('one in another namespace is none', () => {
  expect(found([object('v1', 'Secret', 'openshift-etcd-operator/etcd-client')])).toHaveLength(1);
  expect(found([], { ...CHECK_HOSTS.OPENSHIFT, promisedSecrets: [{ namespace: 'shop', name: 'etcd-client' }, { namespace: 'datadog', name: 'other' }] })).toHaveLength(1);
  expect(found([externalSecret('shop/etcd-client', {}), externalSecret('datadog/other', {})])).toHaveLength(1);
});

test('among several sources', () => {
  const projected = { sources: [{ secret: { name: 'etcd-client' } }, { configMap: { name: 'ca' } }] };
  const at = runner({ volumes: [{ name: 'certs', projected }], mounts: [{ name: 'certs', mountPath: '/certs' }] });
  expect(check(RULE, [...FILES, at], CHECK_HOSTS.OPENSHIFT)).toHaveLength(1);
});

test('a pod starts without an optional Secret, and other Secrets are none of this', () => {
  const optional = runner({ volumes: [{ name: 'certs', secret: { secretName: 'etcd-client', optional: true } }], mounts: [{ name: 'certs', mountPath: '/certs' }] });
  expect(check(RULE, [...FILES, optional], CHECK_HOSTS.OPENSHIFT)).toEqual([]);
  const other = runner({ volumes: [{ name: 'other', secret: { secretName: 'other' } }], mounts: [{ name: 'other', mountPath: '/other' }] });
  expect(check(RULE, [...FILES, other], CHECK_HOSTS.OPENSHIFT)).toEqual([]);
});

test('where more manifests may follow, nothing is missing', () => {
  expect(found([], { ...CHECK_HOSTS.OPENSHIFT, complete: false })).toEqual([]);
});

test('each Secret of each workload is told', () => {
  const certificate = (file: string) => endpoints('openshift-etcd', 'etcd', [{ tls_cert: `/certs/${file}.crt`, ssl_cert: `/more/${file}.crt` }], 'ip');
  const volumes = ['certs', 'more'].map(name => ({ name, secret: { secretName: name } }));
  const runners = (name: string): any => ({ ...runner({ volumes, mounts: volumes.map(v => ({ name: v.name, mountPath: `/${v.name}` })) }), metadata: { namespace: 'datadog', name } });
  const all = [...clusterAgent({ 'etcd.d/etcd.yaml': certificate('tls') }), runners('one'), runners('two')];
  expect(check(RULE, all, CHECK_HOSTS.OPENSHIFT).map(({ path, reason }) => [path, /Secret '(\w+)'/.exec(reason)![1]])).toEqual([
    ['datadog/one', 'certs'], ['datadog/one', 'more'], ['datadog/two', 'certs'], ['datadog/two', 'more'],
  ]);
});
