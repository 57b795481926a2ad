import { nodeAgentRuns } from '../../../src/rules/placement/node-agent-runs';
import { APP, check, deployment, EC2, FARGATE, finding, MIXED, nodeAgent } from '../fixtures';

const RULE = 'placement/node-agent-runs';
const SOCKETS = {
  containers: [{ ...APP, volumeMounts: [{ name: 'datadog', mountPath: '/var/run/datadog' }] }],
  volumes: [{ name: 'datadog', hostPath: { path: '/var/run/datadog/' } }],
};
const PORTS = { containers: [{ ...APP, env: [{ name: 'DD_AGENT_HOST', valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } } }] }] };
const SERVICE = { containers: [{ ...APP, env: [{ name: 'DD_AGENT_HOST', value: 'datadog-agent.monitoring.svc.cluster.local' }] }] };

test('pods that send to the Agent of their node, and a DaemonSet that runs it', () => {
  expect(check(RULE, [deployment('shop/web', SOCKETS), nodeAgent()], EC2)).toEqual([]);
});

test.each([['sockets', SOCKETS], ['ports', PORTS], ['Service', SERVICE]])('nobody at the other end of the %s', (_, pod) => {
  const web = deployment('shop/web', pod);
  expect(check(RULE, [web], EC2)).toEqual([finding(RULE, web, 'its pods send to the Agent of their node, and no DaemonSet of the app runs one')]);
});

test('one DaemonSet is missing, so there is one finding; it may come from elsewhere, so it is a warning', () => {
  const [web, api] = ['store/web', 'store/api'].map(name => deployment(name, PORTS));
  expect(check(RULE, [web, api], MIXED)).toEqual([finding(RULE, web, 'and those of 1 more workloads')]);
  expect(nodeAgentRuns.severity).toBe('warning');
});

test('nothing where pods do not send there, on Fargate, or where the manifests are not all', () => {
  const unused = { ...SOCKETS, containers: [APP] };
  const elsewhere = { containers: [{ ...APP, env: [{ name: 'DD_AGENT_HOST', value: 'datadog-agent.example.com' }] }] };
  expect(check(RULE, [deployment('shop/web', unused), deployment('shop/api', elsewhere)], EC2)).toEqual([]);
  expect(check(RULE, [deployment('shop/web', SOCKETS)], MIXED)).toEqual([]);
  expect(check(RULE, [deployment('shop/web', SOCKETS)], FARGATE)).toEqual([]);
  expect(check(RULE, [deployment('shop/web', SOCKETS)], { ...EC2, complete: false })).toEqual([]);
  expect(check(RULE, [deployment('shop/web', SOCKETS)], { complete: true })).toEqual([]);
});
