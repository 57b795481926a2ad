import { APP, check, deployment, EC2, env, finding, MIXED, nodeAgent, object } from '../fixtures';

const RULE = 'placement/egress-reaches-the-agent';
const byPort = { DD_AGENT_HOST: { fieldRef: { fieldPath: 'status.hostIP' } } };
const byService = { DD_AGENT_HOST: 'datadog-agent.datadog.svc.cluster.local' };
const web = (vars: any, name = 'web/web') => deployment(name, { containers: [{ ...APP, env: env(vars) }] });
const policy = (egress: object[], spec: object = {}, name = 'web/closed') => object('networking.k8s.io/v1', 'NetworkPolicy', name, { spec: { podSelector: {}, policyTypes: ['Egress'], egress, ...spec } });
const toPods = { to: [{ podSelector: {} }] };

test.each<[string, any, any[]]>([
  ['a choice of pods', byPort, [policy([toPods])]],
  ['nothing', byPort, [policy([])]],
  ['other ports', byPort, [policy([{ ports: [{ port: 53 }, { port: 443 }] }])]],
  ['pods of its own namespace, where the Agent is reached by its Service', byService, [policy([toPods])]],
  ['another namespace', byService, [policy([{ to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }] }])]],
])('warns where a policy lets out %s alone', (_, vars, policies) => {
  expect(check(RULE, [web(vars), nodeAgent(), ...policies], EC2)).toEqual([finding(RULE, web(vars), "and the NetworkPolicy 'closed' lets out nothing that leads there")]);
});

test.each<[string, any, any[]]>([
  ['a range of addresses', byPort, [policy([toPods, { to: [{ ipBlock: { cidr: '10.0.0.0/16' } }], ports: [{ port: 8126 }] }])]],
  ['everything', byPort, [policy([{}])]],
  ['a range of ports', byPort, [policy([{ ports: [{ port: 8000, endPort: 9000 }] }])]],
  ['a port by its name', byPort, [policy([{ ports: [{ port: 'traces' }] }])]],
  ['the namespace of the Agents', byService, [policy([{ to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'datadog' } } }] }])]],
  ['pods of every namespace', byService, [policy([{ to: [{ namespaceSelector: {}, podSelector: { matchLabels: { 'agent.datadoghq.com/component': 'agent' } } }] }])]],
  ['it by another policy', byPort, [policy([]), policy([{}], {}, 'web/open')]],
  ['what other pods send', byPort, [policy([], { podSelector: { matchLabels: { app: 'api' } } })]],
  ['everything, for it is about what comes in', byPort, [policy([], { policyTypes: ['Ingress'] }), policy([], { policyTypes: undefined })]],
  ['it, and pods use sockets', { DD_TRACE_AGENT_URL: 'unix:///x' }, [policy([])]],
  ['it in another namespace', byPort, [policy([], {}, 'other/closed')]],
])('is content where policies let out %s', (_, vars, policies) => {
  expect(check(RULE, [web(vars), nodeAgent(), ...policies], EC2)).toEqual([]);
});

test('leaves pods on Fargate alone, where no policy is enforced', () => {
  expect(check(RULE, [web(byPort, 'shop/web'), nodeAgent(), policy([], {}, 'shop/closed')], MIXED)).toEqual([]);
});
