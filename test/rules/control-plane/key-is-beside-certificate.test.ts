import { check, finding } from '../fixtures';
import { daemonSet, nodeFile } from './agents';

const RULE = 'control-plane/key-is-beside-certificate';
const file = (instance: any) => nodeFile('etcd.yaml', { ad_identifiers: ['etcd'], instances: [instance] });
const found = (instance: any) => check(RULE, [file(instance), daemonSet()]);

test('a certificate with its key, and neither', () => {
  expect(found({ tls_cert: '/a.crt', tls_private_key: '/a.key' })).toEqual([]);
  expect(found({ prometheus_url: 'http://x' })).toEqual([]);
});

test('a certificate without its key', () => {
  expect(found({ tls_cert: '/a.crt' })).toEqual([finding(RULE, file({}), "the check 'etcd' has 'tls_cert: /a.crt' and no 'tls_private_key'")]);
});

test('one file for both', () => {
  expect(found({ tls_cert: '/a.crt', tls_private_key: '/a.crt' })).toEqual([finding(RULE, file({}), 'has the same file, /a.crt, for the certificate and for its key')]);
});
