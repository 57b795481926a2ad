import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { COPIES, openShift } from './strategies';
import { BorrowedNamespaces } from '../borrowed-namespaces';
import { Discovery } from '../discovery';
import { KubeApi } from '../kube-api';
import { Kubectl } from '../kubectl';
import { recognizable, requireAbsent } from '../leftovers';
import { describe, isNamespace, KubeObject } from '../manifests';
import { poll } from '../parallel';
import { Report } from '../report';

const ACCOUNT = 'datadog-etcd-certificate';
const TARGET = 'datadog-etcd-client';
const COMPONENT = 'etcd-certificate';

/** Where the certificate is, by version of OpenShift. */
const SOURCES: Record<string, (text: string) => KubeObject[]> = {
  4.16: (text) => [
    object('Secret', 'openshift-etcd-operator', 'etcd-metric-client', { stringData: { 'tls.crt': `cert ${text}`, 'tls.key': `key ${text}` } }),
    object('ConfigMap', 'openshift-etcd-operator', 'etcd-metric-serving-ca', { data: { 'ca-bundle.crt': `ca ${text}` } }),
    object('Secret', 'openshift-etcd-operator', 'other', { stringData: { key: 'secret' } }),
  ],
  4.13: (text) => [
    object('Secret', 'openshift-monitoring', 'kube-etcd-client-certs', {
      stringData: { 'etcd-client.crt': `cert ${text}`, 'etcd-client.key': `key ${text}`, 'etcd-client-ca.crt': `ca ${text}` },
    }),
    object('Secret', 'openshift-monitoring', 'other', { stringData: { key: 'secret' } }),
  ],
};

/** Copies of OpenShift's certificate in a real cluster: by the script of the CronJob with its account, by the account of External Secrets, and by the command. */
export class CopyTest {
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'certificate-copy-'));
  private applied: KubeObject[] = [];

  constructor(
    private readonly kubectl: Kubectl,
    private readonly api: KubeApi,
    private readonly discovery: Discovery,
    private readonly namespaces: BorrowedNamespaces,
  ) {}

  public async run(report: Report): Promise<void> {
    const bin = path.join(this.folder, 'bin');
    fs.mkdirSync(bin);
    fs.writeFileSync(path.join(bin, 'oc'), `#!/bin/sh\nexec '${this.kubectl.command}' "$@"\n`, { mode: 0o755 });
    for (const version of Object.keys(SOURCES)) {
      await this.check(report, `CronJob, ${version}`, () => this.byJob(version));
      await this.check(report, `External Secrets, ${version}`, () => this.byExternalSecrets(version));
      await this.check(report, `by hand, ${version}`, () => this.byHand(version));
    }
    fs.rmSync(this.folder, { recursive: true });
  }

  private async check(report: Report, title: string, work: () => Promise<string>): Promise<void> {
    await report.check(title, async () => {
      try {
        return await work();
      } finally {
        await this.delete();
      }
    });
  }

  private async byJob(version: string): Promise<string> {
    const objects = copierOf(version, 'a CronJob');
    const [{ args: [script] }] = objects.find(({ kind }) => kind === 'CronJob')!.spec.jobTemplate.spec.template.spec.containers;
    await this.apply([...SOURCES[version]('one'), ...objects.filter(({ kind }) => !['Role', 'RoleBinding', 'CronJob'].includes(kind))]);
    const kubeconfig = await this.signIn();
    const forbidden = await this.runScript(script, kubeconfig);
    if (forbidden.ok || !/forbidden/i.test(forbidden.errors)) throw new Error(`Without the roles: ${JSON.stringify(forbidden)}`);
    await this.apply(objects.filter(({ kind }) => ['Role', 'RoleBinding'].includes(kind)));
    const outcome = await poll(20, async () => {
      const tried = await this.runScript(script, kubeconfig);
      return tried.ok ? tried : undefined;
    }) ?? await this.runScript(script, kubeconfig);
    if (!outcome.ok) throw new Error(outcome.errors);
    await this.expectTarget('one');

    await this.apply(SOURCES[version]('two'));
    await this.runScript(script, kubeconfig);
    await this.expectTarget('two');
    // As whoever deploys the manifests does, again and again.
    await this.apply(objects.filter(({ kind }) => kind === 'Secret'));
    await this.expectTarget('two');
    await this.expectNoMore(version, [['GET', `/api/v1/namespaces/datadog/secrets/${TARGET}`], ['POST', '/api/v1/namespaces/datadog/secrets']]);
    return 'copied, renewed, and left alone by the next apply; with its roles and nothing more';
  }

  private async byExternalSecrets(version: string): Promise<string> {
    const objects = copierOf(version, 'External Secrets');
    await this.apply([...SOURCES[version]('one'), ...objects]);
    const { namespace, name } = SOURCES[version]('')[0].metadata;
    const token = await this.token();
    const got = await poll(20, async () => ((await this.api.request(`/api/v1/namespaces/${namespace}/secrets/${name}`, { token })).status === 200) || undefined);
    if (!got) throw new Error('The account may not get the Secret.');
    const review = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectRulesReview', spec: { namespace } };
    const { status: { resourceRules } } = await this.api.post('/apis/authorization.k8s.io/v1/selfsubjectrulesreviews', review, token);
    // The operator looks for such a rule before it calls a store ready.
    if (!resourceRules.some(({ resources, verbs }: any) => resources.includes('secrets') && verbs.includes('get'))) throw new Error('The store would not be ready.');
    await this.expectNoMore(version, [['POST', '/api/v1/namespaces/datadog/secrets']]);
    return 'its account gets the Secret, and nothing more';
  }

  private async byHand(version: string): Promise<string> {
    const { commands } = openShift(version, COPIES['by hand']());
    await this.namespaces.need(['datadog']);
    await this.apply(SOURCES[version]('one'));
    for (const command of commands) {
      const { ok, errors } = await this.runScript(command, this.kubectl.kubeconfig);
      if (!ok) throw new Error(errors);
    }
    await this.expectTarget('one');
    return 'copied by the command of the summary';
  }

  /** What neither account is to be allowed: other Secrets, and lists of them. */
  private async expectNoMore(version: string, denied: [method: string, path: string][]): Promise<void> {
    const { namespace } = SOURCES[version]('')[0].metadata;
    const token = await this.token();
    const all: [string, string][] = [...denied, ['GET', `/api/v1/namespaces/${namespace}/secrets/other`], ['GET', `/api/v1/namespaces/${namespace}/secrets`]];
    for (const [method, where] of all) {
      const body = method === 'POST' ? object('Secret', 'datadog', 'any', {}) : undefined;
      const { status } = await this.api.request(where, { method, token, body });
      if (status !== 403) throw new Error(`${method} ${where}: ${status}, and it was to be 403`);
    }
  }

  private async expectTarget(text: string): Promise<void> {
    const { data } = await this.api.get(`/api/v1/namespaces/datadog/secrets/${TARGET}`);
    const decoded = JSON.stringify(Object.fromEntries(Object.entries<string>(data ?? {}).map(([key, value]) => [key, Buffer.from(value, 'base64').toString()]).sort()));
    const expected = JSON.stringify({ 'ca.crt': `ca ${text}`, 'tls.crt': `cert ${text}`, 'tls.key': `key ${text}` });
    if (decoded !== expected) throw new Error(`The Secret has ${decoded}, and it was to have ${expected}`);
  }

  private async runScript(script: string, kubeconfig: string): Promise<{ ok: boolean; errors: string }> {
    return new Promise((resolve, reject) => {
      const env = { ...process.env, KUBECONFIG: kubeconfig, HOME: this.folder, PATH: `${this.folder}/bin:${process.env.PATH}` };
      const child = spawn('/bin/bash', ['-c', script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      let errors = '';
      child.stderr.setEncoding('utf8').on('data', (chunk) => (errors += chunk));
      child.on('error', reject);
      child.on('close', (code) => resolve({ ok: code === 0, errors }));
    });
  }

  private async token(): Promise<string> {
    const request = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} };
    return (await this.api.post(`/api/v1/namespaces/datadog/serviceaccounts/${ACCOUNT}/token`, request)).status.token;
  }

  /** A kubeconfig with a token of the account, as a pod has it. */
  private async signIn(): Promise<string> {
    const view = JSON.parse((await this.kubectl.run(['config', 'view', '--raw', '--minify', '--flatten', '-o', 'json'])).output);
    const file = path.join(this.folder, 'kubeconfig');
    fs.writeFileSync(file, JSON.stringify({ ...view, users: [{ name: view.users[0].name, user: { token: await this.token() } }] }), { mode: 0o600 });
    return file;
  }

  private async apply(objects: KubeObject[]): Promise<void> {
    await this.namespaces.need(objects.flatMap((one) => (isNamespace(one) ? one.metadata.name : one.metadata.namespace ?? [])));
    const known = new Set(this.applied.map(describe));
    const all = recognizable(objects.filter((one) => !isNamespace(one)));
    const fresh = all.filter((one) => !known.has(describe(one)));
    await requireAbsent(this.api, this.discovery, fresh);
    this.applied.push(...fresh);
    const { ok, errors } = await this.kubectl.apply(all);
    if (!ok) throw new Error(errors);
  }

  private async delete(): Promise<void> {
    const made = this.applied.length > 0 ? [...this.applied, object('Secret', 'datadog', TARGET, {})] : [];
    this.applied = [];
    if (made.length === 0) return;
    const { ok, errors } = await this.kubectl.delete(made, '--ignore-not-found');
    if (!ok) throw new Error(errors);
  }
}

function copierOf(version: string, how: string): KubeObject[] {
  const { objects } = openShift(version, COPIES[how]());
  return objects.filter(({ metadata }) => metadata.labels?.['app.kubernetes.io/component'] === COMPONENT);
}

function object(kind: string, namespace: string, name: string, content: object): KubeObject {
  return { apiVersion: 'v1', kind, metadata: { namespace, name }, ...content };
}
