// Mistakes that the types of no language refuse, chosen from the rules in src/base/immediate-rules.ts: options that exclude each other,
// and names that Kubernetes or Datadog does not take. `SOUND` is a sound value of the type.
const SOUND = Symbol('a sound value');

/** Struct, its options, and the rule that refuses them. */
const CONFLICTS = [
  ['AwsStoreOptions', { roleArn: SOUND, serviceAccountName: 'datadog' }, 'credentials/one-account-for-the-store'],
  ['RecordModifierLogFilterOptions', { remove: ['a'], keepOnly: ['b'] }, 'fargate-logging/one-of'],
  ['ClusterAgentAttributes', { url: 'https://dca.example.com:5005', serviceName: 'datadog-cluster-agent', namespace: 'datadog' }, 'cluster-agent/one-address'],
  ['CloudWatchLogsOptions', { logStreamPrefix: 'a', logStreamName: 'b' }, 'fargate-logging/one-of'],
  ['CloudWatchLogsOptions', { autoCreateGroup: false, retentionDays: 7 }, 'fargate-logging/retention'],
  ['EventCollectionFeature', { unbundle: false, collectedTypes: [{ kind: 'Pod' }] }, 'events/types-are-unbundled'],
  ['ApmInstrumentation', { enabledNamespaces: ['shop'], disabledNamespaces: ['bank'] }, 'apm-instrumentation/one-choice'],
  ['NamespaceTargetSelector', { matchNames: ['shop'], matchLabels: { team: 'shop' } }, 'apm-instrumentation/one-choice'],
  ['ApmFeature', { enabled: true, socketEnabled: false, portEnabled: false }, 'features/has-a-way'],
  ['DogstatsdFeature', { enabled: true, socketEnabled: false, portEnabled: false }, 'features/has-a-way'],
  ['ArgoCdListedCluster', { server: 'https://tokyo.example.com', argoCdName: 'tokyo' }, 'argo-cd/destination'],
  ['DatadogArgoCdProps', { destination: SOUND, clusters: SOUND }, 'argo-cd/destination'],
  ['ArgoCdHelmOptions', { values: 'a: b', valuesObject: { a: 'b' } }, 'argo-cd/values-once'],
  ['ClusterAgentOptions', { env: { SHOP: 'a' }, secretEnv: [{ name: 'SHOP', secretName: 'shop', secretKey: 'shop' }] }, 'kubernetes/env-is-unique'],
];
const NAMES = [
  ['DatadogChartProps', { clusterName: 'Prod Tokyo' }, 'cluster/name-is-valid'],
  ['DatadogFargateSidecarProps', { clusterName: '-tokyo' }, 'cluster/name-is-valid'],
  ['DatadogChartProps', { namespace: 'Data_Dog' }, 'kubernetes/namespace-name'],
  ['DatadogChartProps', { secretNamespaces: ['Data.Dog'] }, 'kubernetes/namespace-name'],
  ['ExistingSecretOptions', { secretName: 'Datadog Secret' }, 'kubernetes/secret-name'],
  ['EtcdByHandOptions', { secretName: 'etcd_certificate' }, 'kubernetes/secret-name'],
  ['ClusterAgentOptions', { podLabels: { 'my team': 'shop' } }, 'kubernetes/qualified-name'],
  ['ClusterAgentOptions', { podLabels: { team: 'the shop' } }, 'kubernetes/label-value'],
  ['ServiceTags', { service: 'the shop' }, 'kubernetes/label-value'],
];
const CHOSEN = [
  ...CONFLICTS.map(([struct, given, rule]) => ({ struct, given, rule, kind: 'conflicting options' })),
  ...NAMES.map(([struct, given, rule]) => ({ struct, given, rule, kind: 'a bad name' })),
];

module.exports = { CHOSEN, SOUND };
