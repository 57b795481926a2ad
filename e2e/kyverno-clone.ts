import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import { parseAllDocuments, stringify } from 'yaml';
import { openShift } from './control-plane/strategies';
import { DatadogChart, DatadogCredentials, EtcdCertificate, KyvernoPolicyKind, Platform } from 'cdk8s-datadog';

// Applies the policies of DatadogCredentials.kyvernoClone(...) to namespaces with Kyverno's own command line: kyverno-clone.ts CLI

const INSTRUMENTED = ['billing', 'shop'];
const NAMESPACES = ['datadog', ...INSTRUMENTED, 'other', 'shop-2'];
const SOURCE = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'datadog-secret', namespace: 'datadog' },
  type: 'Opaque',
  data: { 'api-key': 'YXBpLWtleQ==', 'token': 'dG9rZW4=' },
};

const cli = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), 'kyverno-clone-'));
let [passed, failed] = [0, 0];

function expectEqual(what: string, actual: unknown, expected: unknown): void {
  const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a === e) {
    passed++;
    console.log(`ok   ${what}`);
  } else {
    failed++;
    console.log(`FAIL ${what}\n       is        ${a}\n       should be ${e}`);
  }
}

function file(name: string, ...documents: object[]): string {
  const path = join(folder, name);
  writeFileSync(path, documents.map(document => stringify(document, { aliasDuplicateObjects: false })).join('---\n'));
  return path;
}

/** What the command line prints; a policy that it cannot read, or a test that fails, is to be seen there. */
function kyverno(...args: string[]): string {
  const { stdout, stderr, error } = spawnSync(cli, [...args, '--remove-color'], { encoding: 'utf8' });
  if (error) throw error;
  return `${stdout}${stderr}`;
}

/** The policy of a small app with a workload in each instrumented namespace. */
function policyOf(kind: KyvernoPolicyKind): any {
  const app = new App({ outdir: join(folder, 'app') });
  const credentials = DatadogCredentials.kyvernoClone({ policy: kind });
  const datadog = new DatadogChart(app, 'datadog', { platform: Platform.eksFargate(), clusterName: 'prod-tokyo', credentials });
  for (const namespace of INSTRUMENTED) {
    const chart = new Chart(app, namespace, { namespace });
    const template = { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'nginx:1.29' }] } };
    const spec = { selector: { matchLabels: { app: 'web' } }, template };
    new ApiObject(chart, 'web', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec });
    datadog.instrument(chart);
  }
  return parseAllDocuments(app.synthYaml()).map(document => document.toJS()).find(manifest => manifest.kind === kind);
}

/** What the policy makes for all namespaces, by namespace. */
function generated(policy: string, context: string, made = 'Secret'): { [namespace: string]: any } {
  const out = mkdtempSync(join(folder, 'out-'));
  const namespaces = file('namespaces.yaml', ...NAMESPACES.map(name => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })));
  kyverno('apply', policy, '--resource', namespaces, '--output', out, '--context-file', context);
  const objects = readdirSync(out)
    .flatMap(name => parseAllDocuments(readFileSync(join(out, name), 'utf8')))
    .map(document => document.toJS())
    .filter(manifest => manifest?.kind === made);
  return Object.fromEntries(objects.map(object => [object.metadata.namespace, object]).sort(([a], [b]) => a < b ? -1 : 1));
}

function checkGeneratingPolicy(): void {
  const policy = file('generating-policy.yaml', policyOf(KyvernoPolicyKind.GENERATING_POLICY));
  const secrets = generated(policy, contextOf(SOURCE));
  expectEqual('GeneratingPolicy: the namespaces with a sidecar get the Secret, and no other', Object.keys(secrets), INSTRUMENTED);
  for (const namespace of INSTRUMENTED) {
    expectEqual(`GeneratingPolicy: ${namespace} has the name`, secrets[namespace]?.metadata.name, SOURCE.metadata.name);
    expectEqual(`GeneratingPolicy: ${namespace} has the values`, secrets[namespace]?.data, SOURCE.data);
  }
  const elsewhere = { ...SOURCE, metadata: { ...SOURCE.metadata, namespace: 'other' } };
  expectEqual('GeneratingPolicy: a Secret of another namespace is no source', generated(policy, contextOf(elsewhere)), {});
}

/** The certificate of etcd on OpenShift, and its authority, which is in a ConfigMap. */
function checkEtcdCertificate(): void {
  const { objects } = openShift('4.16', EtcdCertificate.kyvernoClone());
  const policies = objects.filter(({ kind }) => kind === 'GeneratingPolicy');
  const metadata = (name: string) => ({ name, namespace: 'openshift-etcd-operator' });
  const sources = {
    Secret: { apiVersion: 'v1', kind: 'Secret', metadata: metadata('etcd-metric-client'), type: 'kubernetes.io/tls', data: { 'tls.crt': 'YQ==', 'tls.key': 'Yg==' } },
    ConfigMap: { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata('etcd-metric-serving-ca'), data: { 'ca-bundle.crt': 'c' } },
  };
  Object.entries(sources).forEach(([kind, source], at) => {
    const made = generated(file(`etcd-${at}.yaml`, policies[at]), contextOf(...Object.values(sources)), kind);
    expectEqual(`${kind} of etcd: the namespace of the Agents gets it, and no other`, Object.keys(made), ['datadog']);
    expectEqual(`${kind} of etcd: it has the name and the values`, [made.datadog?.metadata.name, made.datadog?.data], [source.metadata.name, source.data]);
  });
}

function contextOf(...resources: object[]): string {
  return file('context.yaml', { apiVersion: 'cli.kyverno.io/v1alpha1', kind: 'Context', metadata: { name: 'context' }, spec: { resources } });
}

/** `apply` makes no copies for this kind, `test` does: it compares them with what is expected. */
function checkClusterPolicy(): void {
  const manifest = policyOf(KyvernoPolicyKind.CLUSTER_POLICY);
  const policy = file('cluster-policy.yaml', manifest);
  const namespaces = file('namespaces.yaml', ...NAMESPACES.map(name => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })));
  const [, applied] = /pass: (\d+), fail: 0/.exec(kyverno('apply', policy, '--resource', namespaces)) ?? [];
  expectEqual('ClusterPolicy: it applies to the namespaces with a sidecar', applied, String(INSTRUMENTED.length));

  for (const namespace of INSTRUMENTED) {
    const name = `test-${namespace}`;
    file('source.yaml', SOURCE);
    file('expected.yaml', { ...SOURCE, metadata: { ...SOURCE.metadata, namespace } });
    file(name, {
      apiVersion: 'cli.kyverno.io/v1alpha1',
      kind: 'Test',
      metadata: { name },
      policies: ['cluster-policy.yaml'],
      resources: ['namespaces.yaml'],
      results: [{
        policy: manifest.metadata.name,
        rule: manifest.spec.rules[0].name,
        kind: 'Namespace',
        resources: [namespace],
        cloneSourceResource: 'source.yaml',
        generatedResource: 'expected.yaml',
        result: 'pass',
      }],
    });
    // A policy that makes nothing passes too, as excluded.
    const printed = kyverno('test', folder, '--file-name', name);
    const [, result, reason] = /clone\s*│ \S*datadog-secret\s*│ (\w+)\s*│ ([\w ]+?)\s*│/.exec(printed) ?? [];
    expectEqual(`ClusterPolicy: ${namespace} gets the Secret`, [result, reason], ['Pass', 'Ok']);
  }
}

try {
  checkGeneratingPolicy();
  checkClusterPolicy();
  checkEtcdCertificate();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
