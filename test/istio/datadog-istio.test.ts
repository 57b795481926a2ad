import { App, Chart } from 'cdk8s';
import { DatadogIstio, DatadogIstioProps, DatadogProduct, DatadogSite, IstioDataPlane, Platform } from '../../src';
import { CHECKS_CONFIG_MAP } from '../../src/render/cluster-agent/config-map';
import { CLUSTER, find, inventory, program, synthesize } from '../datadog-chart/program';
import { violationOf } from '../requirements/violations';

beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });
afterEach(() => jest.restoreAllMocks());

const EC2 = { platform: Platform.eks() };
const OUTSIDE = { 'sidecar.istio.io/inject': 'false' };

function alone(props: Partial<DatadogIstioProps> = {}) {
  const chart = new Chart(new App(), 'chart');
  new DatadogIstio(chart, 'istio', { ...CLUSTER, ...props });
  return chart.toJson();
}

const podLabels = (workload: any) => workload.spec.template.metadata.labels;
const istiodCheck = (manifests: any[]) => JSON.parse(find(manifests, 'ConfigMap', CHECKS_CONFIG_MAP).data['istio.istiod.yaml']);

/** The check files of node Agents by name. */
function nodeFiles(manifests: any[]): any {
  const { volumes } = find(manifests, 'DaemonSet', 'datadog-agent').spec.template.spec;
  const names = volumes.flatMap((v: any) => v.configMap?.name ?? []);
  return Object.assign({}, ...names.map((name: string) => find(manifests, 'ConfigMap', name).data));
}

describe('with the chart, on EC2 nodes', () => {
  const { app } = program({ ...EC2, istio: {} });
  const manifests = synthesize(app);

  test('all pods of Datadog are outside the mesh', () => {
    const workloads = manifests.filter(m => m.spec?.template?.spec?.containers);
    expect(workloads.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual(expect.arrayContaining(['Deployment datadog-cluster-agent', 'DaemonSet datadog-agent']));
    for (const workload of workloads) expect(podLabels(workload)).toMatchObject(OUTSIDE);
  });

  test('the Cluster Agent has the check of each pod of the control plane', () => {
    expect(istiodCheck(manifests)).toEqual({
      cluster_check: true,
      advanced_ad_identifiers: [{ kube_endpoints: { namespace: 'istio-system', name: 'istiod' } }],
      init_config: {},
      instances: [{ istiod_endpoint: 'http://%%host%%:15014/metrics', use_openmetrics: true }],
    });
  });

  test('node Agents have that of proxies, in place of their own', () => {
    const [file] = Object.keys(nodeFiles(manifests)).filter(name => name.includes('istio'));
    expect(JSON.parse(nodeFiles(manifests)[file])).toMatchObject({ ad_identifiers: ['proxyv2', 'proxyv2-rhel8'], instances: [{ use_openmetrics: true }] });
    const { containers } = find(manifests, 'DaemonSet', 'datadog-agent').spec.template.spec;
    const ignored = containers.flatMap((c: any) => c.env ?? []).find((e: any) => e.name === 'DD_IGNORE_AUTOCONF').value;
    expect(ignored.split(' ')).toContain('istio');
  });

  test('pods of the mesh get out to the site', () => {
    const { spec, metadata } = find(manifests, 'ServiceEntry', 'datadog');
    expect(metadata.namespace).toBe('datadog');
    expect(spec.hosts).toContain('*.agent.datadoghq.com');
  });
});

test('runners are outside the mesh too, and labels of the user win', () => {
  const { app } = program({ ...EC2, clusterCheckRunners: { enabled: true }, istio: {}, clusterAgent: { podLabels: { 'sidecar.istio.io/inject': 'true', 'team': 'sre' } } });
  const manifests = synthesize(app);
  expect(podLabels(find(manifests, 'Deployment', 'datadog-clusterchecks'))).toMatchObject(OUTSIDE);
  expect(podLabels(find(manifests, 'Deployment', 'datadog-cluster-agent'))).toMatchObject({ 'sidecar.istio.io/inject': 'true', 'team': 'sre' });
});

test('where there may be pods on Fargate, a runner checks the control plane', () => {
  const { app } = program({ istio: {} });
  expect(istiodCheck(synthesize(app)).advanced_ad_identifiers).toEqual([{ kube_endpoints: { namespace: 'istio-system', name: 'istiod', resolve: 'ip' } }]);
});

test('in ambient mode the label is another, and there is no ServiceEntry', () => {
  const { app } = program({ ...EC2, istio: { dataPlane: IstioDataPlane.AMBIENT } });
  const manifests = synthesize(app);
  expect(podLabels(find(manifests, 'DaemonSet', 'datadog-agent'))).toMatchObject({ 'istio.io/dataplane-mode': 'none' });
  expect(manifests.filter(m => m.kind === 'ServiceEntry')).toEqual([]);
  expect(Object.keys(nodeFiles(manifests)).filter(name => name.includes('istio'))).toHaveLength(2);
});

test('without the option, nothing of it is there', () => {
  const { app, datadog } = program(EC2);
  const manifests = synthesize(app);
  expect(datadog.istio).toBeUndefined();
  expect(JSON.stringify(manifests)).not.toMatch(/istio/);
});

test('alone, it is the way out and nothing else', () => {
  expect(inventory(alone())).toEqual(['ServiceEntry datadog/datadog']);
  expect(alone({ egress: false })).toEqual([]);
  const [{ spec }] = alone({ site: DatadogSite.EU1, egressNamespaces: ['shop'], egressProducts: [DatadogProduct.DATABASE_MONITORING] });
  expect(spec.exportTo).toEqual(['shop']);
  expect(spec.hosts).toEqual(expect.arrayContaining(['api.datadoghq.eu', 'dbm-metrics-intake.datadoghq.eu']));
  expect(spec.hosts).not.toContain('otlp.datadoghq.eu');
});

test('a check with nobody to do it is refused', () => {
  expect(violationOf(() => alone({ proxyCheck: true })).rule).toBe('istio/checks-have-an-agent');
  expect(violationOf(() => program({ istio: { proxyCheck: true } })).rule).toBe('istio/checks-have-an-agent');
  expect(violationOf(() => program({ ...EC2, features: { clusterChecks: { enabled: false } }, istio: { controlPlaneCheck: true } })).rule).toBe('cluster-checks/are-on');
});

test('without cluster checks, the control plane is not checked, and nothing fails', () => {
  const { app } = program({ ...EC2, features: { clusterChecks: { enabled: false } }, istio: {} });
  expect(JSON.stringify(synthesize(app))).not.toContain('istiod_endpoint');
});

test('labels for pods that something else makes', () => {
  expect(DatadogIstio.outsideTheMesh()).toEqual(OUTSIDE);
  expect(DatadogIstio.outsideTheMesh(IstioDataPlane.AMBIENT)).toEqual({ 'istio.io/dataplane-mode': 'none' });
});
