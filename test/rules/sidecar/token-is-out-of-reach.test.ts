import { agent, APP, check, deployment, FARGATE, finding, MIXED } from '../fixtures';

const RULE = 'sidecar/token-is-out-of-reach';
const web = (securityContext: object | undefined, pod: object = {}) => deployment('shop/web', { shareProcessNamespace: true, containers: [{ ...APP, securityContext }, agent()], ...pod });

test.each<[string, any, object, string]>([
  ['root', { runAsUser: 0 }, {}, 'runs as root'],
  ['root by the pod', {}, { securityContext: { runAsUser: 0 } }, 'runs as root'],
  ['root that drops something else', { runAsUser: 0, capabilities: { drop: ['NET_RAW'] } }, {}, 'runs as root'],
  ['root that gets SETUID back', { runAsUser: 0, capabilities: { drop: ['ALL'], add: ['CAP_SETUID'] } }, {}, 'runs as root'],
  ["the Agent's user", { runAsUser: 100 }, {}, "runs as the Agent's user 100"],
  ["the Agent's user and group", { runAsUser: 100, runAsGroup: 0 }, {}, "runs as the Agent's user 100"],
  ['SYS_PTRACE', { capabilities: { add: ['SYS_PTRACE'] } }, {}, 'has the capability SYS_PTRACE'],
])('warns of %s', (_, securityContext, pod, reason) => {
  const manifest = web(securityContext, pod);
  expect(check(RULE, [manifest], MIXED)).toEqual([finding(RULE, manifest, `the container 'web' ${reason}, and shares its processes with the Agent`)]);
});

test.each<[string, any]>([
  ['no user', undefined],
  ['another user', { runAsUser: 1000, runAsNonRoot: true }],
  ["the Agent's user in another group", { runAsUser: 100, runAsGroup: 1000 }],
  ['root that cannot change its user', { runAsUser: 0, capabilities: { drop: ['ALL'] } }],
  ['SYS_PTRACE that a user cannot get', { runAsUser: 1000, allowPrivilegeEscalation: false, capabilities: { add: ['SYS_PTRACE'] } }],
])('accepts %s', (_, securityContext) => {
  expect(check(RULE, [web(securityContext)], MIXED)).toEqual([]);
});

test('is content on Fargate alone, and where the processes are apart', () => {
  expect(check(RULE, [web({ runAsUser: 0 })], FARGATE)).toEqual([]);
  expect(check(RULE, [web({ runAsUser: 0 }, { shareProcessNamespace: false })], MIXED)).toEqual([]);
});

test('warns as well where a policy adds the Agent', () => {
  const injection = { name: 'x', webhook: false, match: { groups: [{ namespaces: ['shop'], labels: {} }] } };
  const manifest = deployment('shop/web', { containers: [{ ...APP, securityContext: { runAsUser: 0 } }] });
  expect(check(RULE, [manifest], { ...MIXED, sidecarInjections: [injection] })).toHaveLength(1);
});
