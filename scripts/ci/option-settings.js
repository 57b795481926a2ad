// Where each struct of options is used: settings in which an option can have an effect. A setting takes the options of its struct and returns
// everything that the library makes of them: manifests, values, summaries, commands and warnings.
const fs = require('node:fs');
const { App, ApiObject, Chart } = require('cdk8s');
const d = require('cdk8s-datadog');

const CA = fs.readFileSync(require('node:path').join(__dirname, '..', '..', 'examples', 'eks-fargate-full', 'ca.crt'), 'utf8');
const PROFILES = [{ name: 'shop', selectors: [{ namespace: 'shop' }] }];
const { Platform: P } = d;

/** Platforms by what differs between them: nodes, Fargate, sockets, the control plane. */
const PLATFORMS = {
  fargate: () => P.eksFargate({ serviceCidr: '10.100.0.0/16' }),
  mixed: () => P.eks({ fargateProfiles: PROFILES, serviceCidr: '10.100.0.0/16' }),
  nodes: () => P.eks({ serviceCidr: '10.100.0.0/16' }),
  kubeadm: () => P.kubeadm({ serviceCidr: '10.100.0.0/16' }),
  openShift4: () => P.openShift4(),
  rke: () => P.rke(),
};
const existing = more => d.DatadogCredentials.existingSecret(more);
const CLUSTER = { clusterName: 'prod-tokyo', get credentials() { return existing(); } };
const on = platform => ({ ...CLUSTER, credentials: existing(), platform: PLATFORMS[platform]() });

const workload = (name, namespace) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace },
  spec: {
    selector: { matchLabels: { app: name } },
    template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'app', image: 'shop/web:1', resources: { requests: { cpu: '1', memory: '1Gi' } } }] } },
  },
});

/** Runs a program of the library, and returns what it printed and made. */
function made(program) {
  const app = new App();
  const { write } = process.stderr;
  let warned = '';
  process.stderr.write = text => {
    warned += text;
    return true;
  };
  try {
    const more = program(app);
    const manifests = app.synthYaml();
    return `${manifests}\n${JSON.stringify(more?.() ?? '')}\n${warned}`;
  } finally {
    process.stderr.write = write;
  }
}

/** Two workloads, in a namespace on Fargate where some pods run there, and in one on nodes. */
function shops(app) {
  return ['shop', 'other'].map(namespace => {
    const chart = new Chart(app, namespace, { namespace });
    new ApiObject(chart, 'web', workload('web', namespace));
    return chart;
  });
}

/** What a chart says beside its manifests. */
function wordsOf(chart) {
  const log = chart.fargateLogging;
  return [
    chart.summary(), chart.runbook(), chart.values?.(), chart.controlPlaneChecks?.commands, chart.tokenReplicator.commands,
    log && Object.values(publicOf(log)),
  ];
}

/** Texts and lists that an object has as properties, and that its methods without parameters return. */
function publicOf(object) {
  const names = [...Object.keys(object), ...Object.getOwnPropertyNames(Object.getPrototypeOf(object))].filter(name => !/^(_|constructor$|node$|apiObjects$|labels$)/.test(name));
  return Object.fromEntries(names.flatMap(name => {
    const value = typeof object[name] === 'function' ? called(object, name) : object[name];
    return typeof value === 'string' || Array.isArray(value) ? [[name, value]] : [];
  }));
}

/** What a method returns, unless it takes a parameter. */
function called(object, name) {
  try {
    return object[name]();
  } catch {
    return undefined;
  }
}

const chartOf = (Class, platform) => options => made(app => {
  const datadog = new Class(app, 'datadog', { ...on(platform), ...options });
  datadog.instrument(...shops(app));
  return () => wordsOf(datadog);
});

const inChart = (platform, use, props = {}) => options => made(app => {
  const datadog = new d.DatadogChart(app, 'datadog', { ...on(platform), ...props });
  const charts = shops(app);
  const more = use(datadog, options, charts, app);
  return () => [...wordsOf(datadog), more?.()];
});

const PORTS = { features: { apm: { portEnabled: true }, dogstatsd: { portEnabled: true } } };

const alone = (platform, use) => options => made(app => {
  const chart = new Chart(app, 'datadog', { namespace: 'datadog' });
  return use(chart, { ...on(platform), ...options }, app);
});

/** Pods are chosen by profiles, or by namespaces and labels. */
const byProfiles = options => options.fargateProfiles || options.platformProfiles ? { ...options, namespaces: undefined, podLabels: undefined } : options;

const platformOf = make => options => made(app => {
  const datadog = new d.DatadogChart(app, 'datadog', { ...CLUSTER, platform: make(options), controlPlane: {}, ...options.serviceCidr && { clusterAgent: { fixedAddress: {} } } });
  datadog.instrument(...shops(app));
  return () => wordsOf(datadog);
});

const credentialsOf = make => options => made(app => {
  const datadog = new d.DatadogChart(app, 'datadog', { ...on('fargate'), credentials: make(options), features: { externalMetrics: {} }, secretNamespaces: ['extra'] });
  datadog.instrument(...shops(app));
  return () => wordsOf(datadog);
});

/** Copies of a Secret that exists. */
const copiedBy = make => options => made(app => {
  const datadog = new d.DatadogChart(app, 'datadog', { ...on('fargate'), credentials: make(options), secretNamespaces: ['extra'] });
  datadog.instrument(...shops(app));
  return () => wordsOf(datadog);
});

const OUTPUT = () => d.FargateLogOutput.cloudWatchLogs({ region: 'us-east-1', logGroupName: '/a' });
const routerWith = make => options => made(app => {
  const log = new d.FargateLogging(new Chart(app, 'logging'), 'logging', { platform: PLATFORMS.fargate(), clusterName: 'prod-tokyo', outputs: [OUTPUT()], ...make(options) });
  return () => publicOf(log);
});
const outputOf = make => routerWith(options => ({ outputs: [make(options)] }));
const filterOf = make => routerWith(options => ({ filters: [make(options)] }));

const REMOTE = { key: 'datadog/keys' };
const stored = more => ({ store: d.ExternalSecretStore.aws({ region: 'us-east-1' }), apiKey: REMOTE, token: { key: 'datadog/token' }, ...more });
const storeOf = make => options => credentialsOf(store => d.DatadogCredentials.externalSecrets(stored({ appKey: { key: 'datadog/app' }, store: make(store) })))(options);
const etcdOf = make => options => made(app => {
  const datadog = new d.DatadogChart(app, 'datadog', { ...on('openShift4'), controlPlane: { etcdCertificate: make(options) } });
  return () => wordsOf(datadog);
});
const addOnOf = make => options => made(app => {
  new d.DatadogChart(app, 'datadog', on('fargate'));
  const addOn = make(options);
  return () => publicOf(addOn);
});
const annotated = use => options => made(app => {
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const target = new ApiObject(chart, 'web', workload('web', 'shop'));
  const service = new ApiObject(chart, 'service', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { selector: { app: 'web' }, ports: [{ port: 80 }] } });
  use(target, service, options);
});
const controlPlane = component => P.custom({
  name: 'metal',
  kubernetesVersion: '1.33',
  controlPlane: {
    apiServer: component,
    etcd: d.ControlPlaneComponent.unavailable('it is hidden', 'ask'),
    scheduler: d.ControlPlaneComponent.unavailable('it is hidden', 'ask'),
    controllerManager: d.ControlPlaneComponent.unavailable('it is hidden', 'ask'),
  },
});
const scraped = make => platformOf(options => controlPlane(make(options)));
const argoCd = props => options => made(app => {
  const { clusters, ...more } = props(options);
  const path = clusters ? `clusters/${clusters.clusterName}` : 'a';
  new d.DatadogArgoCd(new Chart(app, 'argo-cd'), 'datadog', { sources: [d.ArgoCdSource.git({ repoUrl: 'https://git.example.com/x', path })], clusters, ...more });
});
const helmChart = app => new d.DatadogHelmChart(app, 'datadog', on('kubeadm'));
const overridden = { region: 'us-east-1' };

/** By struct: the options that it cannot do without, and the settings. */
const SETTINGS = {
  DatadogChartProps: [{}, Object.fromEntries(Object.keys(PLATFORMS).map(platform => [platform, chartOf(d.DatadogChart, platform)]))],
  DatadogOperatorChartProps: [{}, { 'nodes, Operator': chartOf(d.DatadogOperatorChart, 'nodes') }],
  DatadogHelmChartProps: [{}, { 'nodes, Helm': chartOf(d.DatadogHelmChart, 'nodes') }],
  InstrumentOptions: [{}, {
    mixed: inChart('mixed', (datadog, options, _, app) => datadog.instrumentTarget(app, options), PORTS),
    fargate: inChart('fargate', (datadog, options, _, app) => datadog.instrumentTarget(app, options)),
    nodes: inChart('nodes', (datadog, options, _, app) => datadog.instrumentTarget(app, options), PORTS),
  }],
  SidecarInjectionOptions: [{ via: d.InjectionMethod.kyverno(), podLabels: { 'k8s-app': 'kube-dns' }, namespaces: ['kube-system'] }, {
    fargate: inChart('fargate', (datadog, options) => void datadog.injectAtAdmission(byProfiles(options))),
    mixed: inChart('mixed', (datadog, options) => void datadog.injectAtAdmission(byProfiles(options))),
  }],
  ClusterAgentStandaloneProps: [{}, { alone: alone('fargate', (chart, options) => void new d.ClusterAgentStandalone(chart, 'dca', options)), 'nodes alone': alone('nodes', (chart, options) => void new d.ClusterAgentStandalone(chart, 'dca', { ...options, clusterCheckRunners: options.clusterCheckRunners ?? {} })) }],
  NodeAgentProps: [{}, { 'nodes alone': alone('nodes', (chart, options) => void new d.NodeAgent(chart, 'node', options)) }],
  DatadogFargateSidecarProps: [{}, { alone: alone('fargate', (chart, options, app) => void new d.DatadogFargateSidecar(chart, 'sidecar', options).inject(shops(app)[0])) }],
  TokenReplicatorProps: [{}, { alone: options => made(app => {
    const tokens = new d.TokenReplicator(new Chart(app, 'datadog'), 'tokens', { credentials: existing(), ...options });
    return () => publicOf(tokens);
  }) }],
  ControlPlaneChecksProps: [{}, { 'kubeadm alone': options => made(app => {
    const chart = new Chart(app, 'datadog', { namespace: 'datadog' });
    const clusterAgent = new d.ClusterAgentStandalone(chart, 'dca', { ...on('kubeadm'), clusterCheckRunners: {} });
    const nodeAgent = new d.NodeAgent(chart, 'node', { ...on('kubeadm'), clusterAgent, clusterCheckRunners: {} });
    const checks = new d.ControlPlaneChecks(chart, 'checks', { clusterAgent, nodeAgent, ...options });
    return () => publicOf(checks);
  }) }],
  DatadogNetworkPolicyProps: [{}, { alone: alone('nodes', (chart, options) => void new d.DatadogNetworkPolicy(chart, 'policy', options)) }],
  DatadogIstioProps: [{}, { alone: alone('nodes', (chart, options) => void new d.DatadogIstio(chart, 'istio', options)) }],
  SidecarInjectionProps: [{ via: d.InjectionMethod.kyverno(), podLabels: { 'k8s-app': 'kube-dns' }, namespaces: ['kube-system'] }, {
    alone: alone('fargate', (chart, options) => {
      const injection = new d.SidecarInjection(chart, 'injection', byProfiles(options));
      return () => publicOf(injection);
    }),
    'mixed alone': alone('mixed', (chart, options) => void new d.SidecarInjection(chart, 'injection', byProfiles(options))),
  }],
  FargateLoggingProps: [{ outputs: [OUTPUT()] }, { alone: routerWith(options => options) }],

  EksOptions: [{}, { nodes: platformOf(P.eks) }],
  EksFargateOptions: [{}, { fargate: platformOf(P.eksFargate) }],
  PlatformOptions: [{}, { kubeadm: platformOf(P.kubeadm) }],
  K3sOptions: [{}, { k3s: platformOf(P.k3s) }],
  RkeOptions: [{}, { rke: platformOf(P.rke) }],
  OpenShift4Options: [{}, { openShift4: platformOf(P.openShift4) }],
  CustomPlatformOptions: [{ name: 'metal', kubernetesVersion: '1.33', controlPlane: { apiServer: d.ControlPlaneComponent.unavailable('a', 'b'), etcd: d.ControlPlaneComponent.unavailable('a', 'b'), scheduler: d.ControlPlaneComponent.unavailable('a', 'b'), controllerManager: d.ControlPlaneComponent.containers(['controller'], { url: 'https://%%host%%:9/metrics' }) } }, { metal: platformOf(P.custom) }],
  ControlPlaneScrape: [{ url: 'https://%%host%%:2379/metrics' }, { containers: scraped(scrape => d.ControlPlaneComponent.containers(['kube-apiserver'], scrape)) }],
  EndpointsScrape: [{ url: 'https://%%host%%:443/metrics' }, { endpoints: scraped(scrape => d.ControlPlaneComponent.endpoints('default', 'kubernetes', scrape)) }],

  ExistingSecretOptions: [{}, {
    'no external metrics': options => made(app => {
      const datadog = new d.DatadogChart(app, 'datadog', { ...on('fargate'), credentials: d.DatadogCredentials.existingSecret(options) });
      return () => wordsOf(datadog);
    }),
    chart: credentialsOf(d.DatadogCredentials.existingSecret) }],
  ExternalSecretsOptions: [stored({ appKey: { key: 'datadog/app' } }), { chart: credentialsOf(d.DatadogCredentials.externalSecrets) }],
  ClusterExternalSecretOptions: [stored({ appKey: { key: 'datadog/app' }, store: d.ExternalSecretStore.fromClusterSecretStore('aws') }), { chart: credentialsOf(d.DatadogCredentials.clusterExternalSecret) }],
  KyvernoCloneOptions: [{}, { chart: copiedBy(d.DatadogCredentials.kyvernoClone) }],
  ReflectorOptions: [{}, { chart: copiedBy(d.DatadogCredentials.reflector) }],
  UnsafeLiteralOptions: [{ apiKey: 'a1'.repeat(16), token: 'b2'.repeat(16), appKey: 'c3'.repeat(20) }, { chart: credentialsOf(d.DatadogCredentials.unsafeLiteral) }],
  AwsStoreOptions: [overridden, { store: storeOf(d.ExternalSecretStore.aws) }],
  StoreOptions: [{}, { store: storeOf(options => d.ExternalSecretStore.fromProvider({ fake: { data: [] } }, options)) }],

  CloudWatchLogsOptions: [{ region: 'us-east-1', logGroupName: '/a' }, { output: outputOf(d.FargateLogOutput.cloudWatchLogs) }],
  FirehoseOptions: [{ region: 'us-east-1', deliveryStream: 'a' }, { output: outputOf(d.FargateLogOutput.firehose) }],
  KinesisStreamsOptions: [{ region: 'us-east-1', stream: 'a' }, { output: outputOf(d.FargateLogOutput.kinesisStreams) }],
  OpenSearchOptions: [{ region: 'us-east-1', host: 'search-a.us-east-1.es.amazonaws.com', index: 'a' }, { output: outputOf(d.FargateLogOutput.openSearch) }],
  CustomLogOutputOptions: [{ parameters: { Host: 'es.example.com' } }, { output: outputOf(options => d.FargateLogOutput.custom('es', options)) }],
  FargateLogFilterOptions: [{}, { filter: filterOf(options => d.FargateLogFilter.custom('grep', { Regex: 'log a' }, options)) }],
  GrepLogFilterOptions: [{ keep: { field: 'log', pattern: 'a' } }, { filter: filterOf(d.FargateLogFilter.grep) }],
  KubernetesLogFilterOptions: [{}, { filter: filterOf(d.FargateLogFilter.kubernetes) }],
  LiftLogFilterOptions: [{ under: 'a' }, { filter: filterOf(d.FargateLogFilter.lift) }],
  ModifyLogFilterOptions: [{ add: { a: 'b' } }, { filter: filterOf(d.FargateLogFilter.modify) }],
  NestLogFilterOptions: [{ wildcards: ['a*'], under: 'b' }, { filter: filterOf(d.FargateLogFilter.nest) }],
  ParserLogFilterOptions: [{ parsers: ['p'] }, { filter: routerWith(options => ({ filters: [d.FargateLogFilter.parser(options)], parsers: [d.FargateLogParser.json('p'), d.FargateLogParser.json('other')] })) }],
  RecordModifierLogFilterOptions: [{ add: { a: 'b' } }, { filter: filterOf(d.FargateLogFilter.recordModifier) }],
  RewriteTagLogFilterOptions: [{ rules: [{ field: 'log', pattern: 'a', tag: 'new' }] }, { filter: filterOf(d.FargateLogFilter.rewriteTag) }],
  ThrottleLogFilterOptions: [{ rate: 10 }, { filter: filterOf(d.FargateLogFilter.throttle) }],
  FargateLogParserOptions: [{}, { parser: routerWith(options => ({ filters: [d.FargateLogFilter.parser({ parsers: ['p'] })], parsers: [d.FargateLogParser.json('p', options)] })) }],

  EtcdByHandOptions: [{}, { etcd: etcdOf(d.EtcdCertificate.byHand) }],
  EtcdJobOptions: [{}, { etcd: etcdOf(d.EtcdCertificate.job) }],
  EtcdExternalSecretsOptions: [{}, { etcd: etcdOf(d.EtcdCertificate.externalSecrets) }],
  EtcdKyvernoCloneOptions: [{}, { etcd: etcdOf(d.EtcdCertificate.kyvernoClone) }],
  KyvernoMethodOptions: [{}, { injection: inChart('fargate', (datadog, options) => void datadog.injectAtAdmission({ via: d.InjectionMethod.kyverno(options), podLabels: { a: 'b' }, namespaces: ['kube-system'], serviceAccounts: [{ namespace: 'kube-system', name: 'coredns' }] })) }],
  MutatingAdmissionPolicyMethodOptions: [{}, { injection: options => made(app => {
    const datadog = new d.DatadogChart(app, 'datadog', { ...on('fargate'), platform: P.eksFargate({ kubernetesVersion: '1.35' }) });
    datadog.injectAtAdmission({ via: d.InjectionMethod.mutatingAdmissionPolicy(options), podLabels: { a: 'b' }, namespaces: ['kube-system'], serviceAccounts: [{ namespace: 'kube-system', name: 'coredns' }] });
  }) }],
  EksAddOnOptions: [{ clusterName: 'prod' }, { addOn: addOnOf(d.EksAddOn.metricsServer) }],
  CoreDnsAddOnOptions: [{ clusterName: 'prod' }, { addOn: addOnOf(d.EksAddOn.coreDns) }],
  CustomEksAddOnOptions: [{ clusterName: 'prod', addOnName: 'a', podLabels: { a: 'b' }, podLabelsKey: 'podLabels' }, { addOn: addOnOf(d.EksAddOn.custom) }],

  ContainerAutodiscovery: [{ checks: [{ name: 'redisdb', instances: [{ host: '%%host%%' }] }] }, { annotations: annotated((target, _, options) => void d.Autodiscovery.ofContainer(target, 'app', options)) }],
  ServiceAutodiscovery: [{ checks: [{ name: 'http_check', instances: [{ url: 'http://%%host%%' }] }] }, { annotations: annotated((_, service, options) => void d.Autodiscovery.ofService(service, options)) }],
  EndpointsAutodiscovery: [{ checks: [{ name: 'http_check', instances: [{ url: 'http://%%host%%' }] }] }, { annotations: annotated((_, service, options) => void d.Autodiscovery.ofEndpoints(service, options)) }],
  ClusterAgentAttributes: [{ serviceName: 'dca', namespace: 'datadog' }, { sidecar: options => made(app => {
    const chart = new Chart(app, 'datadog', { namespace: 'datadog' });
    const clusterAgent = d.ClusterAgentStandalone.fromAttributes(chart, 'dca', options.url === undefined ? options : { ...options, serviceName: undefined, namespace: undefined });
    new d.DatadogFargateSidecar(chart, 'sidecar', { ...on('fargate'), clusterAgent }).inject(shops(app)[0]);
    return () => publicOf(clusterAgent);
  }) }],
  ClusterCheck: [{ name: 'http_check', instances: [{ url: 'http://a' }] }, { chart: inChart('nodes', (datadog, options) => datadog.clusterAgent.addClusterCheck(options), { features: { events: { enabled: false } } }) }],
  KubeEndpointsOptions: [{}, { chart: inChart('nodes', (datadog, options) => datadog.clusterAgent.addClusterCheck({ name: 'http_check', instances: [{ url: 'http://a' }], advancedAdIdentifiers: [d.AdvancedAdIdentifier.kubeEndpoints('shop', 'web', options)] })) }],

  DatadogArgoCdProps: [{}, { argoCd: argoCd(options => options) }],
  ArgoCdGitOptions: [{ repoUrl: 'https://git.example.com/x', path: 'a' }, { argoCd: argoCd(options => ({ sources: [d.ArgoCdSource.git(options)] })) }],
  ArgoCdHelmOptions: [{ repoUrl: 'https://helm.example.com', chart: 'a', version: '1.0.0' }, { argoCd: argoCd(options => ({ sources: [d.ArgoCdSource.helm(options)] })) }],
  ArgoCdHelmChartOptions: [{}, { argoCd: options => made(app => void new d.DatadogArgoCd(new Chart(app, 'argo-cd'), 'a', { sources: [d.ArgoCdSource.helmChart(helmChart(app), options)] })) }],
  ArgoCdGitDirectories: [{ repoUrl: 'https://git.example.com/x', path: 'clusters/*' }, { argoCd: argoCd(options => ({ clusters: d.ArgoCdClusters.gitDirectories(options) })) }],
  ArgoCdGitFiles: [{ repoUrl: 'https://git.example.com/x', path: 'clusters/*.json' }, { argoCd: argoCd(options => ({ clusters: d.ArgoCdClusters.gitFiles(options) })) }],
  ArgoCdListedCluster: [{ name: 'tokyo', server: 'https://tokyo.example.com' }, { argoCd: argoCd(options => ({ clusters: d.ArgoCdClusters.list([options.argoCdName === undefined ? options : { ...options, server: undefined }]) })) }],
  ArgoCdRegisteredClusters: [{}, { argoCd: argoCd(options => ({ clusters: d.ArgoCdClusters.registered(options) })) }],
};

module.exports = { SETTINGS, CA, PLATFORMS, existing, OUTPUT };
