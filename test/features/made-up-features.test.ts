import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { partsOf, webhookEnv } from '../../src/features/contributions';
import { envByContainer } from '../../src/features/deliveries';
import { Feature, FeatureContext } from '../../src/features/feature';
import { resolveFeatures } from '../../src/features/resolve-features';
import { FeatureName } from '../../src/model/features-model';
import { mergeClusterAgentParts } from '../../src/parts/cluster-agent-part';
import { mergeParts } from '../../src/parts/merge-node-agent-parts';
import { mergeFeatureRunnerParts } from '../../src/parts/runner-part';
import { mergeSidecarParts } from '../../src/parts/sidecar-part';
import { clusterModel, EXISTING } from '../render/models';
import { violationOf } from '../requirements/violations';

const CONTEXT: Omit<FeatureContext, 'of'> = {
  given: {},
  platform: PLATFORMS.eks,
  kubernetesVersion: '1.33',
  agentVersion: '7.81.0',
  site: 'datadoghq.com',
  namespace: 'datadog',
  credentials: EXISTING,
  nodeAgents: true,
  fargate: false,
};
const MODEL = clusterModel({ platform: { fact: PLATFORMS.eks } });

/** A feature under the name of a real one, because names are typed. */
function madeUp(name: FeatureName, more: Partial<Feature> = {}): Feature {
  return { name, resolve: () => undefined as never, docs: { defaults: [{ what: 'made up', chart: 'off' }] }, ...more };
}

const reading = (name: FeatureName, reads: readonly FeatureName[], ...names: readonly FeatureName[]) =>
  madeUp(name, { reads, resolve: ({ of }) => ({ read: names.map(other => of(other)) }) as never });

describe('models of features', () => {
  test('a feature is resolved once, after those that it reads, wherever it stands', () => {
    let times = 0;
    const logs = madeUp('logs', { resolve: () => ({ times: ++times }) as never });
    const read = resolveFeatures(CONTEXT, [reading('otlp', ['logs'], 'logs', 'logs'), reading('apm', ['logs'], 'logs'), logs]);
    expect(read).toEqual({ otlp: { read: [{ times: 1 }, { times: 1 }] }, apm: { read: [{ times: 1 }] }, logs: { times: 1 } });
  });

  test('rejects a feature that is on and that the Agent does not have yet', () => {
    const since = { name: 'heartbeats', since: '7.90', source: 'made up', checkedOn: '2026-12-01' };
    const resolved = (on: boolean, agentVersion = '7.81.0') =>
      resolveFeatures({ ...CONTEXT, agentVersion }, [madeUp('logs', { since, resolve: () => on as never })]);
    expect(violationOf(() => resolved(true))).toMatchObject({ rule: 'agent/has-feature', reason: 'the Agent 7.81.0 has no heartbeats, which came with 7.90' });
    expect([resolved(true, '7.90.0'), resolved(false)]).toEqual([{ logs: true }, { logs: false }]);
  });

  test('a feature that is off is left out', () => {
    expect(resolveFeatures(CONTEXT, [madeUp('logs'), madeUp('apm', { resolve: () => true as never })])).toEqual({ apm: true });
  });

  test.each<[string, Feature[], string]>([
    ['two', [reading('apm', ['logs'], 'logs'), reading('logs', ['apm'], 'apm')], 'features read each other: apm -> logs -> apm'],
    ['one', [reading('apm', ['apm'], 'apm')], 'features read each other: apm -> apm'],
    ['three', [madeUp('tags', { resolve: () => ({}) as never }), reading('apm', ['logs'], 'logs'), reading('logs', ['otlp'], 'otlp'), reading('otlp', ['logs'], 'logs')],
      'features read each other: apm -> logs -> otlp -> logs'],
  ])('rejects a circle of %s', (_, features, message) => expect(() => resolveFeatures(CONTEXT, features)).toThrow(message));

  test('rejects the reading of a feature that is not named', () => {
    const logs = madeUp('logs', { resolve: () => ({}) as never });
    expect(() => resolveFeatures(CONTEXT, [logs, reading('otlp', ['apm'], 'logs')]))
      .toThrow("the feature 'otlp' does not name 'logs' among those that it reads");
    expect(() => resolveFeatures(CONTEXT, [logs, madeUp('otlp', { resolve: ({ of }) => of('logs') as never })])).toThrow("does not name 'logs'");
  });

  test('rejects the reading of a feature that does not exist', () => {
    expect(() => resolveFeatures(CONTEXT, [reading('otlp', ['logs'], 'logs')])).toThrow("the registry has no feature 'logs'");
  });
});

const env = (value: string) => [{ name: 'DD_X', value }];

test.each<[string, (value: string) => Partial<Feature>, (features: Feature[]) => unknown]>([
  ['node Agents', value => ({ nodeAgent: () => ({ env: { agent: env(value) } }) }), features => mergeParts(partsOf('nodeAgent', MODEL, features)).agentEnv('agent')],
  ['sidecars', value => ({ sidecar: () => ({ env: env(value) }) }), features => mergeSidecarParts(partsOf('sidecar', MODEL, features))],
  ['the Cluster Agent', value => ({ clusterAgent: () => ({ env: env(value) }) }), features => mergeClusterAgentParts(partsOf('clusterAgent', MODEL, features))],
  ['runners', value => ({ runners: () => ({ env: env(value) }) }), features => mergeFeatureRunnerParts(partsOf('runners', MODEL, features))],
  ['sidecars of the webhook', value => ({ webhookEnv: () => env(value) }), features => webhookEnv(MODEL, features)],
])('two features with different values of one env var of %s are an error with the options of both', (_, adds, merge) => {
  const both = (one: string, two: string) => [madeUp('tags', adds(one)), madeUp('logs'), madeUp('apmInstrumentation', { path: 'apm.instrumentation', ...adds(two) })];
  expect(() => merge(both('1', '1'))).not.toThrow();
  expect(violationOf(() => merge(both('1', '2'))).reason).toContain("features.tags and features.apm.instrumentation each have a different env var 'DD_X'");
});

describe('env vars that a delivery writes by itself', () => {
  const isOn = () => true;

  test('those that features share are there once', () => {
    const features = [madeUp('apm', { helm: { env: { agent: { DD_X: isOn }, traceAgent: { DD_Y: true } } } }), madeUp('logs', { helm: { env: { agent: { DD_X: isOn } } } })];
    expect(envByContainer('helm', features)).toEqual({ agent: { DD_X: isOn }, traceAgent: { DD_Y: true } });
  });

  test.each(['operator', 'helm'] as const)('%s: two features that say different things of one are an error', delivery => {
    const features = [madeUp('apm', { [delivery]: { env: { agent: { DD_X: true } } } }), madeUp('logs', { [delivery]: { env: { agent: { DD_X: isOn } } } })];
    expect(() => envByContainer(delivery, features)).toThrow("the feature 'apm' and the feature 'logs' say different things of the env var of agent 'DD_X'");
  });

  test('containers are apart from each other', () => {
    const features = [madeUp('apm', { helm: { env: { agent: { DD_X: true } } } }), madeUp('logs', { helm: { env: { traceAgent: { DD_X: isOn } } } })];
    expect(envByContainer('helm', features)).toEqual({ agent: { DD_X: true }, traceAgent: { DD_X: isOn } });
  });
});
