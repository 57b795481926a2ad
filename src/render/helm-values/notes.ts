import { CoverageNotes, notesFor } from '../../parts/delivery-coverage';

/** What the chart does otherwise, whatever the options are. */
export const DIFFERENCES: readonly string[] = [
  'permissions are the chart\'s: more than the Agents use',
  'names for labels of its objects are the chart\'s, and the DaemonSet and its account have the name of the release',
  'images start as root where the chart says nothing else',
  'ConfigMaps tell Datadog how it was installed, and are new at every rendering',
  'the token of the nodes\' account is in every container of their pods, the init containers too, and not in the Agents alone',
  'the collectors of kube-state-metrics are the chart\'s own list, from which this library has its list for the default version of the Agent',
];

/** Notes about options that are not those of features: these are in the modules of the features. */
export const NOTES: CoverageNotes = {
  ...notesFor({ companion: '`controlPlane` sets up its checks by it' }, 'platform.datastore', 'platform.immutableOs'),
  'createNamespace': { outside: 'helm install --create-namespace' },
  'credentials': { companion: 'TokenReplicator makes the Secrets, and the chart names them' },
  ...notesFor({ cannot: 'the chart names the keys of the Secret itself' }, 'credentials.apiKeyKey', 'credentials.appKeyKey', 'credentials.tokenKey'),
  'clusterAgentTls.secretName': { difference: 'the chart mounts it into every container of the node Agents, and not into the one alone that reads it' },
  ...notesFor(
    { companion: 'DatadogFargateSidecar makes a ConfigMap in every namespace with a sidecar' }, 'clusterAgentTls.configMapName', 'clusterAgentTls.caCertificate',
  ),
  'nodeAgent.checks[].file': { outside: 'the chart has one file for each check, which is named after it; files of one check are put together' },
  'nodeAgent.minReadySeconds': { cannot: 'the DaemonSet of the chart has no such field' },
  'nodeAgent.podLabels': { difference: 'the DaemonSet has them too' },
  'nodeAgent.resources': { difference: 'the init containers of the runners request the same: the chart has one value for both' },
  'fargateLogging': { companion: 'FargateLogging makes its ConfigMaps' },
  'networkPolicy': { companion: 'DatadogNetworkPolicy makes the policies' },
  'secretNamespaces': { companion: 'TokenReplicator makes the Secrets' },
  'sidecar': { companion: 'DatadogFargateSidecar puts it into the pods of applications; the chart does not write those' },
};
