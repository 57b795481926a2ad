import { injectionModel } from './injection-models';
import { FargateProfileModel } from '../../../src/model/cluster-description';
import { matchConditions } from '../../../src/render/sidecar-injection/conditions';

function conditionsOf(...args: Parameters<typeof injectionModel>): { [name: string]: string } {
  return Object.fromEntries(matchConditions(injectionModel(...args)).map(({ name, expression }) => [name, expression]));
}

test('namespaces and labels', () => {
  expect(conditionsOf({ namespaces: ['shop', 'pay', 'shop'] })['is-chosen'])
    .toBe('object.metadata.namespace in ["pay", "shop"] && object.metadata.?labels[?"team"] == optional.of("shop")');
  expect(conditionsOf({ podLabels: undefined })['is-chosen']).toBe('object.metadata.namespace in ["shop"]');
});

test('Fargate profiles: one of the selectors, whose labels have wildcards, and not by another profile or on nodes', () => {
  const fargateProfiles: FargateProfileModel[] = [
    { name: 'fp', selectors: [{ namespace: 'sh?p', labels: { 'run.*': 'far*' } }, { namespace: 'pay', labels: {} }] },
  ];
  const conditions = conditionsOf({ namespaces: ['pay', 'shop'], podLabels: undefined, fargateProfiles });
  expect(conditions['is-chosen'].split('\n')).toEqual([
    '(',
    '  object.metadata.namespace in ["shop"] &&',
    '  object.metadata.?labels.orValue({}).exists(label,',
    '    label.matches("^run\\\\..*$") && object.metadata.labels[label].matches("^far.*$"))',
    ') ||',
    '(object.metadata.namespace in ["pay"])',
  ]);
  expect(conditions['is-of-a-profile']).toBe('object.metadata.?labels[?"eks.amazonaws.com/fargate-profile"].optMap(profile, profile in ["fp"]).orValue(true)');
  expect(conditions['is-not-kept-on-nodes']).toBe('object.metadata.?annotations[?"eks.amazonaws.com/compute-type"] != optional.of("ec2")');
});

test('the sockets need room where there are any', () => {
  expect(Object.keys(conditionsOf())).toEqual([
    'is-chosen', 'is-not-of-datadog', 'is-not-of-a-daemon-set', 'is-not-for-windows', 'has-no-agent', 'has-room-for-volumes',
    'has-no-resources-as-a-whole', 'has-room-for-sockets',
  ]);
  const ports = { apm: { socketEnabled: false, portEnabled: true }, dogstatsd: { enabled: false } };
  expect(conditionsOf({}, { features: ports })['has-room-for-sockets']).toBeUndefined();
});

test('leaves out what an Agent has no room in, and what has one', () => {
  const all = '(object.spec.containers + object.spec.?initContainers.orValue([]))';
  expect(conditionsOf()).toMatchObject({
    'is-not-of-datadog': '!object.metadata.?labels[?"agent.datadoghq.com/component"].hasValue()',
    'is-not-of-a-daemon-set': '!object.metadata.?ownerReferences.orValue([]).exists(owner, owner.kind == "DaemonSet")',
    'is-not-for-windows': 'object.spec.?os.?name != optional.of("windows") &&\nobject.spec.?nodeSelector[?"kubernetes.io/os"] != optional.of("windows")',
    'has-no-agent': `!${all}.exists(container,\n  container.name in ["datadog-agent-injected", "init-copy-agent-config"])`,
    'has-room-for-volumes': '!object.spec.?volumes.orValue([]).exists(volume,\n  volume.name in ["ddsockets", "datadog-agent-token"])',
    'has-no-resources-as-a-whole': '!object.spec.?resources.?requests.hasValue() && !object.spec.?resources.?limits.hasValue()',
    'has-room-for-sockets': `!${all}.exists(container,\n  container.?volumeMounts.orValue([]).exists(mount, mount.mountPath == "/var/run/datadog"))`,
  });
});
