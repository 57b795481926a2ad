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

const cilium = (spec: object, kind = 'CiliumNetworkPolicy', name = kind === 'CiliumNetworkPolicy' ? 'web/closed' : 'closed') => object('cilium.io/v2', kind, name, { spec: { endpointSelector: {}, ...spec } });

test.each<[string, any]>([
  ['an empty rule', cilium({ egress: [{}] })],
  ['names alone', cilium({ egress: [{ toFQDNs: [{ matchName: 'example.com' }] }, { toEntities: ['world', 'kube-apiserver'] }] })],
  ['another port', cilium({ endpointSelector: { matchLabels: { 'k8s:app': 'web' } }, egress: [{ toEntities: ['host'], toPorts: [{ ports: [{ port: '53', protocol: 'ANY' }] }] }] })],
  ['a section that denies', cilium({ egressDeny: [{ toEntities: ['world'] }] }, 'CiliumClusterwideNetworkPolicy')],
])('warns where a policy of Cilium closes the way out with %s', (_, closed) => {
  expect(check(RULE, [web(byPort), nodeAgent(), closed], EC2)).toEqual([finding(RULE, web(byPort), `and the ${closed.kind} 'closed' lets out nothing that leads there`)]);
});

test.each<[string, object]>([
  ['the host', { toEntities: ['host'] }],
  ['a port of the cluster', { toEntities: ['world', 'cluster'], toPorts: [{ ports: [{ port: '8000', endPort: 9000, protocol: 'ANY' }] }] }],
])("warns where 'egressDeny' names %s, whatever another policy allows", (_, entry) => {
  const open = cilium({ egress: [{ toEntities: ['all'] }] }, 'CiliumNetworkPolicy', 'web/open');
  const closed = cilium({ egressDeny: [entry], enableDefaultDeny: { egress: false } });
  expect(check(RULE, [web(byPort), nodeAgent(), open, closed], EC2)).toEqual([finding(RULE, web(byPort), "'egressDeny' of the CiliumNetworkPolicy 'closed' denies the way to the node")]);
});

test.each<[string, object]>([
  ['other nodes', { toEntities: ['remote-node', 'world'] }],
  ['another port', { toEntities: ['host'], toPorts: [{ ports: [{ port: '22', protocol: 'TCP' }] }] }],
  ['another protocol', { toEntities: ['host'], toPorts: [{ ports: [{ port: '8126', protocol: 'UDP' }] }] }],
])("accepts that 'egressDeny' names %s", (_, entry) => {
  expect(check(RULE, [web(byPort), nodeAgent(), cilium({ egressDeny: [entry], enableDefaultDeny: { egress: false } })], EC2)).toEqual([]);
});

test.each<[string, any[]]>([
  ['the host', [cilium({ egress: [{ toEntities: ['host'], toPorts: [{ ports: [{ port: '8126', protocol: 'TCP' }] }] }] })]],
  ['a range of ports to everything', [cilium({ egress: [{ toPorts: [{ ports: [{ port: '8000', endPort: 9000 }] }] }] })]],
  ['pods that may be the Agents', [cilium({ egress: [{ toEndpoints: [{ matchLabels: { app: 'datadog-agent' } }] }] })]],
  ['everything, for it only adds rules', [cilium({ enableDefaultDeny: { egress: false }, egress: [{ toFQDNs: [{ matchName: 'x.com' }] }] })]],
  ['everything, for it is about what comes in', [cilium({ ingress: [{}] })]],
  ['it for other pods', [cilium({ endpointSelector: { matchLabels: { app: 'api' } }, egress: [{}] })]],
  ['it in another namespace', [cilium({ egress: [{}] }, 'CiliumNetworkPolicy', 'other/closed')]],
  ['it by another policy', [cilium({ egress: [{}] }), cilium({ egress: [{ toEntities: ['all'] }] }, 'CiliumNetworkPolicy', 'web/open')]],
  ['it by a NetworkPolicy', [cilium({ egress: [{}] }), policy([{}])]],
])('is content where policies of Cilium let out %s', (_, policies) => {
  expect(check(RULE, [web(byPort), nodeAgent(), ...policies], EC2)).toEqual([]);
});
