import { ApiObject, Chart } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { deployment, deploymentManifest, podSpec, program, synthesisError, synthesisErrors } from '../datadog-chart/program';

const HOST_NETWORK = podSpec({ hostNetwork: true });

describe('the path of an error', () => {
  test('is that of the workload, once', () => {
    const { app, shop } = program();
    deployment(shop, 'web', HOST_NETWORK);
    const message = synthesisError(app);
    expect(message).toMatch(/^Validation failed with the following errors:\n {2}\[shop\/web\] fargate\/no-host-network: Deployment shop\/web: /);
    expect(message.split('shop/web]')).toHaveLength(2);
  });

  test('is that of the construct which the user wrote, not of its rendering', () => {
    const { app, shop } = program();
    const web = new Deployment(shop, 'web', { containers: [{ image: 'web:1' }], hostNetwork: true });
    expect(web.node.findAll().map(c => c.node.path)).toContain('shop/web/Resource');
    expect(synthesisErrors(app)).toEqual([expect.stringMatching(/^\[shop\/web\] fargate\/no-host-network: /)]);
  });

  test('is the same in the second synthesis, and gone when the cause is', () => {
    const { app, shop } = program();
    deployment(shop, 'web', HOST_NETWORK);
    const first = synthesisError(app);
    expect(synthesisError(app)).toBe(first);
    shop.node.tryRemoveChild('web');
    expect(app.synthYaml()).not.toContain('hostNetwork');
  });
});

test('all errors are told at once, of one workload and of many', () => {
  const { app, datadog, shop } = program();
  deployment(shop, 'web', podSpec({ hostNetwork: true, hostPID: true }));
  deployment(shop, 'api', podSpec({ volumes: [{ name: 'ddsockets', emptyDir: {} }] }));
  datadog.instrument(shop);
  const rules = synthesisErrors(app).map(error => /^\[(.*?)\] (.*?):/.exec(error)!.slice(1, 3));
  expect(rules).toEqual(expect.arrayContaining([
    ['shop/web', 'fargate/no-host-network'],
    ['shop/web', 'fargate/no-host-pid'],
    ['shop/api', 'sidecar/volume-name-is-free'],
  ]));
});

test('an error at an object that appears only at synthesis is told at what it is in', () => {
  const { app, datadog, shop } = program();
  new ApiObject(shop, 'account', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'datadog-agent' } });
  datadog.instrument(shop);
  deployment(shop, 'web');
  expect(synthesisErrors(app)).toEqual([expect.stringMatching(
    /^\[(datadog\/Sidecar|shop\/account)\] app\/objects-are-unique: ServiceAccount shop\/datadog-agent: /,
  )]);
});

test('a DaemonSet among the targets is refused with the reason', () => {
  const { app, datadog, shop } = program();
  deployment(shop, 'web');
  new ApiObject(shop, 'collector', { ...deploymentManifest('collector'), kind: 'DaemonSet' });
  datadog.instrument(shop);
  expect(synthesisErrors(app)).toEqual([expect.stringMatching(/^\[shop\/collector\] fargate\/no-daemon-set: DaemonSet shop\/collector: .*Fargate/)]);
});

describe('a manifest that another language overrides', () => {
  const pinned = (scope: Construct, manifest: any = deploymentManifest('web', podSpec(), { namespace: 'shop' })) => {
    const object = new ApiObject(scope, 'web', manifest);
    Object.defineProperty(object, 'toJson', { writable: false, configurable: false, value: () => manifest });
    return object;
  };

  test('is an error that names the path', () => {
    const { app, datadog, shop } = program();
    pinned(shop);
    datadog.instrument(shop);
    expect(synthesisErrors(app)).toEqual([expect.stringMatching(/^\[shop\/web\] sidecar\/manifest-can-be-changed: .* 'toJson'.* Remove the override/)]);
  });

  test('is none where it is no target, and rules see it', () => {
    const { app, datadog, shop } = program();
    pinned(shop);
    datadog.instrument(deployment(shop, 'api'));
    expect(app.synthYaml()).toContain('name: web');

    const { app: other, shop: otherShop } = program();
    pinned(otherShop, deploymentManifest('web', HOST_NETWORK, { namespace: 'shop' }));
    expect(synthesisErrors(other)).toEqual([expect.stringMatching(/^\[shop\/web\] fargate\/no-host-network: /)]);
  });

  test('is none where it makes no pods', () => {
    const { app, datadog, shop } = program();
    pinned(shop, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'shop' } });
    deployment(shop, 'api');
    datadog.instrument(shop);
    expect(app.synthYaml()).toContain('name: settings');
  });
});

test('an error that the toJson of an object throws reaches the user as it is', () => {
  class Broken extends ApiObject {
    public toJson(): any {
      throw new RangeError('no such colour');
    }
  }
  const { app, datadog, shop } = program();
  new Broken(shop, 'web', deploymentManifest('web'));
  datadog.instrument(shop);
  const error = (() => { try { app.synth(); } catch (e) { return e; } return undefined; })();
  expect(error).toBeInstanceOf(RangeError);
  expect((error as Error).message).toContain('no such colour');
});

test('after an error the app can be repaired and synthesized', () => {
  const { app, datadog, shop } = program();
  const broken = new ApiObject(shop, 'broken', deploymentManifest('broken'));
  broken.toJson = () => { throw new Error('not yet'); };
  datadog.instrument(shop);
  expect(() => app.synthYaml()).toThrow('not yet');
  shop.node.tryRemoveChild('broken');
  deployment(shop, 'web');
  expect(app.synthYaml()).toContain('datadog-agent-injected');
});

test('a validation of the user is told beside ours', () => {
  const { app, shop } = program();
  deployment(shop, 'web', HOST_NETWORK);
  new Chart(app, 'own').node.addValidation({ validate: () => ['mine'] });
  expect(synthesisErrors(app)).toEqual([expect.stringMatching(/^\[shop\/web\] fargate/), '[own] mine']);
});
