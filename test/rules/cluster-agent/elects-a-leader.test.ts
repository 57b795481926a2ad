import { check, deployment, env, finding } from '../fixtures';

const RULE = 'cluster-agent/elects-a-leader';

function clusterAgent(replicas: number | undefined, list: object[], fields: object = {}, pod: object = {}) {
  const manifest: any = deployment('datadog/datadog-cluster-agent', {
    containers: [{ name: 'cluster-agent', image: 'registry.datadoghq.com/cluster-agent:7.81.1', env: list, ...fields }], ...pod,
  });
  return { ...manifest, spec: { ...manifest.spec, replicas } };
}
const leader = (value: string) => env({ DD_LEADER_ELECTION: value });

test.each(['false', 'no', '0', 'on', 'yes'])("finds two replicas with '%s'", value => {
  expect(check(RULE, [clusterAgent(2, leader(value))])).toEqual([finding(RULE, clusterAgent(2, []), "there are 2 replicas, and the container 'cluster-agent' has DD_LEADER_ELECTION switched off")]);
});

test('finds three replicas without the env var, and by the entry that counts', () => {
  expect(check(RULE, [clusterAgent(3, [])])).toEqual([finding(RULE, clusterAgent(3, []), 'has no DD_LEADER_ELECTION, which is off by default')]);
  expect(check(RULE, [clusterAgent(2, [...leader('true'), ...leader('false')])])).toHaveLength(1);
  expect(check(RULE, [clusterAgent(2, [...leader('false'), ...leader('true')])])).toEqual([]);
});

test.each<[string, any]>([
  ['one replica', clusterAgent(1, leader('false'))],
  ['no number of replicas', clusterAgent(undefined, leader('false'))],
  ['true', clusterAgent(2, leader('true'))],
  ['1', clusterAgent(2, leader('1'))],
  ['a reference', clusterAgent(2, env({ DD_LEADER_ELECTION: { configMapKeyRef: { name: 'x', key: 'y' } } }))],
  ['envFrom', clusterAgent(2, [], { envFrom: [{ configMapRef: { name: 'x' } }] })],
  ['a file of settings', clusterAgent(2, [], { volumeMounts: [{ name: 'x', mountPath: '/etc/datadog-agent/datadog-cluster.yaml' }] }, { volumes: [{ name: 'x', configMap: { name: 'x' } }] })],
  ['an image of the user, which may set it', clusterAgent(2, [], { image: 'registry.acme.com/dca:1' })],
])('is content with %s', (_, manifest) => {
  expect(check(RULE, [manifest])).toEqual([]);
});
