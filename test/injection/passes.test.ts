import { ApiObject, Chart, Lazy, Testing } from 'cdk8s';
import { containerNames, deployment, find, program, synthesize, WITH_AGENT } from '../datadog-chart/program';

test('two syntheses of one app give the same bytes', () => {
  const { app, datadog, shop } = program();
  deployment(shop, 'web');
  datadog.instrument(shop);
  const first = app.synthYaml();
  expect(first).toContain('datadog-agent-injected');
  expect(app.synthYaml()).toBe(first);
});

test('each synthesis renders anew', () => {
  const { app, datadog, shop } = program();
  let renders = 0;
  deployment(shop, 'web', undefined, { annotations: { renders: Lazy.any({ produce: () => String(++renders) }) } });
  datadog.instrument(shop);
  const rendered = () => find(synthesize(app), 'Deployment', 'web').metadata.annotations.renders;
  expect([rendered(), rendered(), rendered()]).toEqual(['1', '2', '3']);
});

test('what is added between two syntheses is in the second', () => {
  const { app, datadog, shop } = program();
  deployment(shop, 'web');
  datadog.instrument(shop);
  synthesize(app);
  deployment(shop, 'api');
  const manifests = synthesize(app);
  expect(['web', 'api'].map(name => containerNames(find(manifests, 'Deployment', name)))).toEqual([WITH_AGENT, WITH_AGENT]);
});

describe('charts that are rendered one by one, without the app', () => {
  test('a chart that is made after another was rendered is instrumented', () => {
    const { app, datadog, shop } = program();
    deployment(shop, 'web');
    datadog.instrument(app);
    expect(containerNames(find(Testing.synth(shop), 'Deployment', 'web'))).toEqual(WITH_AGENT);

    const later = new Chart(app, 'later', { namespace: 'shop' });
    deployment(later, 'api');
    expect(containerNames(find(Testing.synth(later), 'Deployment', 'api'))).toEqual(WITH_AGENT);
  });

  test('what is wrong in a chart that is made after another was rendered is told', () => {
    const { app, datadog, shop } = program();
    deployment(shop, 'web');
    datadog.instrument(app);
    Testing.synth(shop);

    const later = new Chart(app, 'later', { namespace: 'shop' });
    deployment(later, 'api', { hostNetwork: true, containers: [{ name: 'app', image: 'api:1' }] });
    expect(() => Testing.synth(later)).toThrow(/\[later\/api\] fargate\/no-host-network: /);
  });

  test('what is added to a chart that was rendered is instrumented', () => {
    const { datadog, shop } = program();
    deployment(shop, 'web');
    datadog.instrument(shop);
    Testing.synth(shop);
    deployment(shop, 'api');
    expect(containerNames(find(Testing.synth(shop), 'Deployment', 'api'))).toEqual(WITH_AGENT);
  });

  test('the charts of a synthesis may be rendered after it, and once each', () => {
    const { app, datadog, shop } = program();
    let renders = 0;
    new ApiObject(shop, 'count', { apiVersion: 'v1', kind: 'ConfigMap', data: { at: Lazy.any({ produce: () => String(++renders) }) } });
    deployment(shop, 'web');
    datadog.instrument(shop);
    app.synthYaml();
    expect(containerNames(find(Testing.synth(shop), 'Deployment', 'web'))).toEqual(WITH_AGENT);
    expect(renders).toBe(2);
  });

  test('a workload that is looked at by itself is instrumented too, without being kept', () => {
    const { app, datadog, shop } = program();
    const web = deployment(shop, 'web');
    datadog.instrument(shop);
    Testing.synth(shop);
    app.synthYaml();
    expect(containerNames(web.toJson())).toEqual(WITH_AGENT);
    web.metadata.addAnnotation('more', 'yes');
    expect(web.toJson().metadata.annotations).toEqual({ more: 'yes' });
  });

  test('a chart that is rendered again keeps nothing of its objects for later', () => {
    const { datadog, shop } = program();
    const web = deployment(shop, 'web');
    datadog.instrument(shop);
    Testing.synth(shop);
    Testing.synth(shop);
    web.metadata.addAnnotation('more', 'yes');
    expect(web.toJson().metadata.annotations).toEqual({ more: 'yes' });
  });
});

test('a Lazy that renders another chart of the app, as a checksum of it does, is rendered', () => {
  const { app, datadog, shop } = program();
  deployment(shop, 'web');
  const other = new Chart(app, 'other', { namespace: 'shop' });
  new ApiObject(other, 'count', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data: { objects: Lazy.any({ produce: () => String(shop.toJson().length) }) },
  });
  datadog.instrument(shop);
  expect(Testing.synth(other)[0].data).toEqual({ objects: '1' });
});
