import { HELM_KEYS } from '../../../src/render/deliveries/helm-keys';
import { OPERATOR_KEYS } from '../../../src/render/deliveries/operator-keys';
import { nearestNote, noteOf, optionsByKey, optionsOfKey } from '../../../src/render/deliveries/option-keys';

const TABLE = {
  'platform': ['agents.affinity', 'datadog.logs.enabled', 'agents.env[DD_X]'],
  'features.logs.enabled': ['datadog.logs.enabled', 'agents.env[DD_X]'],
  'features.other.enabled': ['datadog.logs.enabled', 'datadog.other'],
  'nodeAgent.affinity': ['agents.affinity'],
  'sidecar.cpu': [],
};

describe('the table read backwards', () => {
  const byKey = optionsByKey(TABLE);

  test('every key has its options, those with the fewest keys first', () => {
    expect(byKey).toEqual({
      'agents.affinity': ['nodeAgent.affinity', 'platform'],
      'agents.env[DD_X]': ['features.logs.enabled', 'platform'],
      'datadog.logs.enabled': ['features.logs.enabled', 'features.other.enabled', 'platform'],
      'datadog.other': ['features.other.enabled'],
    });
    expect(Object.keys(byKey)).toEqual(Object.keys(byKey).sort());
  });

  test.each<[string, string, string[]]>([
    ['a key', 'datadog.other', ['features.other.enabled']],
    ['what stands below a key', 'agents.affinity.nodeAffinity.x[0].weight', ['nodeAgent.affinity', 'platform']],
    ['an env var by its name', 'agents.env[DD_X]', ['features.logs.enabled', 'platform']],
    ['what stands above keys', 'datadog.logs', ['features.logs.enabled', 'features.other.enabled', 'platform']],
    ['a key whose name begins like another', 'datadog.others', []],
    ['a key that the library does not write', 'datadog.unknown', []],
  ])('%s', (_, key, options) => expect(optionsOfKey(byKey, key)).toEqual(options));
});

const TABLES = { helm: optionsByKey(HELM_KEYS), operator: optionsByKey(OPERATOR_KEYS) };

test.each<['helm' | 'operator', string, string]>([
  ['helm', 'datadog.logs.containerCollectAll', 'features.logs.containerCollectAll'],
  ['helm', 'datadog.otlp.receiver.protocols.grpc.endpoint', 'features.otlp.grpcEnabled'],
  ['helm', 'agents.tolerations[0].key', 'nodeAgent.tolerations'],
  ['helm', 'clusterAgent.metricsProvider.useDatadogMetrics', 'features.externalMetrics.useDatadogMetrics'],
  ['helm', 'commonLabels.team', 'labels'],
  ['operator', 'features.npm.enabled', 'features.networkMonitoring.enabled'],
  ['operator', 'override.nodeAgent.containers.agent.env[DD_CONTAINER_LIFECYCLE_ENABLED]', 'features.containerLifecycle.enabled'],
  ['operator', 'override.clusterAgent.containers.cluster-agent.resources.requests.cpu', 'clusterAgent.cpu'],
  ['operator', 'features.apm.instrumentation.targets[0].ddTraceVersions', 'features.apm.instrumentation.targets'],
])('%s: %s comes first of %s', (delivery, key, option) => expect(optionsOfKey(TABLES[delivery], key)[0]).toBe(option));

test('both deliveries have the same options', () => expect(Object.keys(HELM_KEYS)).toEqual(Object.keys(OPERATOR_KEYS)));

test('the nearest note counts', () => {
  const notes = { 'a': { difference: 'of a' }, 'a.b': { outside: 'of b' }, 'c[].d': { cannot: 'of d' } };
  expect([noteOf(notes, 'a.c'), noteOf(notes, 'a.b.x'), noteOf(notes, 'c[].d'), noteOf(notes, 'ab')]).toEqual([notes.a, notes['a.b'], notes['c[].d'], {}]);
  expect([nearestNote(notes, 'a.b'), nearestNote(notes, 'b')]).toEqual(['a.b', undefined]);
});
