import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APART, TOGETHER } from './sources';
import { SecretCertificateFact } from '../../../src/facts/control-plane/control-plane-fact';
import { resolveEtcdCertificate } from '../../../src/model/etcd-certificate';
import { certificateCommands } from '../../../src/render/etcd-certificate/commands';
import { certificateManifests } from '../../../src/render/etcd-certificate/manifests';

const BYTES: { [key: string]: string } = {
  'tls.crt': 'certificate\n',
  'tls.key': 'key\n',
  'ca-bundle.crt': 'authority\n',
  'etcd-client.crt': 'certificate\n',
  'etcd-client.key': 'key\n',
  'etcd-client-ca.crt': 'authority\n',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'etcd-certificate-'));
  oc(BYTES);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** An `oc` that knows Secrets and ConfigMaps by the keys that are asked for, makes a Secret out of files, and keeps what is applied. */
function oc(values: { [key: string]: string }): void {
  const file = join(folder, 'oc');
  writeFileSync(file, `#!${process.execPath}
const { appendFileSync, readFileSync } = require('node:fs');
const args = process.argv.slice(2);
appendFileSync('${folder}/log', args.join(' ') + '\\n');
const values = ${JSON.stringify(values)};
if (args[0] === 'get') {
  const encode = text => args[1] === 'secret' ? Buffer.from(text).toString('base64') : text;
  const path = args[args.indexOf('--output') + 1].replace(/^jsonpath=/, '');
  process.stdout.write(path.replace(/\\{\\.data\\.(.+?)\\}/g, (_, key) => encode(values[key.replace(/\\\\/g, '')] ?? '')));
} else if (args[0] === 'create') {
  const files = args.filter(a => a.startsWith('--from-file=')).map(a => a.slice(12).split('='));
  process.stdout.write(JSON.stringify({ data: Object.fromEntries(files.map(([key, path]) => [key, readFileSync(path).toString('base64')])) }));
} else if (args[0] === 'apply') {
  appendFileSync('${folder}/applied', readFileSync(0));
}
`);
  chmodSync(file, 0o755);
}

function run(script: string): { readonly status: number | null; readonly applied: any; readonly commands: string[] } {
  const { status } = spawnSync('/bin/bash', ['-c', script], { env: { ...process.env, PATH: `${folder}:${process.env.PATH}` }, encoding: 'utf8' });
  const read = (name: string) => {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      return '';
    }
  };
  const applied = read('applied');
  return { status, applied: applied && JSON.parse(applied), commands: read('log').trim().split('\n') };
}

function scriptOfJob(source: SecretCertificateFact): string {
  const copy = { kind: 'job', secretName: 'datadog-etcd-client', image: 'example.com/oc:1', schedule: '@hourly' } as const;
  const { spec } = certificateManifests(resolveEtcdCertificate(source, copy, 'datadog')).at(-1)!;
  return spec.jobTemplate.spec.template.spec.containers[0].args[0];
}

const FILLED = Object.fromEntries(Object.entries({ 'tls.crt': 'certificate\n', 'tls.key': 'key\n', 'ca.crt': 'authority\n' })
  .map(([key, text]) => [key, Buffer.from(text).toString('base64')]));

test.each([['apart', APART, 2], ['together', TOGETHER, 1]])('the script of the CronJob, authority %s', (_, source, reads) => {
  const { status, applied, commands } = run(scriptOfJob(source));
  expect(status).toBe(0);
  expect(applied).toEqual({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'datadog-etcd-client', namespace: 'datadog' }, type: 'Opaque', data: FILLED });
  expect(commands.filter(c => c.startsWith('get ')).length).toBe(reads);
  expect(commands.at(-1)).toBe('apply --server-side --force-conflicts --field-manager datadog-etcd-certificate --filename -');
});

test.each(['tls.crt', 'tls.key', 'ca-bundle.crt'])('without %s the script fails and leaves the Secret as it is', key => {
  oc({ ...BYTES, [key]: '' });
  const { status, applied } = run(scriptOfJob(APART));
  expect([status, applied]).toEqual([1, '']);
});

test.each([['apart', APART], ['together', TOGETHER]])('the command that copies by hand, authority %s', (_, source) => {
  const [command, ...more] = certificateCommands(resolveEtcdCertificate(source, { kind: 'byHand', secretName: 'mine' }, 'monitoring'));
  expect(more).toEqual([]);
  const { status, applied, commands } = run(command);
  expect(status).toBe(0);
  expect(applied.data).toEqual(FILLED);
  expect(commands.find(c => c.startsWith('create '))).toMatch(/^create secret generic mine --namespace monitoring --dry-run=client --output yaml /);
  expect(commands.filter(c => c.startsWith('get ')).every(c => c.includes(`--namespace ${source.namespace} `))).toBe(true);
});

test('a CronJob can be run at once, and other copies need no command', () => {
  const commandsOf = (copy: any) => certificateCommands(resolveEtcdCertificate(APART, copy, 'datadog'));
  expect(commandsOf({ kind: 'job', secretName: 'a', image: 'b', schedule: '@hourly' }))
    .toEqual(['oc create job datadog-etcd-certificate-first --from cronjob/datadog-etcd-certificate --namespace datadog']);
  expect(commandsOf({ kind: 'kyverno', policy: 'GeneratingPolicy' })).toEqual([]);
  expect(commandsOf({ kind: 'externalSecrets', secretName: 'a', refreshInterval: '1h' })).toEqual([]);
});
