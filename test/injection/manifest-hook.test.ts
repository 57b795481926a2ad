import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn, FILE_OUTPUTS, Output, OUTPUTS } from './outputs';
import { Packages, packagesOn, RELEASES } from './releases';
import { APP_RESOURCES, SPREAD_TERMS, TARGET_KINDS, TargetKind } from './targets';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'door-')); });
afterEach(() => rmSync(folder, { recursive: true }));

const ENV = [
  { name: 'LOG_LEVEL', value: 'info' },
  { name: 'DD_TRACE_AGENT_URL', value: 'unix:///var/run/datadog/apm.socket' },
  { name: 'DD_DOGSTATSD_URL', value: 'unix:///var/run/datadog/dsd.socket' },
];
const SOCKETS_MOUNT = { name: 'ddsockets', mountPath: '/var/run/datadog' };

/** The Agent that every cell of every table must have, from the first cell. */
let agentOfFirstCell: any;

describe.each(RELEASES)('with the %s cdk8s and constructs', release => {
  let packages: Packages;
  beforeAll(() => { packages = packagesOn(release); });

  test('every package of the program is on that release', () => {
    const { version } = jest.requireActual(`cdk8s${release === 'newest' ? '-newest' : ''}/package.json`);
    const { App, Chart } = packages.cdk8s;
    expect((App as any)[Symbol.for('jsii.rtti')].version).toBe(version);
    expect(Object.getPrototypeOf(packages.datadog.DatadogChart)).toBe(Chart);
    expect(Object.getPrototypeOf(packages.k8s34.KubeDeployment)).toBe(packages.cdk8s.ApiObject);
    const { version: constructs } = jest.requireActual(`constructs${release === 'newest' ? '-newest' : ''}/package.json`);
    expect(Object.getPrototypeOf(App)[Symbol.for('jsii.rtti')].version).toBe(constructs);
  });

  describe.each(TARGET_KINDS.map(kind => [kind.name, kind] as const))('%s', (_, kind) => {
    test.each(OUTPUTS.map(output => [output.name, output] as const))('%s', (__, output) => {
      const { manifests, plain, renders, lazyRenders } = door(packages, kind, output);

      const template = only(manifests.filter(m => m.metadata.name === 'web')).spec.template;
      const [app, agent, ...more] = template.spec.containers;
      expect(more).toEqual([]);
      agentOfFirstCell ??= agent;
      expect(agent).toEqual(agentOfFirstCell);
      expect(agent).toMatchObject({ name: 'datadog-agent-injected', image: 'registry.datadoghq.com/agent:7.81.1' });

      expect(template.spec.volumes.filter((v: any) => v.name === 'ddsockets')).toEqual([{ name: 'ddsockets', emptyDir: {} }]);
      expect(app.env).toEqual(ENV);
      const plainApp = plain.spec.template.spec.containers[0];
      expect(app).toEqual({ ...plainApp, env: ENV, volumeMounts: [...plainApp.volumeMounts ?? [], SOCKETS_MOUNT] });
      expect([app.livenessProbe.httpGet.port, app.readinessProbe.tcpSocket.port, app.resources]).toEqual([8080, 8080, APP_RESOURCES]);
      expect(template.spec.affinity).toEqual(plain.spec.template.spec.affinity);

      expect(lazyRenders).toBe(1);
      expect(Math.max(...renders.values())).toBe(1);
      expect(renders.size).toBeGreaterThan(10);
    });

    test.each(FILE_OUTPUTS.map(output => [output.name, output] as const))('an error leaves nothing written: %s', (__, output) => {
      const { app, shop } = program(packages, kind, output.yamlOutputType);
      new packages.cdk8s.ApiObject(shop, 'on-host', {
        apiVersion: 'v1',
        kind: 'Pod',
        spec: { hostNetwork: true, containers: [{ name: 'app', image: 'app:1' }] },
      });
      expect(() => app.synth()).toThrow(/\[shop\/on-host\] fargate\/no-host-network: /);
      expect(filesIn(app.outdir)).toEqual([]);
    });
  });
});

test('a render of cdk8s-plus can be told from two', () => {
  const packages = packagesOn('oldest');
  const { shop } = program(packages, TARGET_KINDS.find(k => k.name === 'cdk8s-plus-28')!, undefined, false);
  const terms = () => {
    const { affinity } = deploymentIn(packages, shop).spec.template.spec;
    return affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution.length;
  };
  expect([terms(), terms()]).toEqual([SPREAD_TERMS, 2 * SPREAD_TERMS]);
});

function program(packages: Packages, kind: TargetKind, yamlOutputType: Output['yamlOutputType'], instrumented = true) {
  const { cdk8s, datadog } = packages;
  const app = new cdk8s.App({ outdir: join(folder, 'dist'), yamlOutputType });
  const shop = new cdk8s.Chart(app, 'shop', { namespace: 'shop' });
  const target = kind.add(shop, packages, folder);
  if (instrumented) {
    new datadog.DatadogChart(app, 'datadog', {
      platform: datadog.Platform.eksFargate(),
      clusterName: 'prod-tokyo',
      credentials: datadog.DatadogCredentials.existingSecret(),
    }).instrument(target);
  }
  return { app, shop };
}

function deploymentIn({ cdk8s }: Packages, shop: any): any {
  return only(cdk8s.Testing.synth(shop).filter((m: any) => m.metadata.name === 'web'));
}

/** One cell: what comes out, the Deployment without Datadog, and how often each object was rendered. */
function door(packages: Packages, kind: TargetKind, output: Output) {
  const { cdk8s } = packages;
  const plain = deploymentIn(packages, program(packages, kind, undefined, false).shop);
  const { app, shop } = program(packages, kind, output.yamlOutputType);
  let lazyRenders = 0;
  new cdk8s.ApiObject(shop, 'count', { apiVersion: 'v1', kind: 'ConfigMap', data: { at: cdk8s.Lazy.any({ produce: () => String(++lazyRenders) }) } });
  const renders = new Map<unknown, number>();
  const spy = jest.spyOn(cdk8s.ApiObject.prototype, 'toJson');
  const manifests = output.manifests(app, shop, packages);
  spy.mock.contexts.forEach(object => renders.set(object, (renders.get(object) ?? 0) + 1));
  spy.mockRestore();
  return { manifests, plain, renders, lazyRenders };
}

function only<T>(list: readonly T[]): T {
  expect(list).toHaveLength(1);
  return list[0];
}
