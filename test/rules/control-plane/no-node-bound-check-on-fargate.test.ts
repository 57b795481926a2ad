import { check, EC2, FARGATE, finding } from '../fixtures';
import { clusterAgent, endpoints } from './agents';

const RULE = 'control-plane/no-node-bound-check-on-fargate';
const files = (resolve?: string, namespace = 'kube-system', name = 'etcd') => clusterAgent({ 'etcd.d/etcd.yaml': endpoints(namespace, name, [{}], resolve) });

test('for the Agent of a node, where there are none', () => {
  const [agent, configMap] = files();
  expect(check(RULE, [agent, configMap], FARGATE)).toEqual([finding(RULE, configMap, "the check 'etcd' of endpoints is for the Agent on the node of each pod, and no node of Fargate has one")]);
  expect(check(RULE, files('auto'), FARGATE)).toHaveLength(1);
});

test('for a runner', () => {
  expect(check(RULE, files('ip'), FARGATE)).toEqual([]);
  expect(check(RULE, files(undefined, 'default', 'kubernetes'), FARGATE)).toEqual([]);
});

test('where there are nodes', () => {
  expect(check(RULE, files(), EC2)).toEqual([]);
});
