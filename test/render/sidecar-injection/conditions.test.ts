import { injectionModel } from './injection-models';
import { FargateProfileModel } from '../../../src/model/cluster-description';
import { matchConditions } from '../../../src/render/sidecar-injection/conditions';

function conditionsOf(...args: Parameters<typeof injectionModel>): { [name: string]: string } {
  return Object.fromEntries(matchConditions(injectionModel(...args)).map(({ name, expression }) => [name, expression]));
}

test('namespaces and labels', () => {
  const labels = '(has(object.metadata.labels) ? object.metadata.labels : {})';
  expect(conditionsOf({ namespaces: ['shop', 'pay', 'shop'] })['is-chosen'])
    .toBe(`(object.metadata.namespace in ["pay", "shop"] && "team" in ${labels} && ${labels}["team"] == "shop")`);
  expect(conditionsOf({ podLabels: undefined })['is-chosen']).toBe('(object.metadata.namespace in ["shop"])');
});

test('Fargate profiles: one of the selectors, whose labels have wildcards, and not by another profile or on nodes', () => {
  const fargateProfiles: FargateProfileModel[] = [
    { name: 'fp', selectors: [{ namespace: 'sh?p', labels: { 'run.*': 'far*' } }, { namespace: 'pay', labels: {} }] },
  ];
  const conditions = conditionsOf({ namespaces: ['pay', 'shop', 'other'], podLabels: undefined, fargateProfiles });
  expect(conditions['is-chosen']).toBe('(object.metadata.namespace in ["shop"] && (has(object.metadata.labels) ? object.metadata.labels : {})'
    + '.exists(name, name.matches("^run\\\\..*$") && (has(object.metadata.labels) ? object.metadata.labels : {})[name].matches("^far.*$")))'
    + ' || (object.metadata.namespace in ["pay"])');
  expect(conditions['is-of-a-profile']).toContain('["eks.amazonaws.com/fargate-profile"] in ["fp"]');
  expect(conditions['stays-not-on-nodes']).toContain('["eks.amazonaws.com/compute-type"] != "ec2"');
});

test('the sockets need room where there are any', () => {
  expect(Object.keys(conditionsOf())).toEqual([
    'is-chosen', 'is-not-of-datadog', 'is-not-of-a-daemon-set', 'has-no-agent', 'has-room-for-volumes', 'has-no-resources-as-a-whole', 'has-room-for-sockets',
  ]);
  const ports = { apm: { socketEnabled: false, portEnabled: true }, dogstatsd: { enabled: false } };
  expect(conditionsOf({}, { features: ports })['has-room-for-sockets']).toBeUndefined();
});
