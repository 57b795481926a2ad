import { clusterAgent } from '../autodiscovery/agents';
import { APP, check, deployment, FARGATE, finding, instrumented } from '../fixtures';

const RULE = 'sidecar-injection/webhook-is-there';
const LABEL = { 'agent.datadoghq.com/sidecar': 'fargate' };
const web = deployment('shop/web', { containers: [APP] }, LABEL);

test('refuses the label where the Cluster Agent has no such webhook', () => {
  expect(check(RULE, [web, clusterAgent()])).toEqual([finding(RULE, web, "the pods ask for an Agent by the label 'agent.datadoghq.com/sidecar', and the webhook of the Cluster Agent that would add it is off")]);
});

test.each<[string, any[]]>([
  ['the webhook is on', [web, clusterAgent({ DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_ENABLED: 'true', DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_PROVIDER: 'fargate' })]],
  ['the Cluster Agent comes from elsewhere', [web]],
  ['the pods have an Agent', [instrumented('shop/web', { labels: LABEL }), clusterAgent()]],
  ['there is no label', [deployment('shop/web', { containers: [APP] }), clusterAgent()]],
])('is content where %s', (_, manifests) => {
  expect(check(RULE, manifests)).toEqual([]);
});

test('is content where a policy adds the Agent', () => {
  const sidecarInjections = [{ name: 'x', webhook: false, match: { groups: [{ namespaces: ['shop'], labels: {} }] } }];
  expect(check(RULE, [web, clusterAgent()], { ...FARGATE, sidecarInjections })).toEqual([]);
});
