import { agent, check, finding, instrumented } from '../fixtures';

const RULE = 'sidecar/injected-once';

test('one Agent', () => {
  expect(check(RULE, [instrumented('shop/web')])).toEqual([]);
});

test.each(['datadog/agent:7', 'gcr.io/datadoghq/agent', 'registry.datadoghq.com/agent:7.81.1', 'public.ecr.aws/datadog/agent@sha256:0'])('a second one, written by hand with the image %s', image => {
  const web = instrumented('shop/web', { pod: { containers: [agent(), { name: 'dd', image }] } });
  expect(check(RULE, [web])).toEqual([finding(RULE, web, "2 Agents, the containers 'datadog-agent-injected' and 'dd'")]);
});

test.each([
  ["somebody else's agent", { containers: [agent(), { name: 'x', image: 'jenkins/agent:1' }] }],
  ['the Cluster Agent', { containers: [agent(), { name: 'x', image: 'datadog/cluster-agent:7' }] }],
  ['a part of the Agent', { containers: [agent(), { name: 'x', image: 'datadog/agent:7', command: ['trace-agent'] }] }],
  ['an init container with the image', { containers: [agent()], initContainers: [{ name: 'x', image: 'datadog/agent:7' }] }],
])('%s is no second Agent', (_, pod) => {
  expect(check(RULE, [instrumented('shop/web', { pod })])).toEqual([]);
});

test("the name of the webhook's container tells one too", () => {
  const web = instrumented('shop/web', { pod: { containers: [{ name: 'datadog-agent-injected' }, agent({}, { name: 'dd' })] } });
  expect(check(RULE, [web])).toEqual([finding(RULE, web, '2 Agents')]);
});

test('two, of which one is an init container', () => {
  const native = agent({}, { name: 'datadog-agent', restartPolicy: 'Always' });
  const web = instrumented('shop/web', { pod: { initContainers: [native] } });
  expect(check(RULE, [web])).toEqual([finding(RULE, web, "2 Agents, the containers 'datadog-agent' and 'datadog-agent-injected'")]);
});

test('an init container with the image that does not end is a second Agent', () => {
  const native = { name: 'x', image: 'datadog/agent:7', restartPolicy: 'Always' };
  const web = instrumented('shop/web', { pod: { initContainers: [native] } });
  expect(check(RULE, [web])).toEqual([finding(RULE, web, "2 Agents, the containers 'x' and 'datadog-agent-injected'")]);
});
