import { App, Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { mood, Options } from './options';
import { outcomeOf } from './outcome';
import { runs } from './settings';
import { DatadogChart, DatadogCredentials, Platform } from '../../src';
import { deployment, externalSecrets, podSpec } from '../datadog-chart/program';

const CREDENTIALS = [externalSecrets(), DatadogCredentials.existingSecret({ appKey: true }), DatadogCredentials.existingSecret()];
const PLATFORMS = [Platform.eksFargate(), Platform.kubeadm(), Platform.openShift4(), Platform.eks(), Platform.rke2()];

beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });

test('whatever is given to a chart, manifests that pass the schemas come out, or an error with the id of a rule', () => {
  const counted = { manifests: 0, errors: 0 };
  fc.assert(fc.property(fc.gen(), mood, (g, m) => {
    const options = new Options(g, m);
    const { rules } = outcomeOf(() => {
      const app = new App();
      const props = options.struct('DatadogChartProps');
      // Where nothing at all is wrong, these are what most often is.
      if (options.chance(70)) props.credentials = options.of(CREDENTIALS);
      if (options.chance(50)) props.platform = options.of(PLATFORMS);
      const datadog = new DatadogChart(app, 'datadog', props);
      const shop = new Chart(app, 'shop', { namespace: 'shop' });
      deployment(shop, 'web', podSpec());
      if (options.chance(50)) datadog.instrument(shop);
      if (options.chance(30)) datadog.instrumentTarget(shop, options.struct('InstrumentOptions'));
      if (options.chance(20)) datadog.injectAtAdmission(options.struct('SidecarInjectionOptions'));
      return app;
    });
    counted[rules.length > 0 ? 'errors' : 'manifests']++;
  }), runs(60));
  expect(counted.manifests).toBeGreaterThan(0);
  expect(counted.errors).toBeGreaterThan(0);
}, 3_600_000);
