import { APP, check, deployment, EC2, env, finding, MIXED, nodeAgent, remedies } from '../fixtures';

const RULE = 'placement/node-port-is-open';
const hostIP = { fieldRef: { fieldPath: 'status.hostIP' } };
const web = (vars: any, name = 'web/web') => deployment(name, { containers: [{ ...APP, env: env(vars) }] });
const opens = (...ports: number[]) => nodeAgent(undefined, { containers: [{ name: 'agent', ports: ports.map(port => ({ containerPort: port, hostPort: port })) }] });

test.each<[string, any, any, string]>([
  ['the host, where both ports are shut', { DD_AGENT_HOST: hostIP }, nodeAgent(), "'DD_AGENT_HOST' of the container 'web' leads to port 8126 and port 8125 of the node"],
  ['a URL, where the other port is open', { DD_AGENT_HOST: hostIP, DD_TRACE_AGENT_URL: 'http://$(DD_AGENT_HOST):8126' }, opens(8125), "'DD_TRACE_AGENT_URL' of the container 'web' leads to port 8126"],
  ['a URL with a port of its own', { IP: hostIP, DD_TRACE_AGENT_URL: 'http://$(IP):9126' }, opens(8126), 'port 9126'],
  ['a port in an env var', { DD_AGENT_HOST: hostIP, DD_TRACE_AGENT_PORT: '9126', DD_DOGSTATSD_URL: 'unix:///x' }, opens(8126), 'port 9126'],
  ['a URL without a port', { IP: hostIP, DD_TRACE_AGENT_URL: 'http://$(IP)' }, opens(8125), 'port 8126'],
])('warns of %s', (_, vars, agents, reason) => {
  const manifest = web(vars);
  expect(check(RULE, [manifest, agents], EC2)).toEqual([finding(RULE, manifest, reason)]);
});

test('says which option opens it', () => {
  expect(remedies(RULE, [web({ IP: hostIP, DD_TRACE_AGENT_URL: 'http://$(IP):8126' }), nodeAgent()], EC2)[0]).toMatch(/^Set 'features.apm.portEnabled' to true/);
});

test.each<[string, any[]]>([
  ['the port is open', [web({ DD_AGENT_HOST: hostIP }), opens(8126, 8125)]],
  ['one of the two is, and the application may use it alone', [web({ DD_AGENT_HOST: hostIP }), opens(8126)]],
  ['the Agent is on the host network', [web({ DD_AGENT_HOST: hostIP }), nodeAgent(undefined, { hostNetwork: true })]],
  ['no node Agent is known', [web({ DD_AGENT_HOST: hostIP })]],
  ['sockets stand before the host', [web({ DD_AGENT_HOST: hostIP, DD_TRACE_AGENT_URL: 'unix:///x', DD_DOGSTATSD_URL: 'unix:///x' }), nodeAgent()]],
  ['the port is in an env var that only the cluster knows', [web({ IP: hostIP, PORT: { configMapKeyRef: {} }, DD_TRACE_AGENT_URL: 'http://$(IP):$(PORT)' }), nodeAgent()]],
])('is content where %s', (_, manifests) => {
  expect(check(RULE, manifests, EC2)).toEqual([]);
});

test('leaves pods on Fargate to another rule', () => {
  expect(check(RULE, [web({ DD_AGENT_HOST: hostIP }, 'shop/web'), nodeAgent()], MIXED)).toEqual([]);
});
