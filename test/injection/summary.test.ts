import { ApiObject, App, Chart } from 'cdk8s';
import { DatadogChart, DatadogCredentials, Findings, InjectionMethod, Platform } from '../../src';
import { APP_CONTAINER, CLUSTER, deployment, deploymentManifest, podSpec, program } from '../datadog-chart/program';

const SIZED = podSpec({ containers: [{ ...APP_CONTAINER, resources: { requests: { cpu: '1', memory: '1700Mi' }, limits: { cpu: '1', memory: '1700Mi' } } }] });

beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });
afterEach(() => jest.restoreAllMocks());

describe('pods that get an Agent when they are made', () => {
  const app = new App();
  const datadog = new DatadogChart(app, 'datadog', {
    ...CLUSTER,
    credentials: DatadogCredentials.existingSecret({ appKey: true }),
    platform: Platform.eksFargate({ kubernetesVersion: '1.36', serviceCidr: '10.96.0.0/16' }),
    features: { externalMetrics: { enabled: true } },
  });
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  datadog.instrument(deployment(shop, 'written', SIZED));
  deployment(shop, 'added', SIZED, {}).metadata.addLabel('team', 'a');
  const system = new Chart(app, 'system', { namespace: 'kube-system' });
  deployment(system, 'coredns', { ...SIZED, dnsPolicy: 'Default' });
  datadog.injectAtAdmission({ via: InjectionMethod.mutatingAdmissionPolicy(), namespaces: ['kube-system', 'later'] });
  deployment(new Chart(app, 'later', { namespace: 'later' }), 'web', SIZED);
  let summary: string;
  let page: string;
  beforeAll(() => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    app.synthYaml();
    [summary, page] = [datadog.summary(), datadog.runbook()];
  });

  test('are listed, with the address of the Cluster Agent that the policy chooses', () => {
    expect(summary).toContain(`\
  workloads that get an Agent when their pods are made:
    Deployment kube-system/coredns: by datadog-sidecar, Cluster Agent at https://10.96.0.251:5005
    Deployment later/web: by datadog-sidecar, Cluster Agent at https://datadog-cluster-agent.datadog.svc.cluster.local:5005
`);
    expect(summary).toContain('Cluster Agent: https://datadog-cluster-agent.datadog.svc.cluster.local:5005; https://10.96.0.251:5005 for pods that ask the DNS of their node\n');
    expect(page).toContain('| Agent that datadog-sidecar adds to new pods | Deployment `kube-system/coredns` | Cluster Agent at `https://10.96.0.251:5005` |');
  });

  test('are of the size that they have with the Agent', () => {
    const sizes = Findings.of(app).filter(({ rule }) => rule === 'fargate/pod-size').map(({ object, reason }) => [object, reason]);
    const written = sizes.find(([object]) => object === 'Deployment shop/written')![1]!;
    expect(written).toMatch(/^2 vCPU and 4 GB; /);
    expect(sizes.find(([object]) => object === 'Deployment later/web')![1]).toBe(`${written}, with the Agent that 'datadog-sidecar' adds`);
    expect(sizes.find(([object]) => object === 'Deployment shop/added')![1]).toMatch(/^1 vCPU and 2 GB; /);
  });

  test('the API server has to reach the ports of what is on, and no others', () => {
    expect(summary).toMatch(/\n {2}the API server has to reach:\n {4}TCP port 8443 of the pods of the Cluster Agent; .*\n {4}Amazon EKS on AWS Fargate: .*security group/);
    expect(summary).not.toContain('port 8000');
    expect(page).toContain('### The API server reaches the Cluster Agent');
    expect(page).toMatch(/^- TCP port 8443 of the pods/m);
  });
});

test('what is in a target and gets no Agent is listed with its kind', () => {
  const { app, datadog, shop } = program();
  deployment(shop, 'web', SIZED);
  const make = (apiVersion: string, kind: string, spec: object) => new ApiObject(shop, kind, { apiVersion, kind, metadata: { name: 'x' }, spec });
  make('argoproj.io/v1alpha1', 'Workflow', { templates: [{ name: 'a', container: { image: 'a:1' } }] });
  make('example.com/v1', 'CronJob', { template: { spec: { containers: [{ name: 'a', image: 'a:1' }] } } });
  make('v1', 'ConfigMap', {});
  Findings.acknowledge(new ApiObject(shop, 'collector', { ...deploymentManifest('collector', SIZED), kind: 'DaemonSet' }), 'fargate/no-daemon-set', 'it waits for nodes');
  datadog.instrument(shop);
  app.synthYaml();
  expect(datadog.summary()).toContain(`\
  in instrumented targets, and left without an Agent:
    CronJob shop/x
    DaemonSet shop/collector
    Workflow shop/x
`);
});

test('GKE says what it is not for, and where its firewall is', () => {
  const app = new App();
  const datadog = new DatadogChart(app, 'datadog', { ...CLUSTER, platform: Platform.gke(), features: { admissionController: { enabled: true } } });
  app.synthYaml();
  expect(datadog.summary()).toContain('  not for: GKE Autopilot refuses the host paths');
  expect(datadog.summary()).toMatch(/TCP port 8000 .*\n {4}Google Kubernetes Engine: in private clusters/);
  expect(datadog.runbook()).toContain('GKE Autopilot refuses the host paths');
});
