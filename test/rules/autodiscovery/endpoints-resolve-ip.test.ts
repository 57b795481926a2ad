import { service } from './annotated';
import { APP, check, deployment, finding, MIXED } from '../fixtures';

const RULE = 'autodiscovery/endpoints-resolve-ip';
const CHECKS = { 'endpoints.checks': '{"nginx":{"instances":[{}]}}' };

test('with resolve: ip, a runner takes them', () => {
  expect(check(RULE, [service({ ...CHECKS, 'endpoints.resolve': 'ip' })])).toEqual([]);
});

test('checks of the Service as a whole go to a runner anyhow, and so do endpoints with no pod behind them', () => {
  expect(check(RULE, [service({ 'service.checks': '{}' }), service(CHECKS, {}), service(CHECKS, { selector: {} })])).toEqual([]);
});

test('where there are other nodes, their Agents take them', () => {
  expect(check(RULE, [service(CHECKS)], { complete: true })).toEqual([]);
});

test.each<[string, { [name: string]: string }]>([
  ['without resolve', CHECKS],
  ['with resolve: auto', { ...CHECKS, 'endpoints.resolve': 'auto' }],
  ['in the first version', { 'endpoints.check_names': '["nginx"]', 'endpoints.init_configs': '[{}]', 'endpoints.instances': '[{}]' }],
])('%s, nobody takes them', (_, annotations) => {
  const web = service(annotations);
  expect(check(RULE, [web])).toEqual([finding(RULE, web, 'handed to the Agent on the node of each pod')]);
});

describe('where there are nodes and Fargate profiles', () => {
  const web = service(CHECKS);
  const pods = (fullName: string, labels = {}) => deployment(fullName, { containers: [APP] }, labels);

  test('pods behind the Service that a profile takes', () => {
    expect(check(RULE, [web, pods('shop/web')], MIXED)).toEqual([finding(RULE, web, 'on Fargate no Agent asks for them')]);
  });

  test.each([
    ['in another namespace', pods('store/web')],
    ['in another namespace, on Fargate', pods('jobs/web', { run: 'fargate' })],
    ['with other labels', pods('shop/api', { app: 'api' })],
  ])('pods %s, and none of it on Fargate', (_, others) => {
    expect(check(RULE, [web, others], MIXED)).toEqual([]);
  });

  test('pods with but one of the labels', () => {
    expect(check(RULE, [service(CHECKS, { selector: { app: 'web', tier: 'front' } }), pods('shop/web')], MIXED)).toEqual([]);
  });
});
