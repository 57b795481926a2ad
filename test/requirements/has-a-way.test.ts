import { violationOf } from './violations';
import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { clusterModel } from '../render/models';

const OPENSHIFT = { platform: { fact: PLATFORMS.openShift4 } };

describe('traces and metrics of applications', () => {
  test.each<[string, Parameters<typeof clusterModel>[0], string]>([
    ['no socket', { features: { apm: { socketEnabled: false } } }, 'features.apm is on, and has neither a socket nor a port, so no application could send it traces'],
    ['neither', { features: { dogstatsd: { enabled: true, socketEnabled: false, portEnabled: false } } }, 'features.dogstatsd is on, and has neither a socket nor a port, so no application could send it metrics of applications'],
    ['no port on OpenShift', { ...OPENSHIFT, features: { apm: { portEnabled: false } } }, 'features.apm is on, and has neither a socket nor a port, so no application could send it traces'],
  ])('%s is refused', (_, given, reason) => {
    expect(violationOf(() => clusterModel(given))).toMatchObject({ rule: 'features/has-a-way', reason });
  });

  test.each<[string, Parameters<typeof clusterModel>[0], object]>([
    ['off', { features: { apm: { enabled: false, socketEnabled: false } } }, { socket: false, port: false }],
    ['a port in place of the socket', { features: { apm: { socketEnabled: false, portEnabled: true } } }, { socket: false, port: true }],
    ['no socket on OpenShift', { ...OPENSHIFT, features: { apm: { socketEnabled: false } } }, { socket: false, port: true }],
  ])('%s is taken', (_, given, ways) => expect(clusterModel(given).features.apm).toEqual(ways));
});
