import { check, finding, instrumented } from '../fixtures';

const RULE = 'sidecar/runs-as-supported-user';

function secured(pod?: object, agent?: object) {
  return instrumented('shop/web', { pod: { securityContext: pod }, agent: { securityContext: agent } });
}

test.each([
  ['nothing said, which is root', undefined, undefined],
  ['root', { runAsUser: 0 }, undefined],
  ['the user of the image', { runAsUser: 100, runAsNonRoot: true }, undefined],
  ['the container in place of the pod', { runAsUser: 1000, runAsNonRoot: true }, { runAsUser: 100 }],
  ['root in place of runAsNonRoot', { runAsNonRoot: true }, { runAsNonRoot: false }],
])('%s', (_, pod, agent) => {
  expect(check(RULE, [secured(pod, agent)])).toEqual([]);
});

test.each([
  ['another user of the pod', { runAsUser: 1000 }, undefined, "'runAsUser' of the pod is 1000, and in the Agent's image only the users 100 and 0 can"],
  ['another user of the container', { runAsUser: 100 }, { runAsUser: 101 }, "'runAsUser' of the container 'datadog-agent-injected' is 101"],
  ['non-root without a user', { runAsNonRoot: true }, undefined, "'runAsNonRoot' of the pod is true"],
  ['non-root as root', undefined, { runAsUser: 0, runAsNonRoot: true }, "'runAsNonRoot' of the container 'datadog-agent-injected' is true"],
])('%s', (_, pod, agent, reason) => {
  const web = secured(pod, agent);
  expect(check(RULE, [web])).toEqual([finding(RULE, web, reason)]);
});
