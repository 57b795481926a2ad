import { clusterAgent } from './webhook';
import { APP, check, deployment, FARGATE, finding, MIXED } from '../fixtures';

const RULE = 'sidecar-injection/injected-on-fargate';
const LABELS = { team: 'shop' };
const REASON = 'no Fargate profile takes them';
const injection = { name: 'team', webhook: false, match: { groups: [{ namespaces: ['shop', 'pay'], labels: LABELS }] } };
const web = (namespace: string, labels = LABELS) => deployment(`${namespace}/web`, { containers: [APP] }, labels);

test('on Fargate, or not chosen', () => {
  expect(check(RULE, [web('shop'), web('other')], { ...MIXED, sidecarInjections: [injection] })).toEqual([]);
  const webhook = clusterAgent({ selectors: [{ objectSelector: { matchLabels: LABELS } }] });
  expect(check(RULE, [webhook, web('shop'), web('other', { team: 'other' })], MIXED)).toEqual([]);
});

test('on nodes, by a policy and by the webhook', () => {
  const broken = web('pay');
  expect(check(RULE, [broken], { ...MIXED, sidecarInjections: [injection] })).toEqual([finding(RULE, broken, REASON)]);
  const webhook = clusterAgent({ selectors: [{ objectSelector: { matchLabels: LABELS } }] });
  expect(check(RULE, [broken, webhook], MIXED)).toEqual([finding(RULE, broken, REASON)]);
});

test('where all pods are on Fargate', () => {
  expect(check(RULE, [web('pay')], { ...FARGATE, sidecarInjections: [injection] })).toEqual([]);
});

test('where nobody knows where pods run', () => {
  expect(check(RULE, [web('pay')], { sidecarInjections: [injection] })).toEqual([]);
});

test('the Cluster Agent that has the webhook is not its own matter', () => {
  expect(check(RULE, [clusterAgent({ selectors: [{ namespaceSelector: { matchLabels: {} } }] })], MIXED)).toEqual([]);
});
