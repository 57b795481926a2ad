import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { ClusterAgentAddressDescription } from '../../src/model/cluster-description';
import { clusterModel } from '../render/models';
import { violationOf } from '../requirements/violations';

const model = (serviceCidr?: string, fixedAddress?: ClusterAgentAddressDescription) => {
  const { clusterAgentAddress: address, clusterAgentAddressUrl: url } = clusterModel({
    platform: { fact: PLATFORMS.eksFargate, serviceCidr },
    clusterAgent: { fixedAddress },
  });
  return { address, url };
};
const NONE = { address: undefined, url: undefined };

test('the range of Services gives an address', () => {
  expect(model('172.20.0.0/16')).toEqual({ address: { ip: '172.20.0.251', family: 'IPv4' }, url: 'https://172.20.0.251:5005' });
  expect(model('fd30:9eb::/108')).toEqual({ address: { ip: 'fd30:9eb::fb', family: 'IPv6' }, url: 'https://[fd30:9eb::fb]:5005' });
});

test('one that is given wins, also where the range is not known', () => {
  expect(model('172.20.0.0/16', { clusterIp: '172.20.0.99' }).url).toBe('https://172.20.0.99:5005');
  expect(model(undefined, { clusterIp: '10.1.0.99' }).url).toBe('https://10.1.0.99:5005');
  expect(model(undefined, { enabled: true, clusterIp: 'FD00:0::99' }).address).toEqual({ ip: 'fd00::99', family: 'IPv6' });
});

test('without either there is none, and none where it is off', () => {
  expect(model()).toEqual(NONE);
  expect(model(undefined, {})).toEqual(NONE);
  expect(model('172.20.0.0/16', { enabled: false })).toEqual(NONE);
});

test('it cannot be on where nothing says what it could be', () => {
  expect(violationOf(() => model(undefined, { enabled: true })).rule).toBe('cluster-agent/address-is-known');
});

test('an address outside of the range, and a range that is none, are refused', () => {
  expect(violationOf(() => model('172.20.0.0/16', { clusterIp: '10.1.0.99' })).rule).toBe('cluster-agent/address-is-usable');
  expect(violationOf(() => model('172.20.0.0')).rule).toBe('platform/service-cidr');
});
