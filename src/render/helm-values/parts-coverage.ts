import { values } from './coverage-row';
import { each, Rows } from '../../parts/delivery-coverage';

const EVERY_CONTAINER = 'the chart mounts it into every container of the node Agents, and not into the one alone that reads it: keys of etcd among them';
const SELECTORS = values('clusterAgent.admissionController.agentSidecarInjection.selectors');

/** What constructs add to a cluster beside its model, by its path in `DeliveredCluster`. A test compares it with the types. */
export const PARTS_COVERAGE: Rows = {
  'nodeParts[].env': values('agents.containers.agent.env', 'agents.containers.traceAgent.env', 'agents.containers.systemProbe.env'),
  'nodeParts[].ports': values('agents.containers.agent.ports', 'agents.containers.traceAgent.ports', 'agents.containers.systemProbe.ports'),
  'nodeParts[].volumes[].volume': values('agents.volumes', 'agents.volumeMounts', 'agents.containers.initContainers.volumeMounts'),
  'nodeParts[].volumes[].mounts': {
    ...values('agents.volumeMounts', 'agents.containers.initContainers.volumeMounts'),
    difference: EVERY_CONTAINER,
  },
  'nodeParts[].containers[]': { cannot: 'the chart has its containers by features alone' },
  'nodeParts[].initContainers[]': {
    ...values('datadog.confd', 'agents.containers.initContainers.volumeMounts', 'agents.containers.initContainers.securityContext'),
    difference: 'it is a script that the init container of the chart runs, so all init containers have its capabilities',
  },
  'nodeParts[].tolerations[]': values('agents.tolerations'),
  'nodeParts[].checkFiles': values('datadog.confd'),
  'nodeParts[].ignoreAutoConf[]': values('datadog.ignoreAutoConfig'),
  'nodeParts[].permissions[]': { companion: 'a ClusterRole of ours, bound to the ServiceAccount of the chart' },
  'nodeParts[].hostNetwork': values('agents.useHostNetwork'),
  'nodeParts[].hostPid': { outside: 'only features ask for it' },
  'nodeParts[].from': { outside: 'it names the construct or the feature in errors' },

  'runnerParts[].volumes[]': values('clusterChecksRunner.volumes', 'clusterChecksRunner.securityContext', 'clusterChecksRunner.containers.agent.securityContext'),
  'runnerParts[].volumeMounts[]': values('clusterChecksRunner.volumeMounts'),
  'runnerParts[].ignoreAutoConf[]': values('clusterChecksRunner.env'),
  'runnerParts[].permissions[]': { companion: 'a ClusterRole of ours, bound to the ServiceAccount of the chart' },
  'runnerParts[].nodeSelector': values('clusterChecksRunner.nodeSelector'),
  'runnerParts[].tolerations[]': values('clusterChecksRunner.tolerations'),

  'webhook.name': { companion: 'SidecarInjection makes the permissions, and the policies where it is by policies' },
  ...each(
    { companion: 'SidecarInjection makes policies that add the Agent; the chart is told of the webhook alone' },
    'webhook.via.kind', 'webhook.via.policy', 'webhook.via.apiVersion',
  ),
  ...each(SELECTORS, 'webhook.match.groups[].namespaces[]', 'webhook.match.groups[].labels'),
  'webhook.origin': { outside: 'it names the construct in the description of policies' },
  'webhook.match.profiles[]': { outside: 'the groups say the same' },
  ...each(
    { companion: 'SidecarInjection makes the accounts, and TokenReplicator the Secrets' },
    'webhook.namespaces[]', 'webhook.accounts[].namespace', 'webhook.accounts[].name', 'webhook.ownAccounts[]',
  ),
  'webhook.cluster': values(
    'clusterAgent.admissionController.agentSidecarInjection.profiles', 'clusterAgent.admissionController.agentSidecarInjection.imageTag',
    'clusterAgent.admissionController.agentSidecarInjection.containerRegistry', 'clusterAgent.env',
    'clusterAgent.admissionController.agentSidecarInjection.clusterAgentTlsVerification.enabled',
  ),
  'labels': values('commonLabels'),
};
