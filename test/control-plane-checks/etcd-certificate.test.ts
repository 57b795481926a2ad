import { EtcdCertificate } from '../../src/control-plane-checks/etcd-certificate';
import { KyvernoPolicyKind } from '../../src/credentials/copied-secret-options';

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

test('defaults', () => {
  expect(EtcdCertificate.externalSecrets()._copy).toEqual({ kind: 'externalSecrets', secretName: 'datadog-etcd-client', refreshInterval: '1h' });
  expect(EtcdCertificate.kyvernoClone()._copy).toEqual({ kind: 'kyverno', policy: 'GeneratingPolicy' });
  expect(EtcdCertificate.job()._copy).toEqual({
    kind: 'job',
    secretName: 'datadog-etcd-client',
    image: 'image-registry.openshift-image-registry.svc:5000/openshift/cli:latest',
    schedule: '*/10 * * * *',
  });
  expect(EtcdCertificate.byHand()._copy).toEqual({ kind: 'byHand', secretName: 'datadog-etcd-client' });
});

test('choices', () => {
  expect(EtcdCertificate.externalSecrets({ secretName: 'a', refreshInterval: '15m', caCertificate: PEM })._copy)
    .toEqual({ kind: 'externalSecrets', secretName: 'a', refreshInterval: '15m', caCertificate: PEM });
  expect(EtcdCertificate.kyvernoClone({ policy: KyvernoPolicyKind.CLUSTER_POLICY })._copy).toEqual({ kind: 'kyverno', policy: 'ClusterPolicy' });
  expect(EtcdCertificate.job({ image: 'registry.redhat.io/openshift4/ose-cli-rhel9:v4.16', schedule: '@hourly', secretName: 'b' })._copy)
    .toEqual({ kind: 'job', secretName: 'b', image: 'registry.redhat.io/openshift4/ose-cli-rhel9:v4.16', schedule: '@hourly' });
  expect(EtcdCertificate.byHand({ secretName: 'c' })._copy).toEqual({ kind: 'byHand', secretName: 'c' });
});

test.each([
  ['kubernetes/secret-name', () => EtcdCertificate.byHand({ secretName: 'No Name' })],
  ['kubernetes/secret-name', () => EtcdCertificate.job({ secretName: '' })],
  ['credentials/refresh-interval', () => EtcdCertificate.externalSecrets({ refreshInterval: '1 day' })],
  ['cluster-agent/certificate-is-pem', () => EtcdCertificate.externalSecrets({ caCertificate: '-----BEGIN PRIVATE KEY-----' })],
  ['kubernetes/cron-schedule', () => EtcdCertificate.job({ schedule: '10m' })],
  ['kubernetes/cron-schedule', () => EtcdCertificate.job({ schedule: '' })],
  ['kubernetes/image-name', () => EtcdCertificate.job({ image: '' })],
  ['kubernetes/image-name', () => EtcdCertificate.job({ image: 'https://registry.redhat.io/ose-cli' })],
])('%s', (rule, make) => {
  expect(make).toThrow(rule);
});

test.each(['*/10 * * * *', '0 3 * * 1-5', '15,45 */2 1 JAN SUN', '@hourly', '@every 5m'])('%s is a schedule', schedule => {
  expect(EtcdCertificate.job({ schedule })._copy).toMatchObject({ schedule });
});
