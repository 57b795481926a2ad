import { check, FARGATE, finding, object } from '../fixtures';

const RULE = 'cluster-agent/address-is-static';
const RANGE = { ...FARGATE, serviceCidr: '172.20.0.0/16' };

const fixed = (clusterIP: string, component = 'cluster-agent') =>
  object('v1', 'Service', 'datadog/fixed', { spec: { clusterIP, selector: { 'agent.datadoghq.com/component': component } } });

test('an address behind those that are kept may be gone when the Service comes', () => {
  const manifest = fixed('172.20.177.177');
  expect(check(RULE, [manifest], RANGE)).toEqual([finding(RULE, manifest, 'may give to any Service of 172.20.0.0/16')]);
});

test.each(['172.20.0.2', '172.20.0.251', '172.20.1.0'])('%s is kept', address => {
  expect(check(RULE, [fixed(address)], RANGE)).toEqual([]);
});

test('what is no address of the range is the finding of another rule', () => {
  expect(check(RULE, [fixed('10.96.0.5')], RANGE)).toEqual([]);
  expect(check('cluster-agent/address-is-usable', [fixed('10.96.0.5')], RANGE)).toHaveLength(1);
});

test('nothing is said where the range is not known, nor of other Services', () => {
  expect(check(RULE, [fixed('172.20.177.177')])).toEqual([]);
  expect(check(RULE, [fixed('172.20.177.177', 'web')], RANGE)).toEqual([]);
});
