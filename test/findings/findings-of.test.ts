import { App, Chart } from 'cdk8s';
import {
  ClusterAgentStandalone, DatadogChart, DatadogChartProps, DatadogIstio, DatadogNetworkPolicy, FargateLogging, FargateLogOutput, Findings,
  FindingSeverity, InjectionMethod, NodeAgent, Platform, SidecarInjection,
} from '../../src';
import { CLUSTER, deployment, podSpec, program, synthesisError, synthesisErrors } from '../datadog-chart/program';
import { violationOf } from '../requirements/violations';

const HOST_NETWORK = podSpec({ hostNetwork: true });
const REQUESTS = 'fargate/requests-are-set';
const ON_NODES = { ...CLUSTER, platform: Platform.eks() };
const LOGGING = { platform: CLUSTER.platform, clusterName: CLUSTER.clusterName, outputs: [FargateLogOutput.cloudWatchLogs({ region: 'ap-northeast-1', logGroupName: '/eks/prod' })] };
const INJECTION = { via: InjectionMethod.kyverno(), namespaces: ['shop'] };

let printed: string[];
beforeEach(() => {
  printed = [];
  jest.spyOn(process.stderr, 'write').mockImplementation(text => printed.push(String(text)) > 0);
});
afterEach(() => jest.restoreAllMocks());

/** Ten workloads that break one rule each in the same way, and one error. */
function broken() {
  const made = program();
  for (let at = 0; at < 10; at++) deployment(made.shop, `web-${at}`);
  return { ...made, onHost: deployment(new Chart(made.app, 'ops', { namespace: 'ops' }), 'collector', HOST_NETWORK) };
}

test('findings are data, also after a synthesis that failed', () => {
  const { app, shop, onHost } = broken();
  expect(violationOf(() => Findings.of(app))).toMatchObject({ rule: 'findings/after-a-synthesis' });
  synthesisError(app);
  const errors = Findings.of(app).filter(({ severity }) => severity === FindingSeverity.ERROR);
  expect(errors).toEqual([{
    rule: 'fargate/no-host-network',
    severity: 'error',
    path: 'ops/collector',
    object: 'Deployment ops/collector',
    reason: expect.stringContaining("'hostNetwork' is true"),
    remedy: expect.stringMatching(/^Remove it/),
    link: expect.stringMatching(/^https:/),
  }]);
  expect(Findings.of(onHost).filter(({ severity }) => severity === 'error')).toEqual(errors);
  expect(Findings.of(shop).filter(({ rule }) => rule === REQUESTS).map(({ path }) => path)).toEqual(Array.from({ length: 10 }, (_, at) => `shop/web-${at}`));
});

test('an acknowledged finding has the reason, and an idle acknowledgement is a finding', () => {
  const { app, shop, onHost } = broken();
  Findings.acknowledge(onHost, 'fargate/no-host-network', 'it moves in March');
  Findings.acknowledge(shop, 'fargate/no-host-path', 'it moves in May');
  app.synthYaml();
  expect(Findings.of(app).filter(({ acknowledgedBecause }) => acknowledgedBecause)).toEqual([expect.objectContaining({
    path: 'ops/collector', rule: 'fargate/no-host-network', acknowledgedBecause: 'it moves in March',
  })]);
  expect(Findings.of(app).filter(({ object }) => object === undefined)).toEqual([expect.objectContaining({
    path: 'shop', rule: 'findings/acknowledgement-is-needed', severity: 'warning', reason: expect.stringContaining("'fargate/no-host-path'"),
  })]);
});

test('ten workloads that break one rule are one paragraph, in the warnings and in the summary', () => {
  const { app, datadog, onHost } = broken();
  Findings.acknowledge(onHost, 'fargate/no-host-network', 'it moves in March');
  app.synthYaml();
  const warnings = printed.filter(text => text.includes(REQUESTS));
  expect(warnings).toHaveLength(1);
  const [first, ...lines] = warnings[0].trimEnd().split('\n');
  expect(first).toMatch(/^warning: \[shop\/web-0\] fargate\/requests-are-set: Deployment shop\/web-0 and 10 more: .*\. See https:\S+$/);
  expect(lines).toEqual([...Array.from({ length: 9 }, (_, at) => `  [shop/web-${at + 1}] Deployment shop/web-${at + 1}`), '  [ops/collector] Deployment ops/collector']);
  expect(datadog.summary().split(REQUESTS)).toHaveLength(2);
  expect(datadog.summary()).toContain('\n      [shop/web-9] Deployment shop/web-9\n');
});

test('three workloads that break one rule are one error that names each', () => {
  const { app, shop } = program();
  ['web', 'api', 'db'].forEach(name => deployment(shop, name, HOST_NETWORK));
  deployment(shop, 'process', podSpec({ hostPID: true }));
  expect(synthesisError(app).split('\n').slice(1)).toEqual([
    expect.stringMatching(/^ {2}\[shop\/web\] fargate\/no-host-network: Deployment shop\/web and 2 more: /),
    '      [shop/api] Deployment shop/api',
    '      [shop/db] Deployment shop/db',
    expect.stringMatching(/^ {2}\[shop\/process\] fargate\/no-host-pid: Deployment shop\/process: /),
  ]);
});

describe('warnings that fail', () => {
  test('stop the synthesis at the construct and below it, and are not printed beside', () => {
    const { app, datadog, shop } = program();
    const store = new Chart(app, 'store', { namespace: 'store' });
    [shop, store].forEach(chart => deployment(chart, 'web'));
    datadog.instrument(shop, store);
    Findings.failOnWarnings(store);
    Findings.failOnWarnings(store);
    expect(synthesisErrors(app)).toEqual([expect.stringMatching(/^\[store\/web\] fargate\/requests-are-set: /)]);
    expect(printed.join('')).toMatch(/^warning: \[shop\/web\] fargate\/requests-are-set: Deployment shop\/web: /);
    expect(Findings.of(store).filter(({ rule }) => rule === REQUESTS).map(({ severity }) => severity)).toEqual(['warning']);
  });

  test('let acknowledged ones pass, and stop for idle acknowledgements', () => {
    const { app, datadog, shop } = program();
    datadog.instrument(deployment(shop, 'web'));
    Findings.failOnWarnings(app);
    Findings.acknowledge(shop, REQUESTS, 'a trial');
    expect(() => app.synthYaml()).not.toThrow();
    Findings.acknowledge(shop, 'fargate/no-host-path', 'a trial');
    expect(synthesisErrors(app)).toEqual([expect.stringMatching(/^\[shop\] findings\/acknowledgement-is-needed: /)]);
  });

  test.each([['true', true], ['1', true], ['false', false], ['0', false], ['', false]])('by the environment: %j', (value, stops) => {
    const { app, datadog, shop } = program();
    datadog.instrument(deployment(shop, 'web'));
    process.env.CDK8S_DATADOG_FAIL_ON_WARNINGS = value;
    try {
      if (stops) expect(synthesisErrors(app)).toEqual([expect.stringContaining(REQUESTS)]); else expect(() => app.synthYaml()).not.toThrow();
    } finally {
      delete process.env.CDK8S_DATADOG_FAIL_ON_WARNINGS;
    }
  });

  test('refuse a value of the environment that is neither true nor false', () => {
    process.env.CDK8S_DATADOG_FAIL_ON_WARNINGS = 'yes please';
    try {
      expect(violationOf(() => program().app.synthYaml())).toMatchObject({ rule: 'findings/fail-on-warnings', reason: expect.not.stringContaining('please') });
    } finally {
      delete process.env.CDK8S_DATADOG_FAIL_ON_WARNINGS;
    }
  });
});

describe('one cause is one error', () => {
  test('two charts for one cluster', () => {
    const app = new App();
    new DatadogChart(app, 'one', CLUSTER);
    const violation = violationOf(() => new DatadogChart(app, 'two', CLUSTER));
    expect(violation).toMatchObject({
      rule: 'cluster/described-once',
      reason: expect.stringMatching(/^'one' makes everything of Datadog of the cluster 'prod-tokyo' already, /),
      remedy: expect.stringContaining('clusterName'),
    });
  });

  test('a chart and a Cluster Agent beside it for one cluster', () => {
    const app = new App();
    new DatadogChart(app, 'one', CLUSTER);
    expect(violationOf(() => new ClusterAgentStandalone(new Chart(app, 'two'), 'agent', CLUSTER)).reason).toContain("'one/ClusterAgent' makes the Cluster Agent");
  });

  test.each<[string, string, (scope: Chart, id: string) => unknown]>([
    ["the configuration of AWS's log router", 'two FargateLogging', (scope, id) => new FargateLogging(scope, id, LOGGING)],
    ['the way out of the mesh', 'two DatadogIstio', (scope, id) => new DatadogIstio(scope, id, CLUSTER)],
    ['the Cluster Agent', 'two ClusterAgentStandalone', (scope, id) => new ClusterAgentStandalone(scope, id, CLUSTER)],
    ['the node Agents', 'two NodeAgent', (scope, id) => new NodeAgent(scope, id, ON_NODES)],
    ['the network policies', 'two DatadogNetworkPolicy', (scope, id) => new DatadogNetworkPolicy(scope, id, CLUSTER)],
    ["the injection 'datadog-sidecar'", 'two SidecarInjection of the name by default', (scope, id) => new SidecarInjection(scope, id, { ...CLUSTER, ...INJECTION })],
    ["the injection 'shop'", 'two SidecarInjection of one name', (scope, id) => new SidecarInjection(scope, id, { ...CLUSTER, ...INJECTION, name: 'shop' })],
  ])('%s: %s of one cluster are refused at the second', (title, _, make) => {
    const app = new App();
    make(new Chart(app, 'one', { namespace: 'datadog' }), 'part');
    expect(violationOf(() => make(new Chart(app, 'two', { namespace: 'datadog' }), 'part'))).toMatchObject({
      rule: 'cluster/described-once',
      reason: expect.stringContaining(`'one/part' makes ${title} of the cluster 'prod-tokyo' already, `),
      remedy: expect.stringMatching(/^Use 'one\/part' and remove this one; /),
    });
    expect(() => make(new Chart(app, 'three', { namespace: 'datadog' }), 'part')).toThrow(/^\[three\/part\] cluster\/described-once: .*\n {2}Use .*\n {2}See \S+$/);
  });

  test.each<[string, string, Partial<DatadogChartProps>, (scope: Chart, id: string) => unknown]>([
    ['FargateLogging', 'datadog/FargateLogging', { fargateLogging: { outputs: LOGGING.outputs } }, (scope, id) => new FargateLogging(scope, id, { ...LOGGING, createNamespace: false })],
    ['DatadogIstio', 'datadog/Istio', { istio: {} }, (scope, id) => new DatadogIstio(scope, id, { ...CLUSTER, egressNamespaces: ['shop'] })],
  ])('a chart that has %s, and one beside it', (_, known, props, make) => {
    const { shop } = program(props);
    expect(violationOf(() => make(shop, 'part'))).toMatchObject({ rule: 'cluster/described-once', reason: expect.stringContaining(`'${known}' makes `) });
  });

  test('a second injectAtAdmission(...) without a name', () => {
    const { datadog } = program();
    datadog.injectAtAdmission(INJECTION);
    expect(violationOf(() => datadog.injectAtAdmission({ ...INJECTION, namespaces: ['bank'] }))).toMatchObject({
      rule: 'cluster/described-once', remedy: expect.stringContaining("give it a 'name' of its own"),
    });
    expect(() => datadog.injectAtAdmission({ ...INJECTION, namespaces: ['bank'], name: 'bank' })).not.toThrow();
  });

  test('parts of two clusters in one app are none', () => {
    const app = new App();
    for (const clusterName of ['tokyo', 'osaka']) {
      const chart = new Chart(app, clusterName, { namespace: 'datadog' });
      new FargateLogging(chart, 'logging', { ...LOGGING, clusterName });
      new DatadogIstio(chart, 'istio', { ...CLUSTER, clusterName });
      new SidecarInjection(chart, 'injection', { ...CLUSTER, clusterName, ...INJECTION });
    }
    expect(() => app.synthYaml()).not.toThrow();
  });

  test('a chart that replaces another one is none', () => {
    const app = new App();
    new DatadogChart(app, 'datadog', CLUSTER);
    app.node.tryRemoveChild('datadog');
    new DatadogChart(app, 'datadog', CLUSTER);
    expect(() => app.synthYaml()).not.toThrow();
  });

  test('an Agent that cannot be added to a pod is not missing beside that', () => {
    const { app, datadog, shop } = program();
    deployment(shop, 'web', podSpec({ volumes: [{ name: 'ddsockets', hostPath: { path: '/x' } }] }));
    datadog.instrument(shop);
    expect(synthesisErrors(app).filter(e => /^\S+ (sidecar|placement)/.test(e))).toEqual([expect.stringContaining('sidecar/volume-name-is-free')]);
  });
});
