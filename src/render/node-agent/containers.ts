import type { Container, Probe, SecurityContext } from 'kubernetes-types/core/v1';
import { requirements } from './requirements';
import { systemProbeSecurity } from './system-probe';
import { nodeAgentToken } from './token';
import { isAtLeast } from '../../base/versions';
import { PROBE } from '../../facts/cluster-agent';
import { NODE_AGENT, NODE_AGENT_CAPABILITIES, NODE_AGENT_CONTAINERS, TRACE_LOADER } from '../../facts/node-agent';
import { SIDECAR } from '../../facts/sidecar';
import { ClusterModel } from '../../model/cluster-model';
import { ContainerResourcesModel, NodeAgentModel } from '../../model/node-agent-model';
import { value, withUserEnv } from '../../parts/container-env';
import { WholePart } from '../../parts/merge-node-agent-parts';
import { AGENT, SYSTEM_PROBE, TRACE_AGENT } from '../../parts/node-agent-containers';
import { probes } from '../probes';

/** The Agents of the pod: the core Agent, and those that something asks for. */
export function agentContainers(model: ClusterModel, nodeAgent: NodeAgentModel, whole: WholePart): Container[] {
  const { agent, systemProbe } = NODE_AGENT_CONTAINERS;
  const token = nodeAgentToken(model, nodeAgent);
  const container = (name: string, command: readonly string[], resources: ContainerResourcesModel, own: Partial<Container>): Container => {
    const ports = whole.portsOf(name);
    return {
      name,
      image: model.agentImage,
      imagePullPolicy: SIDECAR.imagePullPolicy,
      command: [...command],
      ...ports.length > 0 && { ports },
      env: env(name, nodeAgent, whole),
      resources: requirements(resources),
      ...own,
      volumeMounts: [...whole.mountsOf(name), ...token?.mountsOf(name) ?? [], ...nodeAgent.volumeMounts],
    };
  };
  const has = (name: string) => whole.containers.includes(name);
  return [
    container(AGENT, agent.command, nodeAgent.resources, {
      ...probes(NODE_AGENT.healthPort),
      securityContext: root(NODE_AGENT_CAPABILITIES.agent),
    }),
    ...has(TRACE_AGENT) ? [container(TRACE_AGENT, traceCommand(model), nodeAgent.traceAgentResources, {
      ...portProbe(whole),
      securityContext: root(NODE_AGENT_CAPABILITIES.traceAgent),
    })] : [],
    ...has(SYSTEM_PROBE) ? [container(SYSTEM_PROBE, systemProbe.command, nodeAgent.systemProbeResources, {
      securityContext: systemProbeSecurity(model),
    })] : [],
  ];
}

function env(name: string, nodeAgent: NodeAgentModel, whole: WholePart) {
  const { logLevel } = nodeAgent;
  const ignored = name === AGENT && whole.ignoreAutoConf.length > 0;
  return withUserEnv([
    ...whole.agentEnv(name),
    ...ignored ? [value('DD_IGNORE_AUTOCONF', whole.ignoreAutoConf.join(' '))] : [],
    ...logLevel === undefined ? [] : [value('DD_LOG_LEVEL', logLevel)],
  ], nodeAgent);
}

function traceCommand({ agentVersion }: ClusterModel): string[] {
  const { command } = NODE_AGENT_CONTAINERS.traceAgent;
  return isAtLeast(agentVersion, TRACE_LOADER.since) ? [...TRACE_LOADER.command, ...command] : [...command];
}

/** A port that only the pod itself reaches is none that the kubelet could ask. */
function portProbe(whole: WholePart): { livenessProbe?: Probe } {
  const [port] = whole.portsOf(TRACE_AGENT);
  const { initialDelaySeconds, periodSeconds, timeoutSeconds } = PROBE;
  return port ? { livenessProbe: { tcpSocket: { port: port.containerPort }, initialDelaySeconds, periodSeconds, timeoutSeconds } } : {};
}

/** Of the powers of root, those named and no others. */
function root(capabilities: readonly string[]): SecurityContext {
  return {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'], add: [...capabilities] },
    readOnlyRootFilesystem: true,
  };
}
