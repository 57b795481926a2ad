import { check, FARGATE, finding, object } from '../fixtures';

const RULE = 'cluster-agent/address-is-usable';
const RANGE = { ...FARGATE, serviceCidr: '10.96.0.0/16' };

const service = (fullName: string, clusterIP: unknown, component = 'cluster-agent') =>
  object('v1', 'Service', fullName, { spec: { clusterIP, selector: { 'agent.datadoghq.com/component': component } } });

test.each([
  ['172.20.177.177', 'outside of 10.96.0.0/16'],
  ['10.96.0.1', 'the API server'],
  ['10.96.0.10', 'DNS'],
  ['10.96.0.300', 'no IP address'],
])('%s is refused', (address, reason) => {
  const manifest = service('datadog/fixed', address);
  expect(check(RULE, [manifest], RANGE)).toEqual([finding(RULE, manifest, reason)]);
});

test.each([['10.96.0.251'], ['10.96.177.177'], ['None'], [''], [undefined]])('%s is taken', address => {
  expect(check(RULE, [service('datadog/fixed', address)], RANGE)).toEqual([]);
});

test('Services of others are their own affair', () => {
  expect(check(RULE, [service('shop/web', '172.20.0.5', 'web')], RANGE)).toEqual([]);
});

test('where the range is not known, an address is an address', () => {
  expect(check(RULE, [service('datadog/fixed', '172.20.177.177')])).toEqual([]);
  expect(check(RULE, [service('datadog/fixed', 'x')])).toHaveLength(1);
});

test('no other Service has it', () => {
  const fixed = service('datadog/fixed', '10.96.0.251');
  expect(check(RULE, [fixed, service('shop/web', '10.96.0.251', 'web')], RANGE)).toEqual([finding(RULE, fixed, 'Service shop/web')]);
  expect(check(RULE, [fixed, service('shop/web', '10.96.0.250', 'web')], RANGE)).toEqual([]);
});
