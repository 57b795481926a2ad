import { clusterAgent, SHOP } from './webhook';
import { APP, check, deployment, FARGATE, finding, object } from '../fixtures';

const RULE = 'sidecar-injection/webhook-label-counts';
const LABEL = { 'agent.datadoghq.com/sidecar': 'fargate' };
const web = (labels: { [name: string]: string }, namespace = 'shop') => deployment(`${namespace}/web`, { containers: [APP] }, labels);

test('the label by itself, or beside what the selector asks for', () => {
  expect(check(RULE, [clusterAgent(), web(LABEL)])).toEqual([]);
  expect(check(RULE, [clusterAgent({ selectors: [SHOP] }), web({ ...LABEL, team: 'shop' })])).toEqual([]);
  expect(check(RULE, [clusterAgent({ selectors: [SHOP] }), web({ team: 'pay' })])).toEqual([]);
});

test('a selector in place of the label', () => {
  const broken = web(LABEL);
  expect(check(RULE, [clusterAgent({ selectors: [SHOP] }), broken])).toEqual([finding(RULE, broken, 'stands in place of that label, leaves them out')]);
});

test('a namespace that is left out', () => {
  const broken = web({ ...LABEL, team: 'shop' }, 'pay');
  expect(check(RULE, [clusterAgent({ selectors: [SHOP] }), broken])).toEqual([finding(RULE, broken, 'their labels or their namespace')]);
});

test('labels of a namespace count as far as they are known', () => {
  const selectors = [{ namespaceSelector: { matchLabels: { tier: 'front' } } }];
  const shop = (labels?: object) => ({ ...object('v1', 'Namespace', 'shop'), metadata: { name: 'shop', labels } }) as any;
  expect(check(RULE, [clusterAgent({ selectors }), web(LABEL)])).toEqual([]);
  expect(check(RULE, [clusterAgent({ selectors }), web(LABEL), shop({ tier: 'front' })])).toEqual([]);
  const broken = web(LABEL);
  expect(check(RULE, [clusterAgent({ selectors }), broken, shop({ tier: 'back' })])).toEqual([finding(RULE, broken, 'leaves them out')]);
});

test('no webhook, or a part of the manifests', () => {
  expect(check(RULE, [web(LABEL)])).toEqual([]);
  expect(check(RULE, [clusterAgent({ selectors: [SHOP] }), web(LABEL)], { ...FARGATE, complete: false })).toEqual([]);
});
