import { annotateCommands } from './annotations';
import { shellVariable, shellWord } from '../../base/shell';
import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { ClusterModel } from '../../model/cluster-model';
import { ComponentModel, ControlPlaneModel, TargetModel } from '../../model/control-plane-model';
import { AGENT } from '../../parts/node-agent-containers';
import { certificateCommands } from '../etcd-certificate/commands';

/** Where the Agents are that run the checks. */
type AgentPods = Pick<ClusterModel, 'namespace' | 'delivery'>;

/** What is watched, how, from where, what comes of it, and what is left to do, for people. */
export function describeControlPlane(model: ControlPlaneModel, cluster: AgentPods): string {
  const part = (heading: string, lines: readonly string[]) => lines.length > 0 ? [`  ${heading}`, ...lines.map(line => `    ${line}`)] : [];
  return [
    'Control plane',
    ...model.components.flatMap(c => describeComponent(c, cluster)),
    ...model.unreachable.flatMap(({ title, reason, instead }) => [
      `  ${title}: not watched, because ${reason}`,
      ...instead === undefined ? [] : [`    instead: ${instead}`],
    ]),
    ...part('commands to run:', model.etcdCertificate ? certificateCommands(model.etcdCertificate) : []),
    ...part('commands in place of the file with the Services of the platform:', annotateCommands(model)),
    '',
  ].join('\n');
}

function describeComponent(component: ComponentModel, cluster: AgentPods): string[] {
  const { title, metrics, instance, nodeConfiguration, certificate } = component;
  return [
    `  ${title}:`,
    `    how: ${describeTarget(component.target)}, ${String(instance.prometheus_url)}`,
    `    signs in with: ${certificate ? 'a client certificate' : instance.bearer_token_auth ? 'the token of its ServiceAccount' : 'nothing'}`,
    `    from: ${describeHost(component)}`,
    `    metrics: ${metrics}.*`,
    `    proof: ${proof(component, cluster)}`,
    ...leftOnNodes(component),
    ...nodeConfiguration.length > 0 ? ['    needed first:', ...nodeConfiguration.map(line => `      ${line}`)] : [],
  ];
}

/** A node Agent mounts files of the host on every node, and a file that is not there cannot be told from a folder that is to be. */
function leftOnNodes({ certificate, by }: ComponentModel): string[] {
  if (by !== 'nodeAgents' || certificate?.from !== 'host') return [];
  const names = certificate.files.map(({ hostPath }) => hostPath).join(', ');
  return [`    on nodes without its files: the container runtime makes empty folders, ${names}; remove them before such a node joins the control plane`];
}

function describeTarget(target: TargetModel): string {
  switch (target.kind) {
    case 'service': return `the Service ${target.namespace}/${target.name}, once`;
    case 'endpoints': return `each endpoint of the Service ${target.namespace}/${target.name}${target.own ? ' (made here)' : ''}`;
    case 'containers': return `containers of the image ${target.images.join(', ')}`;
    case 'pausePods': return `pods of the DaemonSet ${target.name} (made here)`;
  }
}

function describeHost({ by, nodeBound }: ComponentModel): string {
  if (nodeBound) return 'the node Agent beside it';
  return by === 'runners' ? 'a cluster check runner' : 'any node Agent, on behalf of the Cluster Agent';
}

/** What shows in the cluster that the check runs and what it reads. */
function proof({ by, nodeBound, target, check }: ComponentModel, { namespace, delivery }: AgentPods): string {
  const pod = (by === 'runners' ? delivery.runners : delivery.nodeAgent).name;
  const exec = (what: string, container: string) => `kubectl exec --namespace ${shellWord(namespace)} ${what} --container ${shellWord(container)} -- agent`;
  const one = (which: string) => shellVariable('POD', `a pod of ${pod} ${which}`);
  // A check of its own an Agent runs once and prints. One that it is handed shows in what it tells of itself.
  if (target.kind === 'containers' || target.kind === 'pausePods') return `${exec(one('on its node'), AGENT)} check ${shellWord(check)}`;
  const handedOut = `${exec(`deployment/${CLUSTER_AGENT.name}`, CLUSTER_AGENT.containerName)} clusterchecks | grep --after-context 8 ${shellWord(check)}`;
  const where = one(nodeBound ? 'on its node' : 'that it names');
  return `${handedOut}; ${exec(where, AGENT)} status | grep --after-context 12 ${shellWord(check)}`;
}
