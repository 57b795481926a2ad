import { execFileSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { NodeCertificateModel } from '../../../src/model/control-plane-model';
import { certificateCopier, copyScript } from '../../../src/render/control-plane/certificate-copier';

const CERTIFICATE: NodeCertificateModel = {
  from: 'node',
  folder: '/etc/kubernetes/ssl',
  mountPath: '/etc/datadog-etcd-certificate',
  files: [{ name: 'kube-etcd-<ip>.pem', copy: 'tls.crt' }, { name: 'kube-etcd-<ip>-key.pem', copy: 'tls.key' }, { name: 'kube-ca.pem', copy: 'ca.crt' }],
};

/** Runs the script of the container over folders of this machine; what it copied, by name. */
function copied(files: readonly string[], nodeIp: string): { [name: string]: string } {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-datadog-copier-'));
  const [from, to] = ['from', 'to'].map(name => path.join(root, name));
  try {
    [from, to].forEach(folder => fs.mkdirSync(folder));
    files.forEach(file => fs.writeFileSync(path.join(from, file), `the file ${file}`, { mode: 0o600 }));
    execFileSync('bash', ['-c', copyScript(CERTIFICATE, from, to)], { env: { ...process.env, NODE_IP: nodeIp }, stdio: ['ignore', 'ignore', 'pipe'] });
    for (const file of fs.readdirSync(to)) expect(fs.statSync(path.join(to, file)).mode % 0o1000).toBe(0o400);
    return Object.fromEntries(fs.readdirSync(to).sort().map(file => [file, fs.readFileSync(path.join(to, file), 'utf8').replace('the file ', '')]));
  } finally {
    fs.rmSync(root, { recursive: true });
  }
}

const OTHERS = ['kube-ca.pem', 'kube-ca-key.pem', 'kube-apiserver.pem', 'kube-apiserver-key.pem', 'kube-node.pem'];
const of = (ip: string) => [`kube-etcd-${ip}.pem`, `kube-etcd-${ip}-key.pem`];

test('the certificate of the own node among those of all etcd nodes, and no other file', () => {
  expect(copied([...OTHERS, ...of('10-0-0-1'), ...of('10-0-0-2')], '10.0.0.2')).toEqual({
    'ca.crt': 'kube-ca.pem', 'tls.crt': 'kube-etcd-10-0-0-2.pem', 'tls.key': 'kube-etcd-10-0-0-2-key.pem',
  });
});

test('one whose address Kubernetes has in another way: any of them signs in', () => {
  expect(copied([...OTHERS, ...of('192-168-1-1'), ...of('192-168-1-2')], '10.0.0.2')).toEqual({
    'ca.crt': 'kube-ca.pem', 'tls.crt': 'kube-etcd-192-168-1-1.pem', 'tls.key': 'kube-etcd-192-168-1-1-key.pem',
  });
});

test('an address of IPv6', () => {
  expect(copied([...OTHERS, ...of('fd00--1')], 'fd00::1')).toMatchObject({ 'tls.crt': 'kube-etcd-fd00--1.pem' });
});

test('a node without etcd: the Agent starts all the same', () => {
  expect(copied(OTHERS, '10.0.0.9')).toEqual({});
  expect(copied([], '10.0.0.9')).toEqual({});
});

test('the container may read files of other users, and nothing more', () => {
  expect(certificateCopier(CERTIFICATE, 'agent:1')).toMatchObject({
    name: 'etcd-certificate',
    image: 'agent:1',
    env: [{ name: 'NODE_IP', valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } } }],
    securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'], add: ['DAC_OVERRIDE'] } },
  });
});
