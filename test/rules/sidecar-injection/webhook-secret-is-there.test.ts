import { clusterAgent, SHOP } from './webhook';
import { APP, check, deployment, FARGATE, finding, secret } from '../fixtures';

const RULE = 'sidecar-injection/webhook-secret-is-there';
const LABEL = { 'agent.datadoghq.com/sidecar': 'fargate' };
const web = (labels: { [name: string]: string } = LABEL, namespace = 'shop') => deployment(`${namespace}/web`, { containers: [APP] }, labels);

test('the Secret is in the namespace, or promised there', () => {
  expect(check(RULE, [clusterAgent(), web(), secret('shop/datadog-secret')])).toEqual([]);
  expect(check(RULE, [clusterAgent(), web()], { ...FARGATE, promisedSecrets: [{ namespace: 'shop', name: 'datadog-secret' }] })).toEqual([]);
  const elsewhere = [{ namespace: 'pay', name: 'datadog-secret' }, { namespace: 'shop', name: 'other' }];
  expect(check(RULE, [clusterAgent(), web()], { ...FARGATE, promisedSecrets: elsewhere })).toHaveLength(1);
});

test('pods that the webhook leaves alone', () => {
  expect(check(RULE, [clusterAgent(), web({})])).toEqual([]);
  expect(check(RULE, [clusterAgent({ selectors: [SHOP] }), web({ team: 'shop' }, 'pay'), web(LABEL, 'shop')])).toEqual([]);
});

test('no Secret, by the label and by a selector', () => {
  const broken = web();
  expect(check(RULE, [clusterAgent(), broken])).toEqual([finding(RULE, broken, "the namespace 'shop' has no such Secret")]);
  const chosen = web({ team: 'shop' });
  expect(check(RULE, [clusterAgent({ selectors: [SHOP] }), chosen])).toEqual([finding(RULE, chosen, "the namespace 'shop' has no such Secret")]);
});

test('a Secret with another name, and one without the token', () => {
  const broken = web();
  expect(check(RULE, [clusterAgent(), broken, secret('shop/other')])).toEqual([finding(RULE, broken, 'has no such Secret')]);
  const found = check(RULE, [clusterAgent(), broken, secret('shop/datadog-secret', { 'api-key': 'k' })]);
  expect(found).toEqual([finding(RULE, broken, "reads 'token' of the Secret 'datadog-secret', and the namespace 'shop' has it without")]);
});

test('a part of the manifests', () => {
  expect(check(RULE, [clusterAgent(), web()], { ...FARGATE, complete: false })).toEqual([]);
});

test('the Cluster Agent that has the webhook gets no Agent from it', () => {
  expect(check(RULE, [clusterAgent({ selectors: [{ namespaceSelector: { matchLabels: {} } }] })])).toEqual([]);
});

test('a Cluster Agent without a name', () => {
  const { metadata, ...nameless } = clusterAgent();
  expect(check(RULE, [nameless, web()])).toHaveLength(1);
});
