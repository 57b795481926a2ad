// Nothing that a user writes is ignored. Changes every option of every public struct, in each setting of option-settings.js, to values of its
// type, and compares what the library makes: manifests, values, summaries, commands, warnings. Fails where an option changes nothing in any
// setting, and where it is given and is silent in a setting: no other output, no warning, and no error. `LEGAL` has the exceptions.
//
// `node scripts/ci/idle-options.js [STRUCT...]` needs the built package.
require('../self.js');
const { execFile } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { promisify } = require('node:util');
const d = require('cdk8s-datadog');
const { propertiesOf } = require('./properties');
const { SETTINGS, CA, PLATFORMS, existing, OUTPUT } = require('./option-settings');

const assembly = JSON.parse(fs.readFileSync(path.resolve(__dirname, '..', '..', '.jsii'), 'utf8'));
const typeOf = fqn => assembly.types[fqn];
const nameOf = fqn => fqn.split('.').pop();

/** Options whose effect is elsewhere, each with the reason and the test that shows the effect. A pattern of struct and path. */
const LEGAL = [
  [/^Datadog(Operator|Helm)?ChartProps include\./, 'helm renders the chart, and a machine may have none', 'test/helm-chart/included-helm-chart.test.ts'],
  [/Props (clusterAgent|nodeAgent|tokenReplicator)$/, 'a construct, which a setting cannot take from another app', 'test/sidecar, test/node-agent, test/istio, test/network-policy'],
  [/^(ClusterAgentStandalone|DatadogNetworkPolicy)Props (nodeAgent|clusterCheckRunners)\..* in /, 'it describes Agents that another construct makes', 'NodeAgentProps and DatadogChartProps in this script'],
  [/^NodeAgentProps clusterCheckRunners\..* in /, 'it describes runners that another construct makes', 'ClusterAgentStandaloneProps in this script'],
  [/^(FargateLoggingProps platform|EksFargateOptions fargateProfiles)$/, 'the pods are compared with it, and only a difference gives a finding', 'test/fargate-logging, test/platform'],
  [/^ExistingSecretOptions appKey(Key|SecretName) in no external metrics$/, 'clusters share credentials, and those with external metrics read it', 'the other setting in this script'],
  [/^CoreDnsAddOnOptions platform$/, 'its Fargate profiles are compared with the pods, and only a difference gives a finding', 'test/eks-addons'],
  [/^(ControlPlane|Endpoints)Scrape caCertificatePath$/, 'the pods need a mount of the user\'s, which is an error without', 'test/platform/custom-platform.test.ts'],
  [/ (nodeAgent\.)?oldestKubeletVersion in (openShift4|rke)$/, 'no kubelet of the cluster is of Kubernetes 1.33, from which on the permission is another', 'DatadogChartProps on EKS in this script'],
];

/** Values by the path or the name of an option, where the type says too little. The first that differs from the default counts. */
const VALUES = {
  namespace: ['monitoring'], registry: ['registry.example.com/datadog'], agentVersion: ['7.78.0', '7.70.0'], clusterName: ['other'], cpu: ['300m', '500m'],
  memory: ['600Mi'], env: [{ DD_LOG_FORMAT_JSON: 'true' }, { A: 'b' }], priorityClassName: ['high'], replicas: [3], cpuLimit: ['2'], memoryLimit: ['2Gi'],
  secretEnv: [[{ name: 'A', secretName: 's', secretKey: 'k' }]],
  affinity: [{ nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }] } } }],
  tolerations: [[{ key: 'a', operator: 'Exists' }]],
  topologySpreadConstraints: [[{ maxSkew: 2, topologyKey: 'a', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: { a: 'b' } } }]],
  volumes: [[{ name: 'v', emptyDir: {} }]], volumeMounts: [[{ name: 'v', mountPath: '/v' }]], clusterIp: ['10.100.0.50', '172.30.0.50'],
  'nodeAgent.checks': [[{ name: 'disk', instances: [{ a: 'b' }] }]], checks: [[{ name: 'nginx', instances: [{ a: 'b' }] }]],
  'serviceTags.env': ['prd'], 'features.prometheusScrape.checks': [[{ autodiscovery: { kubernetes_annotations: { include: { a: 'b' } } } }]],
  customResources: [[{ group: 'g.example.com', version: 'v1', resource: 'things' }]], enabledNamespaces: [['shop']], disabledNamespaces: [['shop']],
  libVersions: [{ java: '1' }], targets: [[{ name: 't' }]], apiServerCidrs: [['10.0.0.1/32']], datadogCidrs: [['10.0.0.0/16']],
  dnsPods: [{ namespace: 'x', labels: { a: 'b' } }], egressNamespaces: [['shop']], revisions: [['1-24']], controlPlaneNamespace: ['istio'],
  proxyCheckOptions: [{ a: 'b' }], kubeletCaPath: ['/etc/kubernetes/pki/ca.crt'], criSocketPath: ['/run/x.sock'], oldestKubeletVersion: ['1.25', '1.30'],
  maxUnavailable: ['3'], minReadySeconds: [7], ignoreAutoConf: [['redisdb']], bindAddress: ['10.0.0.1'], caCertificatePath: ['/a/ca.crt'],
  url: ['https://%%host%%:1234/metrics', 'http://%%host%%:1234/metrics', 'https://dca.example.com:5005'], addressUrl: ['https://10.0.0.9:5005'],
  secretName: ['tls'], configMapName: ['cm'], caCertificate: [CA], collectedTypes: [[{ kind: 'Pod', reasons: ['Failed'] }]],
  awsAccount: ['123456789012'], awsRegion: ['us-east-1', 'eu-west-1'], region: ['eu-west-1'], service: ['web'], version: ['1.2.3'],
  filters: [[d.FargateLogFilter.kubernetes()]], parsers: [[d.FargateLogParser.json('p')], ['other']], outputs: [[d.FargateLogOutput.firehose({ deliveryStream: 'x', region: 'us-east-1' })]],
  kubernetesVersion: ['1.32', '1.20'], openShiftVersion: ['4.16'], serviceCidr: ['10.50.0.0/16'], fargateProfiles: [[{ name: 'other', selectors: [{ namespace: 'other' }] }], [{ name: 'shop', selectors: [{ namespace: 'shop', labels: { a: 'b' } }] }, { name: 'all', selectors: [{ namespace: '*' }] }], [{ name: 'shop', selectors: [{ namespace: 'shop' }] }]],
  roleArn: ['arn:aws:iam::123456789012:role/logs'], refreshInterval: ['2h'], revision: ['2', 'v2'], apiKey: [{ key: 'x/y' }, 'd4'.repeat(16)], token: [{ key: 'x/z' }, 'e5'.repeat(16), true],
  appKey: [true, false, { key: 'x/w' }, 'f6'.repeat(20)], namespaceSelectors: [[{ matchLabels: { a: 'b' } }], [{ a: 'b' }]], repoUrl: ['https://git.example.com/other'],
  path: ['other/*', 'other/*.json', 'other'], server: ['https://osaka.example.com'], clusterAgentUrl: ['https://dca.example.com:5005'],
  syncWindow: [], schedule: ['0 4 * * *'], host: ['search-b.us-east-1.es.amazonaws.com'], values: ['a: b'], valuesObject: [{ a: 'b' }],
  backoff: ['10s'], maxBackoff: ['9m'], jqPathExpressions: [['.spec.replicas']], jsonPointers: [['/spec/replicas']], nodeConfiguration: [['set --bind-address']],
  instances: [[{ url: 'http://b' }]], 'HostCertificate.folder': ['/etc/other'], 'HostCertificate.ca': ['other.crt'], 'HostCertificate.certificate': ['other.crt'], 'HostCertificate.key': ['other.key'],
  'CustomLogOutputOptions.parameters': [{ Host: 'es.example.com', Port: '9200' }], initConfig: [{ a: 'b' }], pattern: ['^b'], keep: [{ field: 'log', pattern: 'b' }, true], exclude: [[{ field: 'log', pattern: 'c' }], ['b'], 'b*'], rules: [[{ field: 'log', pattern: 'b', tag: 'other' }]], taints: [[{ key: 'metal', effect: 'NoSchedule' }]],
  'ContainerAutodiscovery.logs': [[{ source: 'java' }]], ignoreDifferences: [[{ kind: 'Deployment', jsonPointers: ['/spec/replicas'] }]], 'AutodiscoveryOptions.version': [d.AutodiscoveryVersion.V1], 'ArgoCdRegisteredClusters.clusterName': ['{{.metadata.labels.name}}'], 'AwsStoreOptions.service': [d.AwsSecretService.PARAMETER_STORE],
  includeMutationWebhook: [true], 'MutatingAdmissionPolicyMethodOptions.featureGate': [true], configuration: [{ a: 'b' }],
  serviceAccounts: [[{ namespace: 'kube-system', name: 'other' }]], deletion: ['background', 'foreground', 'nothing', 'orphan'], timeFormat: ['%Y'], rate: [20], window: [9], interval: ['2s'],
};
/** Of options that a struct inside another cannot do without, where the value is not to be one of those above. */
const REQUIRED = { folder: '/etc/certs', certificate: 'a.crt', key: 'a.key', ca: 'ca.crt', apiServer: d.ControlPlaneComponent.unavailable('a', 'b'), etcd: d.ControlPlaneComponent.unavailable('a', 'b'), scheduler: d.ControlPlaneComponent.unavailable('a', 'b'), controllerManager: d.ControlPlaneComponent.containers(['controller'], { url: 'https://%%host%%:9/metrics' }),
  secretName: 'authority', outputs: [OUTPUT()], kind: 'Node', name: 'base', namespace: 'kube-system' };
/** What an option needs beside it, by a pattern of its struct and path. */
const NEEDS = [
  [/events\.collectedTypes$/, { features: { events: { unbundle: true } } }],
  [/otlp\.logsEnabled$/, { features: { logs: {} } }],
  [/ clusterAgent\.volumeMounts$/, { clusterAgent: { volumes: [{ name: 'v', emptyDir: {} }] } }],
  [/ clusterCheckRunners\./, { clusterCheckRunners: { enabled: true } }],
  [/ clusterCheckRunners\.volumeMounts$/, { clusterCheckRunners: { volumes: [{ name: 'v', emptyDir: {} }] } }],
  [/ nodeAgent\.volumeMounts$/, { nodeAgent: { volumes: [{ name: 'v', emptyDir: {} }] } }],
  [/ volumeMounts$/, { volumes: [{ name: 'v', emptyDir: {} }] }],
  [/hostPorts\.apm$/, { features: { apm: { portEnabled: true } } }],
  [/hostPorts\.dogstatsd$/, { features: { dogstatsd: { portEnabled: true } } }],
  [/hostPorts\.otlp$/, { features: { otlp: {} } }],
  [/apm\.socketEnabled$/, { features: { apm: { portEnabled: true } } }],
  [/dogstatsd\.socketEnabled$/, { features: { dogstatsd: { portEnabled: true } } }],
  [/systemProbeResources\./, { features: { networkMonitoring: {} } }],
  [/restrictRunners$/, { clusterCheckRunners: { enabled: true } }],
  [/ fargateLogging\.(aws|eks)/, { fargateLogging: { processLogs: true } }],
  [/^FargateLoggingProps (awsRegion|awsAccount|eksClusterName|clusterName|platform)$/, { processLogs: true }],
  [/ requireMatch$/, { selector: d.WorkloadSelector.named('of-no-workload') }],
  [/^DatadogChartProps controlPlane\.\w+\.caCertificatePath$/, { nodeAgent: { volumes: [{ name: 'ca', hostPath: { path: '/a' } }], volumeMounts: [{ name: 'ca', mountPath: '/a' }] } }],
  [/respectIgnoreDifferences$/, { sync: { serverSideDiff: true }, ignoreDifferences: [{ kind: 'Deployment', jsonPointers: ['/spec/replicas'] }] }],
  [/includeMutationWebhook$/, { sync: { serverSideDiff: true } }],
  [/namespace(Annotations|Labels)$/, { sync: { createNamespace: true } }],
  [/^ClusterCheck byClusterAgent$/, { name: 'kubernetes_apiserver' }],
  [/^EndpointsScrape hostCertificate\./, { resolve: d.EndpointsResolve?.AUTO }],
  [/mutateUnlabelled$/, { features: { admissionController: { configMode: 'hostip' } } }],
];

/** Objects by their class. */
const OBJECTS = {
  DatadogSite: [d.DatadogSite.EU1], Platform: [d.Platform.talos(), d.Platform.eksFargate({ kubernetesVersion: '1.35' }), d.Platform.eks({ fargateProfiles: [{ name: 'all', selectors: [{ namespace: 'a*' }] }] })], DatadogCredentials: [existing({ secretName: 'another' })],
  EtcdCertificate: [d.EtcdCertificate.byHand({ secretName: 'x' }), d.EtcdCertificate.job()], ExternalSecretStore: [d.ExternalSecretStore.fromClusterSecretStore('other')],
  WorkloadSelector: [d.WorkloadSelector.inNamespaces('shop')], InjectionMethod: [d.InjectionMethod.mutatingAdmissionPolicy({ featureGate: true }), d.InjectionMethod.datadogWebhook(), d.InjectionMethod.kyverno({ version: '1.12' })],
  ControlPlaneComponent: [d.ControlPlaneComponent.containers(['x'], { url: 'https://%%host%%:1/metrics' }), d.ControlPlaneComponent.unavailable('it is hidden', 'ask')], ArgoCdDestination: [d.ArgoCdDestination.server('https://a.example.com')],
  ArgoCdClusters: [d.ArgoCdClusters.registered()], ArgoCdSource: [d.ArgoCdSource.git({ repoUrl: 'https://git.example.com/y', path: 'b' })],
  AdvancedAdIdentifier: [d.AdvancedAdIdentifier.kubeService('shop', 'web')], FargateLogOutput: [OUTPUT()], PushProx: [d.PushProx && Object.values(d.PushProx)[0]],
};

/** Values of an option by its path, its name, and else its type; undefined where none can be made up. */
function valuesOf(option, at) {
  const { name, type } = option;
  const known = VALUES[`${option.of}.${name}`] ?? VALUES[at.join('.')] ?? VALUES[at.slice(-2).join('.')] ?? VALUES[name];
  if (known) return known;
  const many = type.collection;
  const item = many ? many.elementtype : type;
  if (many && item.fqn && OBJECTS[nameOf(item.fqn)]) return [OBJECTS[nameOf(item.fqn)]].map(list => many.kind === 'array' ? list.slice(0, 1) : { a: list[0] });
  if (many) {
    const [of] = scalars(item, name) ?? [];
    return of === undefined ? undefined : [many.kind === 'array' ? [of] : { a: of }];
  }
  return scalars(item, name);
}

function scalars(type, name) {
  if (type.primitive === 'boolean') return [true, false];
  if (type.primitive === 'number') return [7];
  if (type.primitive === 'string') return ['another'];
  if (type.primitive) return [{ a: 'b' }];
  const of = typeOf(type.fqn);
  if (of?.kind === 'enum') return of.members.map(member => d[of.name][member.name]);
  if (of?.datatype) return undefined;
  return OBJECTS[nameOf(type.fqn)];
}

const changed = (options, [step, ...rest], value) => ({ ...options, [step]: rest.length === 0 ? value : changed(options[step] ?? {}, rest, value) });

/** Settings of one part of a cluster without the others. */
const PARTS = ['alone', 'nodes alone', 'kubeadm alone', 'mixed alone'];

function outcome(use, options) {
  try {
    return { made: use(options) };
  } catch (error) {
    return { error: String(error.message) };
  }
}

/** Every option of a struct and of the structs inside it, with its path; a struct inside has what it cannot do without. */
function* optionsOf(type, at = [], given = {}) {
  for (const option of propertiesOf(assembly.types, type)) {
    const path_ = [...at, option.name];
    const inner = option.type.fqn && typeOf(option.type.fqn)?.datatype && !VALUES[option.name] ? typeOf(option.type.fqn) : undefined;
    if (!inner) {
      yield { option, at: path_, given };
      continue;
    }
    if (at.length > 4) continue;
    const required = Object.fromEntries(propertiesOf(assembly.types, inner).filter(p => !p.optional).map(p => [p.name, REQUIRED[p.name] ?? (valuesOf(p, [...path_, p.name]) ?? [])[0]]));
    yield* optionsOf(inner, path_, changed(given, path_, required));
  }
}

/** What the options of a struct do, by option: in how many settings it has an effect, is refused, or is silent. */
function sweep(struct, [required, settings]) {
  const findings = [];
  const references = new Map();
  const reference = (name, use, given) => {
    const key = `${name} ${JSON.stringify(Object.keys(given))} ${JSON.stringify(given, (k, v) => typeof v === 'object' && v?.constructor?.name !== 'Object' && !Array.isArray(v) ? v?.constructor?.name : v)}`;
    if (!references.has(key)) references.set(key, outcome(use, merged(required, given)));
    return references.get(key);
  };
  for (const { option, at, given: inner } of optionsOf(typeOf(`${assembly.name}.${struct}`))) {
    const values = valuesOf(option, at);
    const given = NEEDS.filter(([pattern]) => pattern.test(`${struct} ${at.join('.')}`)).reduce((all, [, needed]) => merged(all, needed), inner);
    const results = Object.entries(settings).map(([name, use]) => {
      if (!values) return { name, result: 'no value' };
      const before = reference(name, use, given);
      if (before.error !== undefined && Object.keys(given).length > 0 && at.length > 1) return { name, result: 'refused', error: before.error };
      const after = values.map(value => outcome(use, changed(merged(required, given), at, value)));
      if (after.some(({ made }) => made !== undefined && made !== before.made)) return { name, result: 'effect' };
      const errors = after.filter(({ error }) => error !== undefined);
      // A value that is the default changes nothing, and the other is refused; text that no value can be is refused everywhere.
      return errors.length > 0 ? { name, result: 'refused', error: errors[0].error } : { name, result: 'silent' };
    });
    findings.push({ option: `${struct} ${at.join('.')}`, declared: `${option.of}.${option.name}`, ofCluster: option.of === 'DatadogClusterOptions' || at[0] === 'features' || at[0] === 'clusterAgentTls', results });
  }
  return findings;
}

function merged(one, other) {
  const isPlain = value => typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return Object.fromEntries([...new Set([...Object.keys(one), ...Object.keys(other)])].map(key => [
    key, isPlain(one[key]) && isPlain(other[key]) ? merged(one[key], other[key]) : Object.hasOwn(other, key) ? other[key] : one[key],
  ]));
}

/**
 * An option has an effect somewhere: in one of the structs that have it, in one setting. And where it is given it is never silent, but for options
 * of the cluster on one part of it alone: they say what the cluster is, and the part that they are for does something with them.
 */
function faultsIn(findings) {
  const isLegal = option => LEGAL.some(([pattern]) => pattern.test(option));
  const effective = new Set(findings.filter(({ results }) => results.some(({ result }) => result === 'effect')).map(({ declared }) => declared));
  const idle = new Map(findings.filter(({ declared, option }) => !effective.has(declared) && !isLegal(option)).map(finding => [finding.declared, finding]));
  return [
    ...[...idle.values()].map(({ option, declared, results }) => {
      const why = results.find(({ error }) => error)?.error ?? results[0].result;
      return `${declared} (${option}) has no effect in any setting: ${why.replace(/\s+/g, ' ').slice(0, 300)}`;
    }),
    ...findings.filter(({ option, declared }) => effective.has(declared) && !isLegal(option)).flatMap(({ option, ofCluster, results }) => {
      const silent = results.filter(({ name, result }) => result === 'silent' && !(ofCluster && PARTS.includes(name)) && !isLegal(`${option} in ${name}`)).map(({ name }) => name);
      return silent.length > 0 ? [`${option} is silent in: ${silent.join('; ')}`] : [];
    }),
  ];
}

/** An option that is wired to nothing must be found, and one that the library refuses as idle must not. */
function requireFindsMutant() {
  const type = typeOf(`${assembly.name}.ThrottleLogFilterOptions`);
  type.properties.push({ name: 'wiredToNothing', optional: true, type: { primitive: 'string' } });
  const [required, settings] = SETTINGS.ThrottleLogFilterOptions;
  const deaf = Object.fromEntries(Object.entries(settings).map(([name, use]) => [name, ({ wiredToNothing, ...options }) => use(options)]));
  const found = faultsIn(sweep('ThrottleLogFilterOptions', [required, deaf]));
  type.properties.pop();
  if (found.length !== 1 || !/wiredToNothing.* has no effect/.test(found[0])) throw new Error(`a made-up option that does nothing is not found: ${found}`);
}

/** Findings of each struct, in two processes, because one takes a minute. Those with the most options come first. */
async function inTwoProcesses(structs) {
  const waiting = [...structs];
  const worker = async () => {
    const found = [];
    for (let struct = waiting.shift(); struct !== undefined; struct = waiting.shift()) {
      const { stdout } = await promisify(execFile)(process.execPath, [__filename, '--json', struct], { maxBuffer: 2 ** 28 });
      found.push(...JSON.parse(stdout));
    }
    return found;
  };
  return (await Promise.all([worker(), worker()])).flat();
}

async function main() {
  const only = process.argv.slice(2);
  if (only[0] === '--json') {
    process.stdout.write(JSON.stringify(sweep(only[1], SETTINGS[only[1]])));
    return;
  }
  requireFindsMutant();
  const start = Date.now();
  const all = Object.keys(SETTINGS).filter(struct => only.length === 0 || only.includes(struct));
  const big = struct => /^Datadog\w*ChartProps$/.test(struct) ? 0 : 1;
  const findings = await inTwoProcesses(all.sort((a, b) => big(a) - big(b)));
  const faults = faultsIn(findings);
  faults.forEach(fault => console.error(fault));
  const unused = only.length > 0 ? [] : LEGAL.filter(([pattern]) => !findings.some(({ option, results }) => pattern.test(option) || results.some(({ name }) => pattern.test(`${option} in ${name}`))));
  unused.forEach(([pattern]) => console.error(`the exception ${pattern} is for no option`));
  const reached = new Set(Object.keys(SETTINGS));
  const structs = Object.values(assembly.types).filter(type => type.datatype).map(type => type.name);
  console.log(`${findings.length} options of ${reached.size} structs, ${structs.length - reached.size} more inside them, in ${Date.now() - start} ms; ${LEGAL.length} exceptions, ${faults.length} faults`);
  process.exitCode = faults.length + unused.length > 0 ? 1 : 0;
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
