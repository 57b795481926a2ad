import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { contentOf } from './compare';
import { Forced, OF_CLUSTER_POLICY, OF_POLICIES, requireSameBut } from './reasons';
import { atAdmission, atSynthesis, forCoreDns, SIDECARS } from './synthesize';
import { CORE_DNS, NAMESPACE, OTHERS, PODS } from './workloads';
import { KubeObject } from '../manifests';
import { Report } from '../report';
import { InjectionMethod } from 'cdk8s-datadog';

// Runs the policies of SidecarInjection with Kyverno's own command line: kyverno.ts CLI

interface Way {
  readonly method: InjectionMethod;
  readonly kind: string;
  readonly forced: Forced[];
  /** Those whose pods keep them. */
  readonly accounts: string[];
}

const WAYS: Way[] = [
  { method: InjectionMethod.kyverno(), kind: 'MutatingPolicy', forced: OF_POLICIES, accounts: [] },
  { method: InjectionMethod.kyverno({ version: '1.16' }), kind: 'ClusterPolicy', forced: OF_CLUSTER_POLICY, accounts: ['web', 'default'] },
];

const cli = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), 'kyverno-injection-'));

function file(name: string, ...documents: object[]): string {
  const path = join(folder, name);
  writeFileSync(path, documents.map((document) => stringify(document, { aliasDuplicateObjects: false })).join('---\n'));
  return path;
}

/** The pods as the policy leaves them, by name. */
function apply(policy: KubeObject, pods: KubeObject[]): Map<string, any> {
  const out = join(folder, 'out.yaml');
  writeFileSync(out, '');
  const { stdout, stderr, error } = spawnSync(cli, ['apply', file('policy.yaml', policy), '--resource', file('pods.yaml', ...pods), '--output', out, '--remove-color'], { encoding: 'utf8' });
  if (error) throw error;
  const made = parseAllDocuments(readFileSync(out, 'utf8')).map((document) => document.toJS()).filter((document) => document?.kind === 'Pod');
  if (made.length === 0) throw new Error(`${stdout}${stderr}`);
  return new Map(made.map((pod) => [pod.metadata.name, pod]));
}

function policyAmong(objects: KubeObject[], kind: string): KubeObject {
  return objects.find((object) => object.kind === kind)!;
}

function compare({ method, kind, forced, accounts }: Way, sidecar: string): string {
  const serviceAccounts = accounts.length > 0 ? accounts.map((name) => ({ namespace: NAMESPACE, name })) : undefined;
  const policy = policyAmong(atAdmission(method, sidecar, { serviceAccounts }), kind);
  const made = apply(policy, [...Object.values(PODS), ...Object.values(OTHERS)]);
  const reasons = new Set<string>();
  for (const [what, pod] of Object.entries(PODS)) {
    try {
      const expected = contentOf(atSynthesis(pod, sidecar));
      requireSameBut(forced, expected, contentOf(made.get(pod.metadata.name) ?? pod)).forEach((reason) => reasons.add(reason));
    } catch (error) {
      throw new Error(`${what}: ${(error as Error).message}`);
    }
  }
  for (const [what, pod] of Object.entries(OTHERS)) {
    const { spec } = made.get(pod.metadata.name) ?? pod;
    if (spec.containers.length !== pod.spec.containers.length || spec.shareProcessNamespace) throw new Error(`${what}: the policy changed it.`);
  }
  return `${Object.keys(PODS).length} pods as the app makes them, ${Object.keys(OTHERS).length} left alone; but for: ${[...reasons].join('; ') || 'nothing'}`;
}

function coreDns({ method, kind }: Way): string {
  const objects = forCoreDns(method);
  const [account, { spec: { template } }] = CORE_DNS;
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { ...template.metadata, name: 'coredns-1', namespace: 'kube-system' }, spec: template.spec };
  const { spec } = apply(policyAmong(objects, kind), [pod]).get('coredns-1');
  const agent = spec.containers.find(({ name }: any) => name === 'datadog-agent-injected');
  if (!agent) throw new Error('Its pod has no Agent.');
  const { value: url } = agent.env.find(({ name }: any) => name === 'DD_CLUSTER_AGENT_URL');
  if (!/^https:\/\/10\.96\.0\.\d+:5005$/.test(url)) throw new Error(`DD_CLUSTER_AGENT_URL is ${url}.`);
  const secret = objects.some((o) => o.kind === 'Secret' && o.metadata.namespace === 'kube-system' && o.metadata.name === 'datadog-secret');
  const bound = objects.some((o) => o.kind === 'ClusterRoleBinding' && o.subjects.some((s: any) => s.namespace === 'kube-system' && s.name === account.metadata.name));
  if (!secret || !bound) throw new Error(`Secret: ${secret}, bound: ${bound}`);
  if (spec.serviceAccountName !== account.metadata.name || spec.dnsPolicy !== 'Default') throw new Error('The policy changed what is CoreDNS\'s.');
  return `its pod has the Agent with ${url}, and the Secret and the binding are in kube-system`;
}

async function main(): Promise<boolean> {
  const report = new Report();
  for (const way of WAYS) {
    report.heading(`${way.kind} of SidecarInjection`);
    for (const sidecar of Object.keys(SIDECARS)) await report.check(sidecar, async () => compare(way, sidecar));
    await report.check('CoreDNS', async () => coreDns(way));
  }
  return report.close();
}

main().finally(() => rmSync(folder, { recursive: true, force: true })).then(
  (passed) => process.exit(passed ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
