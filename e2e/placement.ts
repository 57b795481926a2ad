import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse, stringify } from 'yaml';
import { isControlPlane } from './control-plane-nodes';
import { FARGATE, FARGATE_LABEL, FargateAdmission } from './fargate-admission';
import { KubeApi } from './kube-api';
import { describe, KubeObject } from './manifests';
import { PlacedPod } from './workloads';

/** Where the pods of each workload are: for a DaemonSet its nodes, for all others how many are on which kind of node. */
type Placement = Record<string, string | string[]>;

const HEADER = `# Where the pods of this example run in the simulated cluster, by workload.
# Written by: npm run e2e -- --update-expectations
`;

/** Throws where a pod is on a node of the wrong kind, or the whole is not what the file says. */
export async function comparePlacement(
  api: KubeApi, pods: PlacedPod[], admission: FargateAdmission, file: string, update: boolean,
): Promise<string> {
  const { items }: { items: KubeObject[] } = await api.get('/api/v1/nodes');
  const kinds = new Map(items.map((node) => [node.metadata.name, kindOf(node)]));
  const misplaced = pods.flatMap(({ workload, pod }) => {
    const expected = admission.takes(workload) ? ['Fargate'] : ['EC2', 'control plane'];
    const actual = kinds.get(pod.spec.nodeName)!;
    return expected.includes(actual) ? [] : [`${pod.metadata.namespace}/${pod.metadata.name} of ${describe(workload)} is on ${pod.spec.nodeName}, not on ${expected.join(' or ')}`];
  });
  if (misplaced.length > 0) throw new Error(misplaced.join('\n'));
  const actual = placementOf(pods, kinds);
  const summary = `${pods.length} pods, ${pods.filter(({ pod }) => kinds.get(pod.spec.nodeName) === 'Fargate').length} of them on Fargate`;
  if (update) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, `${HEADER}${stringify(actual, { lineWidth: 0 })}`);
    return `${summary}; written, review the difference`;
  }
  if (!fs.existsSync(file)) throw new Error(`${file} is missing; write it with --update-expectations and review it.`);
  const different = differences(parse(fs.readFileSync(file, 'utf8')) ?? {}, actual);
  if (different.length > 0) throw new Error(different.join('\n'));
  return `${summary}, as expected`;
}

function kindOf(node: KubeObject): string {
  const { labels = {} } = node.metadata;
  if (labels[FARGATE_LABEL] === FARGATE) return 'Fargate';
  if (labels['kubernetes.io/os'] === 'windows') return 'Windows';
  return isControlPlane(node) ? 'control plane' : 'EC2';
}

function placementOf(pods: PlacedPod[], kinds: Map<string, string>): Placement {
  const names = [...new Set(pods.map(({ workload }) => describe(workload)))].sort();
  return Object.fromEntries(names.map((name) => {
    const own = pods.filter(({ workload }) => describe(workload) === name);
    const nodes = own.map(({ pod }) => pod.spec.nodeName);
    if (own[0].workload.kind === 'DaemonSet') return [name, nodes.sort()];
    const on = nodes.map((node) => kinds.get(node)!);
    return [name, [...new Set(on)].sort().map((kind) => `${on.filter((other) => other === kind).length} on ${kind}`).join(', ')];
  }));
}

function differences(expected: Placement, actual: Placement): string[] {
  const told = (placement: Placement, name: string) => (placement[name] === undefined ? 'nowhere' : [placement[name]].flat().join(', '));
  return [...new Set([...Object.keys(expected), ...Object.keys(actual)])].sort()
    .filter((name) => told(expected, name) !== told(actual, name))
    .map((name) => `${name}: expected ${told(expected, name)}, and it is ${told(actual, name)}`);
}
