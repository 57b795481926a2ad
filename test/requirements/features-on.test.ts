import { violationOf } from './violations';
import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { FeaturesDescription } from '../../src/model/cluster-description';
import { clusterModel } from '../render/models';

const OPENSHIFT = { platform: { fact: PLATFORMS.openShift4 } };

describe('options of a feature that is off by default', () => {
  const GIVEN: Array<[string, FeaturesDescription, (enabled: boolean) => FeaturesDescription, string]> = [
    ['features.logs', { logs: { containerCollectAll: true } }, enabled => ({ logs: { containerCollectAll: true, enabled } }), "'containerCollectAll'"],
    ['features.otlp', { otlp: { grpcEnabled: true, httpEnabled: false } }, enabled => ({ otlp: { grpcEnabled: true, enabled } }), "'grpcEnabled' and 'httpEnabled'"],
    ['features.externalMetrics', { externalMetrics: { useDatadogMetrics: true } }, enabled => ({ externalMetrics: { useDatadogMetrics: true, enabled } }), "'useDatadogMetrics'"],
    ['features.prometheusScrape', { prometheusScrape: { checks: [{}] } }, enabled => ({ prometheusScrape: { checks: [{}], enabled } }), "'checks'"],
    [
      'features.apm.instrumentation', { apm: { instrumentation: { enabledNamespaces: ['shop'] } } },
      enabled => ({ apm: { instrumentation: { enabledNamespaces: ['shop'], enabled } } }), "'enabledNamespaces'",
    ],
  ];

  test.each(GIVEN)('%s without a word on it are refused', (name, features, _, options) => {
    expect(violationOf(() => clusterModel({ features }))).toMatchObject({
      rule: 'features/are-on',
      reason: `${name} has ${options}, and it is off unless it is turned on, so nothing would come of it`,
      remedy: "Write 'enabled: true' beside it, or 'enabled: false' where it is meant to be off",
    });
  });

  test.each(GIVEN)('%s with a word on it are taken', (_, __, features) => {
    expect(() => clusterModel({ features: features(true) })).not.toThrow();
    expect(() => clusterModel({ features: features(false) })).not.toThrow();
  });

  test('the webhook is turned on by what needs it, and nothing of undefined is given', () => {
    const features = { admissionController: { mutateUnlabelled: true }, apm: { instrumentation: { enabled: true } } };
    expect(clusterModel({ features }).features.admissionController).toMatchObject({ mutateUnlabelled: true });
    expect(clusterModel({ features: { logs: { containerCollectAll: undefined }, otlp: {} } }).features.agent).not.toHaveProperty('logs');
  });
});

describe('traces and metrics of applications', () => {
  test.each<[string, Parameters<typeof clusterModel>[0], string]>([
    ['no socket', { features: { apm: { socketEnabled: false } } }, 'features.apm is on, and has neither a socket nor a port, so nobody could send it traces'],
    ['neither', { features: { dogstatsd: { enabled: true, socketEnabled: false, portEnabled: false } } }, 'features.dogstatsd is on, and has neither a socket nor a port, so nobody could send it metrics of applications'],
    ['no port on OpenShift', { ...OPENSHIFT, features: { apm: { portEnabled: false } } }, 'features.apm is on, and has neither a socket nor a port, so nobody could send it traces'],
  ])('%s is refused', (_, given, reason) => {
    expect(violationOf(() => clusterModel(given))).toMatchObject({ rule: 'features/has-a-way', reason });
  });

  test.each<[string, Parameters<typeof clusterModel>[0], object]>([
    ['off', { features: { apm: { enabled: false, socketEnabled: false } } }, { socket: false, port: false }],
    ['a port in place of the socket', { features: { apm: { socketEnabled: false, portEnabled: true } } }, { socket: false, port: true }],
    ['no socket on OpenShift', { ...OPENSHIFT, features: { apm: { socketEnabled: false } } }, { socket: false, port: true }],
  ])('%s is taken', (_, given, ways) => expect(clusterModel(given).features.agent.apm).toEqual(ways));
});
