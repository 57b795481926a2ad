import { CoverageNotes, notesFor } from '../../parts/delivery-coverage';

/** What the Operator does otherwise, whatever the options are. */
export const DIFFERENCES: readonly string[] = [
  'permissions are the Operator\'s: more than the Agents use, with list and watch on every Secret where kube-state-metrics is on',
  'the Cluster Agent and the runners run as the user of the image, which is root, with the capabilities of the container runtime',
  'only the socket of the container runtime is mounted, for trace-agents too, and not its folder: an Agent loses it when the runtime is started anew',
  'containers have a port and the Service of the nodes\' Agents has it too for traces and DogStatsD, also where nothing listens there',
  'with runners, they collect the resources of Kubernetes and not the Cluster Agent',
  'Deployments always prefer nodes without a pod of theirs; an affinity of the user\'s is added to that',
  'the token of the nodes\' account is in every container of their pods, the init containers too, and not in the Agents alone',
];

/** Notes about options that are not those of features: these are in the modules of the features. */
export const NOTES: CoverageNotes = {
  'platform.kubernetesVersion': {
    difference: 'definitions of the Operator\'s current releases need Kubernetes 1.16; older clusters need an older Operator',
  },
  ...notesFor({ companion: '`controlPlane` sets up its checks by it' }, 'platform.datastore', 'platform.immutableOs'),
  'namespace': { difference: 'the Operator must watch that namespace' },
  'createNamespace': { companion: 'the Namespace is made beside the DatadogAgent' },
  'credentials': { companion: 'TokenReplicator makes the Secrets, and the DatadogAgent names them' },
  'credentials.tokenKey': { difference: 'every container of the Operator\'s pods has the token, and not the core Agent alone' },
  ...notesFor(
    { companion: 'DatadogFargateSidecar makes a ConfigMap in every namespace with a sidecar' }, 'clusterAgentTls.configMapName', 'clusterAgentTls.caCertificate',
  ),
  ...notesFor(
    { companion: 'a ConfigMap, which the DatadogAgent names by its files' },
    ...['instances', 'initConfig', 'byClusterAgent'].map(option => `clusterAgent.checks[].${option}`),
    ...['adIdentifiers', 'instances', 'initConfig', 'logs'].map(option => `nodeAgent.checks[].${option}`),
  ),
  'nodeAgent.minReadySeconds': { cannot: 'of a DaemonSet the Operator takes the strategy alone' },
  'fargateLogging': { companion: 'FargateLogging makes its ConfigMaps' },
  'networkPolicy': { companion: 'DatadogNetworkPolicy makes the policies' },
  'secretNamespaces': { companion: 'TokenReplicator makes the Secrets' },
  'sidecar': { companion: 'DatadogFargateSidecar puts it into the pods of applications, which the Operator does not write' },
};
