import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Include } from 'cdk8s';
import * as kplus28 from 'cdk8s-plus-28';
import * as kplus34 from 'cdk8s-plus-34';
import { stringify } from 'yaml';
import { Autodiscovery, AutodiscoveryVersion, EndpointsResolve } from '../../src';
import { deployment, deploymentManifest, find, program, synthesisErrors, synthesize } from '../datadog-chart/program';

const CHECK = { name: 'redisdb', instances: [{ host: '%%host%%', port: 6379 }] };
const CHECKS = '{"redisdb":{"init_config":{},"instances":[{"host":"%%host%%","port":6379}]}}';

/** An app without anything else of Datadog in it. */
function plain() {
  const app = new App();
  return { app, shop: new Chart(app, 'shop', { namespace: 'shop' }) };
}

function service(scope: Chart, name: string): ApiObject {
  return new ApiObject(scope, `service-${name}`, { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: { selector: { app: name }, ports: [{ port: 80 }] } } as any);
}

const annotationsOf = (manifest: any) => manifest.spec.template.metadata.annotations;

test('checks and logs of a container are annotations of the pod template, and not of the workload', () => {
  const { app, shop } = plain();
  Autodiscovery.ofContainer(deployment(shop, 'web'), 'app', {
    checks: [CHECK],
    logs: [{ source: 'redis', service: 'cache', tags: { team: 'shop', env: 'prd' }, options: { auto_multi_line_detection: true } }],
  });
  const web = find(synthesize(app), 'Deployment', 'web');
  expect(annotationsOf(web)).toEqual({
    'ad.datadoghq.com/app.checks': CHECKS,
    'ad.datadoghq.com/app.logs': '[{"source":"redis","service":"cache","tags":["env:prd","team:shop"],"auto_multi_line_detection":true}]',
  });
  expect(web.metadata.annotations).toBeUndefined();
});

test('they go along with the sidecar', () => {
  const { app, datadog, shop } = program();
  const web = deployment(shop, 'web');
  Autodiscovery.ofContainer(web, 'app', { checks: [CHECK] });
  datadog.instrument(shop);
  expect(annotationsOf(find(synthesize(app), 'Deployment', 'web'))).toEqual({
    'ad.datadoghq.com/app.checks': CHECKS,
    'cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes': 'ddsockets',
  });
});

test('an older Agent of somebody else has the first version', () => {
  const { app, shop } = plain();
  Autodiscovery.ofContainer(deployment(shop, 'web'), 'app', { checks: [CHECK], version: AutodiscoveryVersion.V1 });
  expect(Object.keys(annotationsOf(find(synthesize(app), 'Deployment', 'web')))).toEqual([
    'ad.datadoghq.com/app.check_names', 'ad.datadoghq.com/app.init_configs', 'ad.datadoghq.com/app.instances',
  ]);
});

test('a Service has checks of its own and of its endpoints', () => {
  const { app, shop } = plain();
  const web = service(shop, 'web');
  Autodiscovery.ofService(web, { checks: [CHECK] });
  Autodiscovery.ofEndpoints(web, { checks: [CHECK], resolve: EndpointsResolve.IP });
  expect(find(synthesize(app), 'Service', 'web').metadata.annotations).toEqual({
    'ad.datadoghq.com/service.checks': CHECKS,
    'ad.datadoghq.com/endpoints.checks': CHECKS,
    'ad.datadoghq.com/endpoints.resolve': 'ip',
  });
});

test('on Fargate, endpoints without resolve: ip are an error, and the Service is named', () => {
  const { app, shop } = program();
  Autodiscovery.ofEndpoints(service(shop, 'web'), { checks: [CHECK] });
  expect(synthesisErrors(app)).toEqual([expect.stringMatching(/^\[shop\/service-web\] autodiscovery\/endpoints-resolve-ip: Service shop\/web: .* Set 'resolve: EndpointsResolve.IP'/)]);
});

test('a construct above: every workload that has the container, and none other', () => {
  const { app, shop } = plain();
  deployment(shop, 'web');
  deployment(shop, 'api', { containers: [{ name: 'api', image: 'api:1' }] });
  const later = () => deployment(shop, 'later');
  Autodiscovery.ofContainer(shop, 'app', { checks: [CHECK] });
  later();
  const manifests = synthesize(app);
  expect(annotationsOf(find(manifests, 'Deployment', 'web'))).toBeDefined();
  expect(annotationsOf(find(manifests, 'Deployment', 'api'))).toBeUndefined();
  expect(annotationsOf(find(manifests, 'Deployment', 'later'))).toBeDefined();
});

describe('whatever the workload was written with', () => {
  const container = { name: 'app', image: 'app:1' };

  test.each<[string, (chart: Chart) => any]>([
    ['cdk8s-plus-28', chart => new kplus28.Deployment(chart, 'web', { metadata: { name: 'web' }, containers: [container] })],
    ['cdk8s-plus-34', chart => new kplus34.Deployment(chart, 'web', { metadata: { name: 'web' }, containers: [container] })],
    ['a generated class', chart => new kplus28.k8s.KubeDeployment(chart, 'web', deploymentManifest('web', { containers: [container] }))],
    ['Include', chart => {
      const url = join(mkdtempSync(join(tmpdir(), 'autodiscovery-')), 'web.yaml');
      writeFileSync(url, stringify(deploymentManifest('web')));
      return new Include(chart, 'web', { url });
    }],
    ['a List', chart => new ApiObject(chart, 'all', { apiVersion: 'v1', kind: 'List', items: [deploymentManifest('web')] } as any)],
  ])('%s', (_, add) => {
    const { app, shop } = plain();
    Autodiscovery.ofContainer(add(shop), 'app', { checks: [CHECK] });
    const found = synthesize(app).flatMap(m => m.kind === 'List' ? m.items : [m]);
    expect(annotationsOf(find(found, 'Deployment', 'web'))['ad.datadoghq.com/app.checks']).toBe(CHECKS);
  });
});

test('a container with a check.id is annotated by that', () => {
  const { app, shop } = plain();
  const web = deploymentManifest('web');
  web.spec.template.metadata.annotations = { 'ad.datadoghq.com/app.check.id': 'store' };
  Autodiscovery.ofContainer(new ApiObject(shop, 'web', web), 'app', { checks: [CHECK] });
  expect(annotationsOf(find(synthesize(app), 'Deployment', 'web'))).toHaveProperty(['ad.datadoghq.com/store.checks'], CHECKS);
});

describe('what is told at the synthesis', () => {
  test('a container that no workload has, with those that there are', () => {
    const { app, shop } = plain();
    deployment(shop, 'web', { containers: [{ name: 'app', image: 'a:1' }, { name: 'proxy', image: 'p:1' }] });
    Autodiscovery.ofContainer(shop, 'redis', { checks: [CHECK] });
    expect(synthesisErrors(app)).toEqual([expect.stringMatching(
      /^\[shop\] autodiscovery\/container-exists: Autodiscovery\.ofContainer\(\.\.\.\) asks for the container 'redis', and the pod has no such container; it has 'app', 'proxy'\. Write/,
    )]);
  });

  test('a target without a workload, or a Service', () => {
    const { app, shop } = plain();
    const web = deployment(shop, 'web');
    const back = service(shop, 'back');
    Autodiscovery.ofContainer(back, 'app', { checks: [CHECK] });
    Autodiscovery.ofService(web, { checks: [CHECK] });
    expect(synthesisErrors(app).map(error => error.slice(0, 70))).toEqual([
      '[shop/service-back] autodiscovery/target-is-found: Autodiscovery.ofCon',
      '[shop/web]: Autodiscovery.ofService(...) or ofEndpoints(...) was given',
    ]);
  });

  test('an annotation of the user that is in the way', () => {
    const { app, shop } = plain();
    const web = deploymentManifest('web');
    web.spec.template.metadata.annotations = { 'ad.datadoghq.com/app.checks': '{"nginx":{}}' };
    Autodiscovery.ofContainer(new ApiObject(shop, 'web', web), 'app', { checks: [CHECK] });
    expect(synthesisErrors(app)).toEqual([expect.stringMatching(
      /^\[shop\/web\] autodiscovery\/annotation-is-free: Deployment shop\/web: the annotation 'ad\.datadoghq\.com\/app\.checks' is written already/,
    )]);
  });

  test('an annotation of the user that is wrong, also with nothing else of Datadog in the app', () => {
    const { app, shop } = plain();
    const web = deploymentManifest('web');
    web.spec.template.metadata.annotations = { 'ad.datadoghq.com/app.logs': '{' };
    Autodiscovery.ofContainer(new ApiObject(shop, 'web', web), 'app', { checks: [CHECK] });
    expect(synthesisErrors(app)).toEqual([expect.stringMatching(/^\[shop\/web\] autodiscovery\/json-is-valid: /)]);
  });
});

describe('what is refused at once', () => {
  const { shop } = plain();
  const web = deployment(shop, 'web');

  test.each<[string, () => void, string]>([
    ['neither checks nor logs', () => Autodiscovery.ofContainer(web, 'app', {}), "[shop/web] autodiscovery/asks-for-something: nothing is asked for the container 'app'"],
    ['a check without instances', () => Autodiscovery.ofContainer(web, 'app', { checks: [{ name: 'nginx', instances: [] }] }), "autodiscovery/check-is-complete: the check 'nginx' has no instance"],
    ['a check without a name', () => Autodiscovery.ofService(web, { checks: [{ name: '', instances: [{}] }] }), 'autodiscovery/check-is-complete: a check has no name'],
  ])('%s', (_, call, told) => {
    expect(call).toThrow(told);
  });
});

test('each synthesis begins anew', () => {
  const { app, shop } = plain();
  Autodiscovery.ofContainer(shop, 'app', { checks: [CHECK] });
  expect(synthesisErrors(app)).toHaveLength(1);
  deployment(shop, 'web');
  expect(annotationsOf(find(synthesize(app), 'Deployment', 'web'))).toEqual(annotationsOf(find(synthesize(app), 'Deployment', 'web')));
});
