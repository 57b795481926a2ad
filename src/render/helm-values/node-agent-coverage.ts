import { values } from './coverage-row';
import { each, Rows } from '../../parts/delivery-coverage';

const AMOUNTS = ['cpu', 'memory', 'cpuLimit', 'memoryLimit'];
const ENV: readonly string[] = [
  'agents.containers.agent.env', 'agents.containers.traceAgent.env', 'agents.containers.systemProbe.env', 'agents.containers.processAgent.env',
];
const LEVELS: readonly string[] = [
  'agents.containers.agent.logLevel', 'agents.containers.traceAgent.logLevel', 'agents.containers.systemProbe.logLevel',
  'agents.containers.processAgent.logLevel',
];

/** Fields of the node Agents, as `COVERAGE` has those of the rest. */
export const NODE_AGENT_COVERAGE: Rows = {
  ...resources('resources', {
    ...values('agents.containers.agent.resources', 'agents.containers.initContainers.resources'),
    difference: 'the init containers of the runners request the same: the chart has one value for both',
  }),
  ...resources('traceAgentResources', values('agents.containers.traceAgent.resources')),
  ...resources('systemProbeResources', values('agents.containers.systemProbe.resources')),
  'nodeAgent.maxUnavailable': values('agents.updateStrategy'),
  'nodeAgent.minReadySeconds': { cannot: 'the DaemonSet of the chart has no such field' },
  'nodeAgent.hostNetwork': values('agents.useHostNetwork'),
  'nodeAgent.hostPid': values('datadog.useHostPID'),
  'nodeAgent.hostPorts.apm': values('datadog.apm.portEnabled', 'datadog.apm.useLocalService'),
  'nodeAgent.hostPorts.dogstatsd': values('datadog.dogstatsd.useHostPort'),
  'nodeAgent.hostPorts.otlp': values('datadog.otlp.receiver.protocols.grpc.useHostPort', 'datadog.otlp.receiver.protocols.http.useHostPort'),
  'nodeAgent.host.system': values('datadog.disablePasswdMount', 'providers.talos.enabled', 'agents.containers.systemProbe.securityContext'),
  'nodeAgent.host.runtime': values('datadog.criSocketPath', 'datadog.dockerSocketPath'),
  'nodeAgent.host.criSocketPath': values('datadog.criSocketPath', 'datadog.dockerSocketPath'),
  'nodeAgent.host.kubeletTlsVerify': values('datadog.kubelet.tlsVerify'),
  'nodeAgent.host.kubeletCaPath': values('datadog.kubelet.hostCAPath'),
  'nodeAgent.fineGrainedKubelet': values('datadog.kubelet.fineGrainedAuthorization'),
  'nodeAgent.ignoreAutoConf[]': values('datadog.ignoreAutoConfig'),
  ...each(values('datadog.confd'), ...['name', 'adIdentifiers[]', 'instances[]', 'initConfig', 'logs[]'].map(f => `nodeAgent.checks[].${f}`)),
  'nodeAgent.checks[].file': { outside: 'the chart has one file for each check, which is named after it; files of one check are put together' },
  'nodeAgent.nodeSelector': values('agents.nodeSelector'),
  'nodeAgent.tolerations[]': values('agents.tolerations'),
  'nodeAgent.affinity': values('agents.affinity'),
  'nodeAgent.priorityClassName': values('agents.priorityClassName'),
  'nodeAgent.podAnnotations': values('agents.podAnnotations'),
  'nodeAgent.podLabels': { ...values('agents.additionalLabels'), difference: 'the DaemonSet has them too' },
  'nodeAgent.serviceAccountAnnotations': values('agents.rbac.serviceAccountAnnotations'),
  'nodeAgent.imagePullSecrets[]': values('agents.image.pullSecrets'),
  ...each(values(...ENV), 'nodeAgent.env', ...['name', 'secretName', 'secretKey'].map(f => `nodeAgent.secretEnv[].${f}`)),
  'nodeAgent.volumes[]': values('agents.volumes'),
  'nodeAgent.volumeMounts[]': values('agents.volumeMounts'),
  'nodeAgent.logLevel': values(...LEVELS),
};

function resources(of: string, coverage: Rows[string]): Rows {
  return each(coverage, ...AMOUNTS.map(amount => `nodeAgent.${of}.${amount}`));
}
