import { APP, check, deployment, finding, instrumented } from '../fixtures';

const RULE = 'sidecar/not-also-by-webhook';
const LABEL = { 'agent.datadoghq.com/sidecar': 'fargate' };

test('an Agent without the label, and the label without an Agent', () => {
  expect(check(RULE, [instrumented('shop/web'), deployment('shop/other', { containers: [APP] }, LABEL)])).toEqual([]);
});

test("another value of the label is not the webhook's", () => {
  expect(check(RULE, [instrumented('shop/web', { labels: { 'agent.datadoghq.com/sidecar': 'no' } })])).toEqual([]);
});

test("both, with the name that the webhook's container has", () => {
  const web = instrumented('shop/web', { labels: LABEL });
  expect(check(RULE, [web])).toEqual([finding(RULE, web, "'agent.datadoghq.com/sidecar: fargate', for which Datadog's webhook changes its container")]);
});

test('both, with another name', () => {
  const web = instrumented('shop/web', { labels: LABEL, agent: { name: 'datadog-agent' } });
  expect(check(RULE, [web])).toEqual([finding(RULE, web, 'adds a second Agent')]);
});
