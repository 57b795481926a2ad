import { clusterAgent } from '../autodiscovery/agents';
import { APP, check, deployment, EC2, FARGATE, finding, instrumented, job, MIXED, nodeAgent } from '../fixtures';

const RULE = 'sidecar/every-pod-has-an-agent';
const web = deployment('shop/web', { containers: [APP] });

test('warns of workloads without an Agent on a cluster of Fargate alone', () => {
  const night = job('shop/night', { containers: [APP] });
  expect(check(RULE, [web, night, instrumented('shop/api')])).toEqual([
    finding(RULE, web, "its pods have no container 'datadog-agent-injected', and on Fargate no other Agent reaches them"),
    finding(RULE, night, 'nothing observes them'),
  ]);
});

test.each<[string, any[], any]>([
  ['there are nodes', [web], EC2],
  ['a profile takes it, which another rule tells', [web], MIXED],
  ['the rest of the cluster is not known', [web], { ...FARGATE, complete: false }],
  ['they are pods of Datadog', [clusterAgent(), nodeAgent()], FARGATE],
  ['a policy adds the Agent', [web], { ...FARGATE, sidecarInjections: [{ name: 'x', webhook: false, match: { groups: [{ namespaces: ['shop'], labels: {} }] } }] }],
  ['the webhook adds the Agent', [web, clusterAgent({ DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_ENABLED: 'true', DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_SELECTORS: '[{"objectSelector":{"matchLabels":{"app":"web"}}}]' })], FARGATE],
])('is content where %s', (_, manifests, context) => {
  expect(check(RULE, manifests, context)).toEqual([]);
});
