import { ApiObject, App, Chart } from 'cdk8s';
import { APP_CONTAINER, CLUSTER, deployment, deploymentManifest, find, podSpec, program, synthesisErrors, synthesize } from './program';
import { DatadogChart, FargateProfile, Findings, Platform, WorkloadSelector } from '../../src';
import { podTemplateOf } from '../../src/manifest/pod-template';

/** Three namespaces have pods on both, `ops` on nodes alone. */
const PROFILES: readonly FargateProfile[] = [
  { name: 'apps', selectors: [{ namespace: 'shop', labels: { tier: 'web' } }, { namespace: 'store', labels: { tier: 'web' } }, { namespace: 'shop', labels: { app: 'checkout' } }] },
  { name: 'batch', selectors: [{ namespace: 'jobs', labels: { run: 'fargate' } }, { namespace: 'jobs', labels: { app: 'reports' } }] },
];

/** How each of the workloads on Fargate gets its Agent, and the selector of its profile. */
const ON_FARGATE = {
  'shop/front': { by: 'an instrument selector', profile: 'apps', labels: { tier: 'web' }, kind: 'Deployment' },
  'shop/checkout': { by: 'sidecar.injectInto', profile: 'apps', labels: {}, kind: 'StatefulSet' },
  'store/front': { by: 'sidecar.inject', profile: 'apps', labels: { tier: 'web' }, kind: 'Deployment' },
  'jobs/night': { by: 'an instrument selector', profile: 'batch', labels: { 'run': 'fargate', 'eks.amazonaws.com/fargate-profile': 'batch' }, kind: 'CronJob' },
  'jobs/reports': { by: 'sidecar.inject', profile: 'batch', labels: {}, kind: 'Job' },
} as const;

const ON_NODES: { readonly [name: string]: string } = {
  'shop/api': 'Deployment',
  'shop/cache': 'StatefulSet',
  'store/api': 'Deployment',
  'store/tool': 'Pod',
  'jobs/import': 'Job',
  'ops/ingress': 'DaemonSet',
  'ops/dashboard': 'ReplicaSet',
};

/** Sized, for Fargate warns of others. */
const RESOURCES = { requests: { cpu: '100m', memory: '64Mi' } };
const sized = (more: object = {}) => podSpec({ ...more, containers: [{ ...APP_CONTAINER, resources: RESOURCES }] });

interface Without {
  /** Number of a selector, counted over all profiles. */
  readonly profileSelector?: number;
  /** A workload whose instrument selector is left out. */
  readonly instrumentSelector?: string;
}

function cluster({ profileSelector, instrumentSelector }: Without = {}) {
  let number = 0;
  const fargateProfiles = PROFILES.map(({ name, selectors }) => ({ name, selectors: selectors.filter(() => number++ !== profileSelector) }));
  const { app, datadog, shop } = program({ platform: Platform.eks({ fargateProfiles }) });
  const charts = new Map([['shop', shop], ...['store', 'jobs', 'ops'].map((namespace): [string, Chart] => [namespace, new Chart(app, namespace, { namespace })])]);
  const add = (fullName: string, kind: string, labels: object = {}) => workload(charts.get(fullName.split('/')[0])!, fullName.split('/')[1], kind, labels);

  for (const [fullName, kind] of Object.entries(ON_NODES)) datadog.instrument(add(fullName, kind));
  for (const [fullName, { by, kind, labels }] of Object.entries(ON_FARGATE)) {
    const object = add(fullName, kind, labels);
    if (by === 'sidecar.inject') datadog.sidecar.inject(object);
    if (by === 'sidecar.injectInto') datadog.sidecar.injectInto(object, { cpu: '300m' });
    if (by === 'an instrument selector' && fullName !== instrumentSelector) {
      const [namespace, name] = fullName.split('/');
      datadog.instrumentTarget(app, { selector: WorkloadSelector.allOf(WorkloadSelector.inNamespaces(namespace), WorkloadSelector.named(name)) });
    }
  }
  return { app, datadog };
}

function workload(chart: Chart, name: string, kind: string, labels: object): ApiObject {
  const template = { metadata: { labels: { app: name, ...labels } }, spec: sized(['Job', 'CronJob'].includes(kind) ? { restartPolicy: 'Never' } : {}) };
  const spec = kind === 'CronJob' ? { schedule: '0 0 * * *', jobTemplate: { spec: { template } } } : { template };
  const [apiVersion, fields] = kind === 'Pod' ? ['v1', { metadata: { name, labels: template.metadata.labels }, spec: template.spec }]
    : [kind.endsWith('Job') ? 'batch/v1' : 'apps/v1', { metadata: { name }, spec }];
  return new ApiObject(chart, name, { apiVersion, kind, ...fields });
}

/** How the pods of a workload are covered. */
function coversOf(manifest: any): string[] {
  const { spec } = podTemplateOf(manifest)!;
  return [
    ...spec.containers.some(c => c.name === 'datadog-agent-injected') ? ['sidecar'] : [],
    ...(spec.volumes ?? []).some(v => v.hostPath?.path === '/var/run/datadog') ? ['node Agent'] : [],
  ];
}

const SECRETS = ['datadog', 'jobs', 'shop', 'store'];

describe('a cluster of 12 workloads over 4 namespaces and 2 profiles', () => {
  const { app, datadog } = cluster();
  const manifests = synthesize(app);
  const found = (fullName: string, kind: string) => find(manifests, kind, fullName.split('/')[1], fullName.split('/')[0]);

  test('is one of 12 workloads', () => {
    expect([...Object.keys(ON_FARGATE), ...Object.keys(ON_NODES)]).toHaveLength(12);
  });

  test.each(Object.entries(ON_FARGATE))('%s has a sidecar and no node Agent', (fullName, { kind }) => {
    expect(coversOf(found(fullName, kind))).toEqual(['sidecar']);
  });

  test.each(Object.entries(ON_NODES))('%s has the Agent of its node and no sidecar', (fullName, kind) => {
    expect(coversOf(found(fullName, kind))).toEqual(['node Agent']);
  });

  test('Secrets and accounts of ours are where sidecars are, and in the namespace of the Cluster Agent', () => {
    expect(datadog.tokenReplicator.namespaces).toEqual(SECRETS);
    expect(manifests.filter(m => m.kind === 'ExternalSecret').map(m => m.metadata.namespace).sort()).toEqual(SECRETS);
    expect(manifests.filter(m => m.kind === 'ServiceAccount' && m.metadata.namespace !== 'datadog').map(m => m.metadata.namespace).sort()).toEqual(['jobs', 'shop', 'store']);
  });

  test('the summary counts both', () => {
    expect(datadog.summary()).toContain(`
  workloads with a sidecar, by namespace:
    jobs: 2
    shop: 2
    store: 1
  workloads connected to the Agent of their node, by namespace:
    jobs: 1
    ops: 2
    shop: 2
    store: 2
`);
  });
});

/** Each selector of a profile takes one workload. */
const BY_SELECTOR = ['shop/front', 'store/front', 'shop/checkout', 'jobs/night', 'jobs/reports'] as const;

describe('a selector of a profile taken away', () => {
  const told = BY_SELECTOR.map((fullName, number) => [fullName, number] as const).filter(([fullName]) => fullName !== 'shop/front');

  test.each(told)('of %s: one error, which names the workload and the profile', (fullName, number) => {
    const errors = synthesisErrors(cluster({ profileSelector: number }).app);
    const [namespace, name] = fullName.split('/');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(new RegExp(`^\\[${namespace}/${name}\\] placement/`));
    expect(errors[0]).toContain(`${ON_FARGATE[fullName].kind} ${fullName}: `);
    expect(errors[0]).toContain(`'${ON_FARGATE[fullName].profile}'`);
    expect(errors[0]).toContain(`pods in the namespace '${namespace}' with the labels app=${name}`);
  });

  test('of a workload that leaves it to the library: it moves to a node, and to the Agent there', () => {
    expect(coversOf(find(synthesize(cluster({ profileSelector: 0 }).app), 'Deployment', 'front', 'shop'))).toEqual(['node Agent']);
  });
});

describe('an instrument selector taken away', () => {
  const told = Object.entries(ON_FARGATE).filter(([, { by }]) => by === 'an instrument selector');

  test.each(told)('of %s: one error, which names the workload and the profile', (fullName, { kind, profile }) => {
    const errors = synthesisErrors(cluster({ instrumentSelector: fullName }).app);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(`[${fullName}] placement/covered-once: ${kind} ${fullName}: the Fargate profile '${profile}' takes its pods`);
  });
});

describe('what cannot be on Fargate', () => {
  const mixed = () => program({ platform: Platform.eks({ fargateProfiles: [{ name: 'shop', selectors: [{ namespace: 'shop' }] }] }) });

  test('a hostPath socket in a Fargate pod: an error with a remedy', () => {
    const { app, datadog, shop } = mixed();
    datadog.instrument(deployment(shop, 'web', sized({ volumes: [{ name: 'sockets', hostPath: { path: '/var/run/other' } }] })));
    expect(synthesisErrors(app)).toEqual([
      expect.stringMatching(/^\[shop\/web\] fargate\/no-host-path: Deployment shop\/web: the volume 'sockets' is the hostPath '\/var\/run\/other', .*\. Use an emptyDir, /),
    ]);
  });

  test('a DaemonSet in a Fargate namespace: an error that names the profile, with a remedy', () => {
    const { app, shop } = mixed();
    workload(shop, 'nodes', 'DaemonSet', {});
    expect(synthesisErrors(app)).toEqual([
      expect.stringMatching(/^\[shop\/nodes\] fargate\/no-daemon-set: DaemonSet shop\/nodes: the Fargate profile 'shop' has a selector for .*\. Narrow the selector of 'shop' by labels/),
    ]);
  });

  test('our own DaemonSet: the namespace of Datadog with a profile for all of it', () => {
    const { app } = program({ platform: Platform.eks({ fargateProfiles: [{ name: 'all', selectors: [{ namespace: 'datadog' }] }] }) });
    expect(synthesisErrors(app)).toEqual([
      expect.stringMatching(/^\[datadog\/NodeAgent\S*\] fargate\/no-daemon-set: DaemonSet datadog\/datadog-agent: the Fargate profile 'all' has .*, by 'namespace' of DatadogChart; /),
    ]);
  });

  test('a profile for the Cluster Agent alone leaves the node Agents where they are', () => {
    const labels = { 'agent.datadoghq.com/component': 'cluster-agent' };
    const { app } = program({ platform: Platform.eks({ fargateProfiles: [{ name: 'agent', selectors: [{ namespace: 'datadog', labels }] }] }) });
    expect(() => synthesize(app)).not.toThrow();
  });

  test('network monitoring on Fargate alone: refused at once', () => {
    expect(() => program({ features: { networkMonitoring: { enabled: true } } })).toThrow(/fargate\/no-host-features: Cloud Network Monitoring .*\.\s+Leave features\.networkMonitoring out/s);
  });

  test('network monitoring in the sidecar: refused at once', () => {
    const sidecar = { env: { DD_SYSTEM_PROBE_NETWORK_ENABLED: 'true' } };
    expect(() => program({ platform: Platform.eks({ fargateProfiles: [...PROFILES] }), sidecar })).toThrow(/fargate\/no-host-features: .*Cloud Network Monitoring.*\.\s+Remove DD_SYSTEM_PROBE_NETWORK_ENABLED/s);
  });
});

test('a workload that a profile takes and nobody instrumented may be accepted with a reason', () => {
  const { app, datadog } = cluster({ instrumentSelector: 'shop/front' });
  Findings.acknowledge(app.node.findChild('shop').node.findChild('front'), 'placement/covered-once', 'it is retired in March');
  expect(() => synthesize(app)).not.toThrow();
  expect(datadog.summary()).toContain('[shop/front] placement/covered-once: it is retired in March');
});

test('a second cluster in the app is placed by itself', () => {
  const app = new App();
  for (const [city, platform] of [['tokyo', Platform.eks({ fargateProfiles: [{ name: 'shop', selectors: [{ namespace: 'shop' }] }] })], ['osaka', Platform.eks()]] as const) {
    const datadog = new DatadogChart(app, city, { ...CLUSTER, platform, clusterName: city });
    const shop = new Chart(app, `shop-${city}`, { namespace: 'shop' });
    new ApiObject(shop, 'web', deploymentManifest('web', sized()));
    datadog.instrument(shop);
  }
  expect(synthesize(app).filter(m => m?.kind === 'Deployment' && m.metadata.name === 'web').map(coversOf)).toEqual([['sidecar'], ['node Agent']]);
});
