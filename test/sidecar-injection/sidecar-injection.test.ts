import { ApiObject, App, Chart } from 'cdk8s';
import { BY_WEBHOOK, CLUSTER, datadogChart, manifestsOf, WEB, WEBHOOK_CLUSTER } from './injections';
import { ClusterAgentStandalone } from '../../src/cluster-agent/cluster-agent-standalone';
import { DatadogCredentials } from '../../src/credentials/datadog-credentials';
import { DatadogChart } from '../../src/datadog-chart/datadog-chart';
import { Platform } from '../../src/platform/platform';
import { InjectionMethod } from '../../src/sidecar-injection/injection-method';
import { SidecarInjection } from '../../src/sidecar-injection/sidecar-injection';

function named(manifests: any[], kind: string, name: string, namespace?: string): any {
  return manifests.find(m => m.kind === kind && m.metadata.name === name && m.metadata.namespace === namespace);
}

function workload(chart: Chart, name: string, pod: object = {}, labels: object = {}): ApiObject {
  const resources = { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '1', memory: '1Gi' } };
  return new ApiObject(chart, name, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: { template: { metadata: { labels: { app: name, ...labels } }, spec: { containers: [{ name, image: `${name}:1`, resources }], ...pod } } },
  });
}

describe('what an injection makes', () => {
  test('a policy with its binding, an account in each namespace, and the permission of it', () => {
    const chart = datadogChart();
    const injection = chart.injectAtAdmission({ ...WEB, namespaces: ['shop', 'pay'] });
    expect(injection.apiObjects.map(o => `${o.kind} ${o.metadata.namespace ?? ''}/${o.name}`)).toEqual([
      'ServiceAccount pay/datadog-agent',
      'ServiceAccount shop/datadog-agent',
      'ClusterRole /datadog-agent-fargate-datadog-sidecar',
      'ClusterRoleBinding /datadog-agent-fargate-datadog-sidecar',
      'MutatingAdmissionPolicy /datadog-sidecar',
      'MutatingAdmissionPolicyBinding /datadog-sidecar',
    ]);
    const manifests = manifestsOf(chart);
    expect(named(manifests, 'ClusterRole', 'datadog-agent-fargate-datadog-sidecar').rules).toEqual([{ apiGroups: [''], resources: ['nodes/proxy'], verbs: ['get'] }]);
    expect(named(manifests, 'ClusterRoleBinding', 'datadog-agent-fargate-datadog-sidecar').subjects).toEqual(
      ['pay', 'shop'].map(namespace => ({ kind: 'ServiceAccount', name: 'datadog-agent', namespace })),
    );
    expect(named(manifests, 'MutatingAdmissionPolicyBinding', 'datadog-sidecar').spec).toEqual({ policyName: 'datadog-sidecar' });
  });

  test('accounts that are named are bound, and none is made beside them', () => {
    const chart = datadogChart();
    chart.injectAtAdmission({ ...WEB, namespaces: ['shop', 'pay'], serviceAccounts: [{ namespace: 'shop', name: 'web' }] });
    const manifests = manifestsOf(chart);
    expect(named(manifests, 'ClusterRoleBinding', 'datadog-agent-fargate-datadog-sidecar').subjects).toEqual([
      { kind: 'ServiceAccount', name: 'datadog-agent', namespace: 'pay' },
      { kind: 'ServiceAccount', name: 'web', namespace: 'shop' },
    ]);
    expect(manifests.filter(m => m.kind === 'ServiceAccount' && m.metadata.namespace === 'shop')).toEqual([]);
  });

  test.each([
    [InjectionMethod.kyverno(), 'MutatingPolicy', 'policies.kyverno.io/v1'],
    [InjectionMethod.kyverno({ version: '1.17.2' }), 'MutatingPolicy', 'policies.kyverno.io/v1'],
    [InjectionMethod.kyverno({ version: 'v1.16' }), 'ClusterPolicy', 'kyverno.io/v1'],
  ])('by Kyverno %#', (via, kind, apiVersion) => {
    const chart = datadogChart();
    chart.injectAtAdmission({ ...WEB, via, serviceAccounts: [{ namespace: 'shop', name: 'web' }] });
    expect(named(manifestsOf(chart), kind, 'datadog-sidecar').apiVersion).toBe(apiVersion);
  });

  test('the Secret in every namespace', () => {
    const chart = datadogChart({ credentials: DatadogCredentials.unsafeLiteral({ apiKey: 'k'.repeat(32), token: 't'.repeat(32) }) });
    chart.injectAtAdmission({ ...WEB, namespaces: ['kube-system', 'shop'] });
    expect(manifestsOf(chart).filter(m => m.kind === 'Secret').map(m => m.metadata.namespace).sort()).toEqual(['datadog', 'kube-system', 'shop']);
  });

  test('the certificate authority in every namespace, once', () => {
    const caCertificate = '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----';
    const chart = datadogChart({ clusterAgentTls: { secretName: 'tls', caCertificate } });
    chart.injectAtAdmission(WEB);
    chart.injectAtAdmission({ ...WEB, name: 'second', podLabels: { team: 'other' } });
    expect(manifestsOf(chart).filter(m => m.metadata.name === 'datadog-ca-cert').map(m => m.metadata.namespace)).toEqual(['shop']);
  });

  test('with workloads of the app in the same namespace, one account for all', () => {
    const app = new App();
    const chart = new DatadogChart(app, 'datadog', CLUSTER);
    chart.injectAtAdmission(WEB);
    const shop = new Chart(app, 'shop', { namespace: 'shop' });
    workload(shop, 'own');
    chart.instrument(shop);
    const accounts = app.synthYaml().match(/kind: ServiceAccount\nmetadata:\n(.*\n)*? {2}name: datadog-agent\n {2}namespace: shop/g);
    expect(accounts).toHaveLength(1);
  });

  test('a second injection, with a name of its own', () => {
    const chart = datadogChart();
    chart.injectAtAdmission(WEB);
    chart.injectAtAdmission({ ...WEB, name: 'pay', namespaces: ['pay'] });
    expect(manifestsOf(chart).filter(m => m.kind === 'MutatingAdmissionPolicy').map(m => m.metadata.name)).toEqual(['datadog-sidecar', 'pay']);
  });

  test('by itself, without a chart of Datadog', () => {
    const app = new App();
    const chart = new Chart(app, 'injection');
    const clusterAgent = ClusterAgentStandalone.fromAttributes(chart, 'ClusterAgent', { url: 'https://172.20.0.99:5005' });
    const injection = new SidecarInjection(chart, 'Injection', { ...CLUSTER, ...WEB, clusterAgent });
    expect(injection.clusterAgentUrl).toBe('https://172.20.0.99:5005');
    expect(injection.injectionName).toBe('datadog-sidecar');
    expect(app.synthYaml()).toContain('https://172.20.0.99:5005');
  });
});

describe('the sidecar of an injection', () => {
  test('is that of the chart, but for what is given', () => {
    const chart = datadogChart({ sidecar: { cpu: '300m', env: { DD_LOG_LEVEL: 'warn' } } });
    chart.injectAtAdmission({ ...WEB, memory: '512Mi' });
    const { spec } = named(manifestsOf(chart), 'MutatingAdmissionPolicy', 'datadog-sidecar');
    const text = JSON.stringify(spec).replaceAll('\\"', '"');
    expect(text).toContain('"cpu": "300m", "memory": "512Mi"');
    expect(text).toContain('env{name: "DD_LOG_LEVEL", value: "warn"}');
  });

  test('pods of the DNS of the cluster have the address of the Cluster Agent', () => {
    const chart = datadogChart({ platform: Platform.eksFargate({ kubernetesVersion: '1.36', serviceCidr: '172.20.0.0/16' }) });
    const options = { ...WEB, namespaces: ['kube-system'], podLabels: { 'k8s-app': 'kube-dns' }, serviceAccounts: [{ namespace: 'kube-system', name: 'coredns' }] };
    const injection = chart.injectAtAdmission(options);
    const service = manifestsOf(chart).find(m => m.kind === 'Service' && m.spec.clusterIP);
    expect(injection.clusterAgentUrl).toBe(`https://${service.spec.clusterIP}:5005`);
    const given = chart.injectAtAdmission({ ...options, name: 'given', clusterAgentUrl: 'https://172.20.0.99:5005' });
    expect(given.clusterAgentUrl).toBe('https://172.20.0.99:5005');
  });
});

describe('labels on workloads of the app', () => {
  test('are put on pods, and nothing else', () => {
    const app = new App();
    const chart = new DatadogChart(app, 'datadog', CLUSTER);
    const injection = chart.injectAtAdmission(WEB);
    const shop = new Chart(app, 'shop', { namespace: 'shop' });
    workload(shop, 'web');
    new ApiObject(shop, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config' } });
    injection.label(shop);
    app.synthYaml();
    const [web, config] = shop.toJson();
    expect(web.spec.template.metadata.labels).toEqual({ app: 'web', team: 'shop' });
    expect([web.metadata.labels, config.metadata.labels]).toEqual([undefined, undefined]);
  });

  test('an injection without labels, or by Fargate profiles, has none to put', () => {
    const chart = datadogChart();
    const rule = /sidecar-injection\/has-labels: label\(...\) was called/;
    expect(() => chart.injectAtAdmission({ ...WEB, podLabels: undefined }).label(chart)).toThrow(rule);
    const fargateProfiles = [{ name: 'shop', selectors: [{ namespace: 'shop', labels: { run: 'fargate' } }] }];
    expect(() => chart.injectAtAdmission({ ...WEB, name: 'profile', fargateProfiles }).label(chart)).toThrow(rule);
  });
});

test('a workload of the app that has its Agent already is chosen by no injection', () => {
  const app = new App();
  const chart = new DatadogChart(app, 'datadog', CLUSTER);
  chart.injectAtAdmission(WEB);
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  workload(shop, 'web', {}, { team: 'shop' });
  chart.instrument(shop);
  expect(() => app.synthYaml()).toThrow(/sidecar-injection\/one-way: Deployment shop\/web: its pods get the Agent from the manifests, .* 'datadog-sidecar'/s);
});

describe("Datadog's webhook", () => {
  test('is set up in the Cluster Agent', () => {
    const chart = datadogChart(WEBHOOK_CLUSTER);
    chart.injectAtAdmission(BY_WEBHOOK);
    const manifests = manifestsOf(chart);
    const [{ env }] = named(manifests, 'Deployment', 'datadog-cluster-agent', 'datadog').spec.template.spec.containers;
    expect(env.find((e: any) => e.name === 'DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_PROVIDER')).toEqual({
      name: 'DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_PROVIDER', value: 'fargate',
    });
    expect(manifests.filter(m => /Policy/.test(m.kind))).toEqual([]);
  });

  test('has one injection', () => {
    const chart = datadogChart(WEBHOOK_CLUSTER);
    chart.injectAtAdmission(BY_WEBHOOK);
    expect(() => chart.injectAtAdmission({ ...BY_WEBHOOK, name: 'second' })).toThrow(/sidecar-injection\/one-webhook: the webhook adds Agents for 'datadog-sidecar' already/);
  });

  test('is that of a Cluster Agent of the app', () => {
    const chart = new Chart(new App(), 'injection');
    const clusterAgent = ClusterAgentStandalone.fromAttributes(chart, 'ClusterAgent', { url: 'https://172.20.0.99:5005' });
    expect(() => new SidecarInjection(chart, 'Injection', { ...CLUSTER, ...WEBHOOK_CLUSTER, ...BY_WEBHOOK, clusterAgent }))
      .toThrow(/\[injection\/Injection\] sidecar-injection\/cluster-agent-is-ours/);
  });
});

describe('the summary', () => {
  test('has a part for each injection', () => {
    const app = new App();
    const chart = new DatadogChart(app, 'datadog', CLUSTER);
    chart.injectAtAdmission(WEB);
    app.synthYaml();
    expect(chart.summary()).toContain([
      'Sidecar injection datadog-sidecar',
      '  by: Kubernetes itself, with a MutatingAdmissionPolicy (admissionregistration.k8s.io/v1)',
      '  pods: in shop with team=shop',
    ].join('\n'));
  });

  test('tells what Kyverno needs for kube-system', () => {
    const chart = datadogChart();
    const via = InjectionMethod.kyverno();
    const text = chart.injectAtAdmission({ ...WEB, via, namespaces: ['kube-system', 'shop'] }).summary();
    expect(text).toContain('      resourceFiltersExcludeNamespaces:\n        - kube-system\n      webhooks:\n');
    expect(text).toContain('              values: [kyverno]');
    expect(chart.injectAtAdmission({ ...WEB, via, name: 'shop' }).summary()).not.toContain('resourceFilters');
  });
});
