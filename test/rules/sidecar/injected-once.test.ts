import { agent, check, finding, instrumented } from '../fixtures';

const RULE = 'sidecar/injected-once';

test('one Agent', () => {
  expect(check(RULE, [instrumented('shop/web')])).toEqual([]);
});

test('two, of which one is an init container', () => {
  const native = agent({}, { name: 'datadog-agent', restartPolicy: 'Always' });
  const web = instrumented('shop/web', { pod: { initContainers: [native] } });
  expect(check(RULE, [web])).toEqual([finding(RULE, web, "2 Agents, the containers 'datadog-agent' and 'datadog-agent-injected'")]);
});
