import { agent, APP, check, deployment, EC2, env, finding } from '../fixtures';

const RULE = 'fargate/no-agent-of-the-node';
const hostIP = { fieldRef: { fieldPath: 'status.hostIP' } };
const web = (vars: any) => deployment('shop/web', { containers: [{ ...APP, env: env(vars) }, agent()] });

test.each<[string, any, string]>([
  ['the host', { DD_AGENT_HOST: hostIP }, "'DD_AGENT_HOST' of the container 'web' leads to the address of the node"],
  ['a URL made from it', { DD_AGENT_HOST: hostIP, DD_TRACE_AGENT_URL: 'http://$(DD_AGENT_HOST):8126' }, "'DD_TRACE_AGENT_URL' and 'DD_AGENT_HOST' of the container 'web' lead"],
  ['a URL made from another env var', { NODE: hostIP, IP: '$(NODE)', DD_DOGSTATSD_URL: 'udp://$(IP):8125', DD_TRACE_AGENT_URL: 'unix:///x' }, "'DD_DOGSTATSD_URL' of"],
  ['older names', { DD_DOGSTATSD_HOST: hostIP }, "'DD_DOGSTATSD_HOST' of"],
])('warns of %s', (_, vars, reason) => {
  const manifest = web(vars);
  expect(check(RULE, [manifest])).toEqual([finding(RULE, manifest, reason)]);
  expect(check(RULE, [manifest], EC2)).toEqual([]);
});

test.each<[string, any]>([
  ['localhost', { DD_AGENT_HOST: 'localhost' }],
  ['the address of the pod', { DD_AGENT_HOST: { fieldRef: { fieldPath: 'status.podIP' } } }],
  ['a host that URLs of sockets stand before', { DD_AGENT_HOST: hostIP, DD_TRACE_AGENT_URL: 'unix:///x', DD_DOGSTATSD_URL: 'unix:///y' }],
  ['the address of the node for something else', { NODE_IP: hostIP, CONSUL: 'http://$(NODE_IP):8500' }],
  ['env vars that refer to each other', { DD_AGENT_HOST: '$(A)', A: '$(DD_AGENT_HOST)' }],
])('accepts %s', (_, vars) => {
  expect(check(RULE, [web(vars)])).toEqual([]);
});
