import { agent, APP, check, deployment, FARGATE, finding, MIXED } from '../fixtures';

const RULE = 'sidecar/user-is-named';
const web = (securityContext: object | undefined, pod: object = {}) => deployment('shop/web', { shareProcessNamespace: true, containers: [{ ...APP, securityContext }, agent()], ...pod });

test.each<[string, any, object]>([
  ['no user is named', undefined, {}],
  ['the container takes back what the pod says', { runAsNonRoot: false }, { securityContext: { runAsNonRoot: true } }],
  ['another capability is dropped', { capabilities: { drop: ['NET_RAW'] } }, {}],
])('warns where %s', (_, securityContext, pod) => {
  const manifest = web(securityContext, pod);
  expect(check(RULE, [manifest], MIXED)).toEqual([finding(RULE, manifest, "no user is named for 'web', so that the image may make it root")]);
});

test('warns once of a pod with two such containers, and as well where a policy adds the Agent', () => {
  const injection = { name: 'x', webhook: false, match: { groups: [{ namespaces: ['shop'], labels: {} }] } };
  const manifest = deployment('shop/web', { containers: [APP, { ...APP, name: 'proxy' }] });
  expect(check(RULE, [manifest], { ...MIXED, sidecarInjections: [injection] })).toEqual([finding(RULE, manifest, "for 'web','proxy'")]);
});

test.each<[string, any, object]>([
  ['a user is named', { runAsUser: 0 }, {}],
  ['the pod is kept from root', undefined, { securityContext: { runAsNonRoot: true } }],
  ['root could not change its user', { capabilities: { drop: ['ALL'] } }, {}],
  ['SYS_PTRACE has the other rule', { capabilities: { add: ['SYS_PTRACE'] } }, {}],
  ['the processes are apart', undefined, { shareProcessNamespace: false }],
])('is content where %s', (_, securityContext, pod) => {
  expect(check(RULE, [web(securityContext, pod)], MIXED)).toEqual([]);
});

test('is content on Fargate alone', () => {
  expect(check(RULE, [web(undefined)], FARGATE)).toEqual([]);
});
