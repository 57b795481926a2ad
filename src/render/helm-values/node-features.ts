import { confdValues } from './confd';
import { scriptFiles } from './init-scripts';
import { NodePod } from './node-pod';
import { OTLP_PORTS } from '../../facts/agent-ports';
import { CONTAINER_RUNTIMES, NODE_SYSTEMS, NodeSystemFact } from '../../facts/node-host';
import { ClusterModel } from '../../model/cluster-model';
import { NodeAgentModel } from '../../model/node-agent-model';
import { SYSTEM_PROBE } from '../node-agent/names';
import { some } from '../some';

/** The check of a kube-state-metrics that runs as a Deployment, which the chart leaves out by itself where its own is on. */
const LEGACY_KUBE_STATE_METRICS = 'kubernetes_state';

/** What of the part `datadog` is for node Agents alone. */
export function nodeFeatureValues(model: ClusterModel, given: NodePod) {
  const { features: { agent, kubeStateMetrics } } = model;
  const { nodeAgent, pod, whole, added } = given;
  const ignored = whole.ignoreAutoConf.filter(name => !kubeStateMetrics || name !== LEGACY_KUBE_STATE_METRICS);
  return {
    securityContext: pod.securityContext,
    useHostPID: pod.hostPID ?? false,
    ...hostValues(nodeAgent),
    dogstatsd: {
      useSocketVolume: agent.dogstatsd.socket,
      useHostPort: nodeAgent.hostPorts.dogstatsd,
      nonLocalTraffic: agent.dogstatsd.port,
      originDetection: agent.dogstatsd.originDetection,
      ...agent.dogstatsd.tagCardinality !== undefined && { tagCardinality: agent.dogstatsd.tagCardinality },
    },
    logs: {
      enabled: agent.logs !== undefined,
      ...agent.logs && { containerCollectAll: agent.logs.collectAll, autoMultiLineDetection: agent.logs.multiLine },
    },
    processAgent: {
      processCollection: agent.processes,
      containerCollection: agent.containers,
      processDiscovery: agent.processDiscovery,
    },
    containerLifecycle: { enabled: agent.containerLifecycle },
    containerImageCollection: { enabled: agent.containerImages },
    networkMonitoring: { enabled: agent.networkMonitoring },
    serviceMonitoring: { enabled: agent.serviceMonitoring },
    // On where nothing is said, and with it the system-probe.
    discovery: { enabled: agent.serviceDiscovery },
    ...given.container(SYSTEM_PROBE) && { systemProbe: { enableDefaultKernelHeadersPaths: false } },
    ...otlpValues(model, nodeAgent),
    ...some('ignoreAutoConfig', ignored),
    ...some('confd', { ...confdValues(whole.checkFiles), ...scriptFiles(added.initContainers, model.agentImage) }),
  };
}

/** Traces: the port is on the address of the node, or by the Service alone. */
export function intakeValues({ features: { agent: { apm } } }: ClusterModel, { hostPorts }: NodeAgentModel) {
  return { socketEnabled: apm.socket, portEnabled: hostPorts.apm, useLocalService: apm.port && !hostPorts.apm };
}

function hostValues({ host, fineGrainedKubelet }: NodeAgentModel) {
  const { criSocketPath, kubeletTlsVerify, kubeletCaPath, runtime } = host;
  const system: NodeSystemFact = NODE_SYSTEMS[host.system];
  return {
    ...CONTAINER_RUNTIMES[runtime].docker ? { dockerSocketPath: criSocketPath } : { criSocketPath },
    // A mount of a file that is not there would keep the pod from starting.
    ...system.passwdPath === undefined && { disablePasswdMount: true },
    kubelet: {
      ...kubeletTlsVerify !== undefined && { tlsVerify: kubeletTlsVerify },
      ...kubeletCaPath !== undefined && { hostCAPath: kubeletCaPath },
      fineGrainedAuthorization: fineGrainedKubelet,
    },
  };
}

function otlpValues({ features: { agent: { otlp } } }: ClusterModel, { hostPorts }: NodeAgentModel) {
  if (!otlp) return {};
  const protocol = (name: 'grpc' | 'http') => ({
    [name]: { enabled: otlp[name], ...otlp[name] && { endpoint: `0.0.0.0:${OTLP_PORTS[name].port}`, useHostPort: hostPorts.otlp } },
  });
  return { otlp: { receiver: { protocols: { ...protocol('grpc'), ...protocol('http') } }, logs: { enabled: otlp.logs } } };
}
