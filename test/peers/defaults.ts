import { CLUSTER_DIFFERENCES } from './chart-mixed-cluster.reasons';
import { NODE_AGENT_DIFFERENCES, NODE_AGENT_OBJECT_DIFFERENCES } from './chart-mixed.reasons';
import { Difference } from './difference';
import { COUNTS } from './mixed-cluster';
import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { Feature } from '../../src/features/feature';
import { FEATURES } from '../../src/features/registry';
import { onOff } from '../../src/features/shared/defaults';
import { nodeAgentManifests } from '../../src/render/node-agent/manifests';
import { clusterModel } from '../render/models';

/** What the chart does where its values say nothing, and what we do where the options say nothing. */
export interface Default {
  readonly what: string;
  readonly charts: string;
  /** Read from a cluster with EC2 nodes and defaults. */
  readonly ours: string;
  /** Where the two are not the same. */
  readonly reason: string;
}

const MODEL = clusterModel({ platform: { fact: PLATFORMS.eks } });
const [DAEMON_SET] = nodeAgentManifests(MODEL).filter(m => m.kind === 'DaemonSet');
const { features, nodeAgent } = MODEL;

const same = (what: string, value: string, ours: string): Default => {
  if (value !== ours) throw new Error(`${what}: the chart has ${value}, we have ${ours}, and no reason is given`);
  return { what, charts: value, ours, reason: 'the same as it is' };
};

/** Rows of a feature's module. What says nothing of ours is whether the feature is on. */
function ofFeature({ name, docs }: Feature): Default[] {
  return docs.defaults.map(({ what, chart, ours = models => onOff(models[name]), reason }) =>
    reason === undefined ? same(what, chart, ours(features)) : { what, charts: chart, ours: ours(features), reason });
}

/** Values of the chart 3.240.0 beside what the model says. */
export const DEFAULTS: readonly Default[] = [
  ...FEATURES.flatMap(ofFeature),
  same('Runners of cluster checks, where there are nodes', 'off', onOff(MODEL.clusterCheckRunners)),
  {
    what: 'Pods of the Cluster Agent',
    charts: '1, no disruption budget',
    ours: `${MODEL.clusterAgent.replicas}, with a disruption budget`,
    reason: 'with one alone, webhooks and cluster checks stop while its node is replaced',
  },
  {
    what: 'Lock of the leader',
    charts: 'ConfigMap',
    ours: 'Lease',
    reason: 'a Lease is what Kubernetes has for that',
  },
  {
    what: 'Namespace',
    charts: 'by helm install',
    ours: `made, named ${MODEL.namespace}`,
    reason: 'the manifests are complete as they are',
  },
  {
    what: 'Datadog Operator and its definitions',
    charts: 'installed',
    ours: 'not installed',
    reason: 'nothing here needs it',
  },
  same('Nodes without an Agent while it is replaced', '10%', String(nodeAgent!.maxUnavailable)),
  same('PID namespace of the host', 'on', onOff(DAEMON_SET.spec.template.spec.hostPID)),
  same('Network of the host', 'off', onOff(DAEMON_SET.spec.template.spec.hostNetwork)),
  same('Tolerations', '0', String(nodeAgent!.tolerations.length)),
  same('Priority class of the node Agents', 'none', nodeAgent!.priorityClassName ?? 'none'),
  {
    what: 'Requests of the core Agent',
    charts: 'none',
    ours: `${nodeAgent!.resources.cpu} CPU, ${nodeAgent!.resources.memory} memory`,
    reason: 'a pod without requests is the first that a full node evicts; limits are left to the user, for an Agent that reaches one loses data',
  },
  {
    what: 'Ports of traces and metrics where they are off',
    charts: 'open to every pod',
    ours: 'open to the pod itself alone',
    reason: 'the chart binds them to all addresses in any case; a port that nobody asked for is for nobody',
  },
  {
    what: 'Access to the kubelet',
    charts: 'nodes/proxy',
    ours: nodeAgent!.fineGrainedKubelet ? 'nodes/pods, nodes/healthz and nodes/configz' : 'nodes/proxy',
    reason: 'from Kubernetes 1.33 the kubelet tells its paths apart, and nodes/proxy is also for commands in every container',
  },
];

const cell = (text: string) => text.replace(/\|/g, '\\|');
const code = (text: string | undefined) => text === undefined ? '-' : `\`${cell(text)}\``;
const capital = (text: string) => `${text[0].toUpperCase()}${text.slice(1)}.`;
const table = (heads: readonly string[], rows: ReadonlyArray<readonly string[]>) =>
  [heads, heads.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');

/** Those of one reason together, in the order in which reasons come. */
function byReason(differences: readonly Difference[]): string {
  const reasons = [...new Set(differences.map(([,,,, reason]) => reason))];
  return reasons.map(reason => `${capital(reason)}\n\n${table(
    ['container', 'what', 'chart', 'ours'],
    differences.filter(([,,,, why]) => why === reason).map(([where, what, charts, ours]) => [where, what, code(charts), code(ours)]),
  )}`).join('\n\n');
}

export function defaultsPage(): string {
  return `# Defaults, beside those of the Helm chart

What you get from Datadog's Helm chart 3.240.0 with no values, and from this library with no options, on EKS with EC2 nodes. This
page is written from the modules of the features and from tables in \`test/peers\`. Tests compare the tables with the chart's own
rendering and with ours.

${table(['', 'chart', 'ours', 'why'], DEFAULTS.map(d => [cell(d.what), cell(d.charts), cell(d.ours), d.charts === d.ours ? '' : capital(d.reason)]))}

The rest of this page is the same cluster in both, with EC2 nodes and Fargate, traces and metrics by port, all logs, live
processes, service discovery, external metrics and the admission controller. Of commands, env vars, mounts, ports, probes,
security and resources, what is not listed is equal in both.

## Permissions

Verbs on resources that each account has. Ours has none that the chart does not give.

${table(['account', 'chart', 'ours'], COUNTS.map(({ account, chart, ours }) => [`\`${account}\``, String(chart), String(ours)]))}

## The node Agent's pod

${byReason(NODE_AGENT_DIFFERENCES)}

## Objects of the node Agents

${table(['only in', 'object', 'why'], NODE_AGENT_OBJECT_DIFFERENCES.map(([object, reason]) => [object[0] === '+' ? 'ours' : 'the chart', `\`${object.slice(2)}\``, capital(reason)]))}

## The Cluster Agent's pod and the runners'

${byReason(CLUSTER_DIFFERENCES)}
`;
}
