import { APP, check, deployment, FARGATE, finding, job, object } from '../fixtures';

const RULE = 'fargate/profile-matches';
const PROFILES = [
  { name: 'shop', selectors: [{ namespace: 'shop', labels: { app: 'web' } }] },
  { name: 'datadog', selectors: [{ namespace: 'datadog', labels: {} }] },
];
const declared = { ...FARGATE, fargateProfiles: PROFILES };
const WEB = deployment('shop/web', { containers: [APP] });

test('pods that match a selector of a profile', () => {
  expect(check(RULE, [WEB, deployment('datadog/agent', { containers: [APP] })], declared)).toEqual([]);
});

test('pods that match none stay Pending', () => {
  const night = job('shop/night', { containers: [APP] });
  expect(check(RULE, [WEB, night], declared)).toEqual([
    finding(RULE, night, "none of the Fargate profiles 'shop' and 'datadog' has a selector for pods in the namespace 'shop' with no labels, so they stay Pending"),
  ]);
});

test('one profile alone is named by itself', () => {
  const alone = { ...declared, fargateProfiles: PROFILES.slice(1) };
  expect(check(RULE, [WEB], alone)).toEqual([finding(RULE, WEB, "the Fargate profile 'datadog' has no selector for pods in the namespace 'shop' with the labels app=web")]);
});

test('a pod without a namespace is in the one that kubectl takes', () => {
  const web = deployment('web', { containers: [APP] });
  expect(check(RULE, [web], declared)).toEqual([finding(RULE, web, "in the namespace 'default' with the labels app=web")]);
});

test('a pod that names its profile needs a selector of that one', () => {
  const web = deployment('shop/web', { containers: [APP] }, { 'eks.amazonaws.com/fargate-profile': 'datadog' });
  expect(check(RULE, [web], declared)).toEqual([finding(RULE, web, "'datadog', the Fargate profile of their label, has no selector for")]);
});

test('nothing is known where no profile is declared, and nothing wrong where there are other nodes, or with a DaemonSet', () => {
  const agents = object('apps/v1', 'DaemonSet', 'shop/agents', { spec: { template: { spec: { containers: [APP] } } } });
  const lost = deployment('lost/web', { containers: [APP] });
  expect(check(RULE, [lost])).toEqual([]);
  expect(check(RULE, [lost], { complete: true, fargateProfiles: PROFILES })).toEqual([]);
  expect(check(RULE, [agents], declared)).toEqual([]);
});
