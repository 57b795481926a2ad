import type { DaemonSetSpec } from 'kubernetes-types/apps/v1';
import type { Affinity, PodSpec, Volume } from 'kubernetes-types/core/v1';
import { checkFiles } from './config-map';
import { agentContainers } from './containers';
import { initContainers } from './init-containers';
import { systemProbeAnnotations } from './system-probe';
import { nodeAgentToken } from './token';
import { ADMISSION_LABEL } from '../../facts/admission-controller';
import { FARGATE_NODE } from '../../facts/fargate';
import { NODE_AGENT } from '../../facts/node-agent';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { NodeAgentModel } from '../../model/node-agent-model';
import { componentLabels } from '../../parts/labels';
import { WholePart } from '../../parts/merge-node-agent-parts';
import { AGENT, INIT_CONFIG, SYSTEM_PROBE } from '../../parts/node-agent-containers';
import { checksum } from '../checksum';
import { secretRevision } from '../credentials/revision';
import { requireRoomForVolumes } from '../volume-room';

export function nodeAgentDaemonSet(model: ClusterModel, nodeAgent: NodeAgentModel, whole: WholePart): Manifest {
  const { delivery: { nodeAgent: { name } } } = model;
  const { component } = NODE_AGENT;
  const selector = { app: name };
  const { maxUnavailable, minReadySeconds } = nodeAgent;
  const spec: DaemonSetSpec = {
    revisionHistoryLimit: 10,
    ...minReadySeconds !== undefined && { minReadySeconds },
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable } },
    selector: { matchLabels: { ...selector } },
    template: {
      metadata: {
        labels: { ...componentLabels(component), ...selector, [ADMISSION_LABEL.name]: 'false', ...nodeAgent.podLabels },
        annotations: { ...nodeAgent.podAnnotations, ...annotations(model, whole) },
      },
      spec: pod(model, nodeAgent, whole),
    },
  };
  return { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name, namespace: model.namespace, labels: componentLabels(component) }, spec };
}

function annotations(model: ClusterModel, whole: WholePart): { [name: string]: string } {
  return {
    'checksum/confd': checksum(checkFiles(whole)),
    ...whole.containers.includes(SYSTEM_PROBE) && systemProbeAnnotations(model),
    ...secretRevision(model),
  };
}

function pod(model: ClusterModel, nodeAgent: NodeAgentModel, whole: WholePart): PodSpec {
  const { imagePullSecrets } = nodeAgent;
  const hostNetwork = nodeAgent.hostNetwork || whole.hostNetwork;
  const token = nodeAgentToken(model, nodeAgent);
  return {
    serviceAccountName: model.delivery.nodeAgent.serviceAccountName,
    // What is mounted by Kubernetes itself is in every container, the init containers too.
    automountServiceAccountToken: token === undefined,
    // Logs, processes and the sockets of a node are root's. What root may do is cut down in each container.
    securityContext: { runAsUser: 0, seccompProfile: { type: 'RuntimeDefault' } },
    // Names of the cluster would not resolve by the resolver of the node.
    ...hostNetwork && { hostNetwork, dnsPolicy: 'ClusterFirstWithHostNet' },
    ...hostPid(nodeAgent, whole) && { hostPID: true },
    ...scheduling(model, nodeAgent, whole),
    ...imagePullSecrets.length > 0 && { imagePullSecrets: imagePullSecrets.map(name => ({ name })) },
    initContainers: initContainers(model, nodeAgent, whole),
    containers: agentContainers(model, nodeAgent, whole),
    volumes: volumes(nodeAgent, whole, token?.volumes ?? []),
  };
}

/** For what asks for it, and for the system-probe, which looks at the processes of the host. */
function hostPid(given: NodeAgentModel, whole: WholePart): boolean {
  return given.hostPid ?? (whole.hostPid || whole.containers.includes(SYSTEM_PROBE));
}

function scheduling({ platform }: ClusterModel, given: NodeAgentModel, whole: WholePart): Partial<PodSpec> {
  const { priorityClassName } = given;
  const affinity = given.affinity ?? (platform.fargate === 'none' ? undefined : offFargate());
  const tolerations = [...given.tolerations, ...whole.tolerations.filter(t => !given.tolerations.some(g => JSON.stringify(g) === JSON.stringify(t)))];
  return {
    // There is another image of the Agent for Windows, and other folders.
    nodeSelector: { 'kubernetes.io/os': 'linux', ...given.nodeSelector },
    ...affinity && { affinity },
    ...tolerations.length > 0 && { tolerations },
    ...priorityClassName !== undefined && { priorityClassName },
  };
}

/** Also where a toleration of the user's is for every taint. */
function offFargate(): Affinity {
  const { key, value } = FARGATE_NODE;
  return {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'NotIn', values: [value] }] }] },
    },
  };
}

/** Those that a container of this pod mounts, that of the token, and the user's. */
function volumes(nodeAgent: NodeAgentModel, whole: WholePart, token: readonly Volume[]): Volume[] {
  const mounts = [AGENT, INIT_CONFIG, ...whole.containers, ...whole.initContainers.map(c => c.name)].flatMap(name => whole.mountsOf(name));
  const own = [...whole.volumes.filter(({ name }) => mounts.some(m => m.name === name)), ...token];
  requireRoomForVolumes({ volumes: own, volumeMounts: mounts }, nodeAgent);
  return [...own, ...nodeAgent.volumes];
}
