import { annotatedPod, confd } from './agents';
import { agent, APP, check, EC2, env, finding, nodeAgent, object } from '../fixtures';

const RULE = 'autodiscovery/logs-are-collected';
const LOGS = { 'web.logs': '[{"source":"nginx"}]' };
const collecting = nodeAgent(undefined, { containers: [{ name: 'agent', env: env({ DD_LOGS_ENABLED: 'true' }) }] });

test('warns where the sidecar, or the Agent of the node, collects none', () => {
  const [onFargate, onNode] = [annotatedPod(LOGS, [APP, agent()]), annotatedPod(LOGS, [APP])];
  expect(check(RULE, [onFargate])).toEqual([finding(RULE, onFargate, "'ad.datadoghq.com/web.logs' says how to collect logs, and the Agent of the pods collects none: DD_LOGS_ENABLED is not 'true' there")]);
  expect(check(RULE, [onNode, nodeAgent()], EC2)).toEqual([finding(RULE, onNode, 'collects none')]);
});

test('warns of logs that stand in a check', () => {
  expect(check(RULE, [annotatedPod({ 'web.checks': '{"nginx":{"instances":[],"logs":[{"source":"nginx"}]}}' }, [APP, agent({ DD_LOGS_ENABLED: 'false' })])])).toHaveLength(1);
});

test('warns of a file of a node Agent, in YAML and in JSON', () => {
  const agents = nodeAgent(undefined, {
    containers: [{ name: 'agent', volumeMounts: [{ name: 'confd', mountPath: '/etc/datadog-agent/conf.d' }] }],
    volumes: [{ name: 'confd', configMap: { name: 'checks' } }],
  });
  const file = (content: string) => object('v1', 'ConfigMap', 'datadog/checks', { data: { 'nginx.yaml': content } });
  for (const content of ['init_config:\nlogs:\n  - source: nginx\n', '{"instances":[],"logs":[{"source":"nginx"}]}']) {
    expect(check(RULE, [agents, file(content)], EC2)).toEqual([finding(RULE, file(content), "the check file 'nginx.yaml' says how to collect logs")]);
  }
  expect(check(RULE, [agents, file('instances: []\nlogs: []\n')], EC2)).toEqual([]);
});

test.each<[string, object[]]>([
  ['logs are on', [annotatedPod(LOGS, [APP]), collecting]],
  ['no Agent is known', [annotatedPod(LOGS, [APP])]],
  ['the list is empty', [annotatedPod({ 'web.logs': '[]' }, [APP]), nodeAgent()]],
  ['a check has no logs', [annotatedPod({ 'web.checks': '{"nginx":{"instances":[]}}' }, [APP]), nodeAgent()]],
  ['the annotation is not JSON', [annotatedPod({ 'web.checks': 'logs' }, [APP]), nodeAgent()]],
  ['the Cluster Agent reads the file', [...confd('logs: [{}]'), nodeAgent()]],
])('is content where %s', (_, manifests: any) => {
  expect(check(RULE, manifests, EC2)).toEqual([]);
});
