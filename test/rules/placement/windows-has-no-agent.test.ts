import { APP, check, deployment, EC2, finding, nodeAgent } from '../fixtures';

const RULE = 'placement/windows-has-no-agent';
const WINDOWS = { nodeSelector: { 'kubernetes.io/os': 'windows' } };

test.each<[string, object]>([
  ['the nodes', WINDOWS],
  ['the pod', { os: { name: 'windows' } }],
])('Windows, as %s say', (_, pod) => {
  const manifest = deployment('shop/web', { containers: [APP], ...pod });
  expect(check(RULE, [manifest, nodeAgent()], EC2)).toEqual([finding(RULE, manifest, 'its pods are for Windows nodes')]);
});

test.each<[string, object]>([
  ['nothing said', {}],
  ['Linux', { os: { name: 'linux' }, nodeSelector: { 'kubernetes.io/os': 'linux' } }],
  ['no object', { nodeSelector: 'windows' }],
])('%s: nothing to tell', (_, pod) => {
  expect(check(RULE, [deployment('shop/web', { containers: [APP], ...pod }), nodeAgent()], EC2)).toEqual([]);
});

test("nothing without a node Agent, and of Datadog's own Agent for Windows", () => {
  const web = deployment('shop/web', { containers: [APP], ...WINDOWS });
  expect(check(RULE, [web], EC2)).toEqual([]);
  expect(check(RULE, [nodeAgent(), nodeAgent('datadog/windows', WINDOWS)], EC2)).toEqual([]);
});
