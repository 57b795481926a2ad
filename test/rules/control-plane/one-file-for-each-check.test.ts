import { check, finding, object } from '../fixtures';
import { clusterAgent, daemonSet } from './agents';

const RULE = 'control-plane/one-file-for-each-check';

test('two files of one check by two names, and one name for two Agents', () => {
  expect(check(RULE, clusterAgent({ 'etcd.d/etcd.yaml': {}, 'etcd.d/second.yaml': {}, 'redisdb.d/redisdb.yaml': {} }))).toEqual([]);
  expect(check(RULE, [...clusterAgent({ 'etcd.yaml': {} }, 'datadog/one'), ...clusterAgent({ 'etcd.yaml': {} }, 'datadog/two')])).toEqual([]);
});

test('in the folder itself and in that of the check', () => {
  const [agent, configMap] = clusterAgent({ 'etcd.yaml': {}, 'etcd.d/etcd.yaml': {} });
  expect(check(RULE, [agent, configMap])).toEqual([finding(RULE, configMap, "etcd.d/etcd.yaml and etcd.yaml are both the file of the check 'etcd' for one Agent")]);
});

test('of two ConfigMaps', () => {
  const agent: any = daemonSet();
  agent.spec.template.spec.initContainers[0].volumeMounts.push({ name: 'more', mountPath: '/conf.d/etcd.d' });
  agent.spec.template.spec.volumes.push({ name: 'more', configMap: { name: 'more-checks' } });
  const files = ['node-checks', 'more-checks'].map(name => object('v1', 'ConfigMap', `datadog/${name}`, { data: { 'etcd.yaml': '{}' } }));
  expect(check(RULE, [agent, ...files])).toEqual([finding(RULE, files[1], 'etcd.d/etcd.yaml and etcd.yaml')]);
});

test('of two ConfigMaps by one path', () => {
  const agent: any = daemonSet();
  agent.spec.template.spec.initContainers.push({ name: 'more', volumeMounts: [{ name: 'more', mountPath: '/conf.d' }] });
  agent.spec.template.spec.volumes.push({ name: 'more', configMap: { name: 'more-checks' } });
  const files = ['node-checks', 'more-checks'].map(name => object('v1', 'ConfigMap', `datadog/${name}`, { data: { 'etcd.yaml': '{}' } }));
  expect(check(RULE, [agent, ...files])).toEqual([finding(RULE, files[1], 'etcd.yaml and etcd.yaml')]);
});

test('one file that two containers of the Agent mount is one', () => {
  const agent: any = daemonSet({ mounts: [{ name: 'confd', mountPath: '/etc/datadog-agent/conf.d' }] });
  expect(check(RULE, [agent, object('v1', 'ConfigMap', 'datadog/node-checks', { data: { 'etcd.yaml': '{}' } })])).toEqual([]);
});
