import { violationOf } from './violations';
import { DatadogChartProps, NodeConnection, Platform } from '../../src';
import { deployment, program } from '../datadog-chart/program';
import { clusterModel } from '../render/models';

const chart = (props: unknown) => () => program(props as Partial<DatadogChartProps>);
const onNodes = (nodeAgent: unknown) => chart({ platform: Platform.kubeadm(), nodeAgent });

test.each<[string, () => unknown, string]>([
  ['a text for yes or no', chart({ features: { logs: { enabled: 'false' } } }), '\'features.logs.enabled\' is "false", and it has to be true or false'],
  ['a number for a namespace', chart({ namespace: 5 }), "'namespace' is 5, and it has to be a string"],
  ['a number for a path', onNodes({ criSocketPath: 5 }), "'nodeAgent.criSocketPath' is 5, and it has to be a string"],
  ['a number for a version', onNodes({ oldestKubeletVersion: 1.3 }), "'nodeAgent.oldestKubeletVersion' is 1.3, and it has to be a string"],
  ['a text for a list', onNodes({ checks: 'x' }), '\'nodeAgent.checks\' is "x", and it has to be a list of objects'],
  ['nothing in a list', onNodes({ checks: [null] }), "'nodeAgent.checks' is [null], and it has to be a list of objects"],
  ['an object for a list', onNodes({ tolerations: {} }), "'nodeAgent.tolerations' is {}, and it has to be a list of objects"],
  ['nothing in tolerations', chart({ clusterAgent: { tolerations: [null] } }), "'clusterAgent.tolerations' is [null], and it has to be a list of objects"],
  ['a text for names', chart({ clusterAgent: { imagePullSecrets: 'x' } }), '\'clusterAgent.imagePullSecrets\' is "x", and it has to be a list of strings'],
  ['an object without names', onNodes({ secretEnv: [{}] }), "'nodeAgent.secretEnv[0].name' is not given, and it has to be a string"],
  ['a text for a feature', chart({ features: { apm: 'on' } }), '\'features.apm\' is "on", and it has to be an object'],
  ['a function', chart({ namespace: () => 'x' }), "'namespace' is a function, and it has to be a string"],
])('%s', (_, work, reason) => {
  expect(violationOf(work)).toMatchObject({ rule: 'options/types', reason, remedy: expect.stringMatching(/^Write /) });
});

test('a version of Kubernetes that is a number is refused', () => {
  expect(violationOf(chart({ platform: Platform.kubeadm({ kubernetesVersion: 1.36 as any }) }))).toMatchObject({ rule: 'platform/kubernetes-version' });
  expect(chart({ platform: Platform.kubeadm({ kubernetesVersion: '1.36' }) })).not.toThrow();
});

test('a connection that there is not is refused', () => {
  const connect = (nodeConnection: unknown) => () => {
    const { datadog, shop } = program({ platform: Platform.kubeadm() });
    deployment(shop, 'web');
    datadog.instrumentTarget(shop, { nodeConnection: nodeConnection as NodeConnection });
  };
  expect(violationOf(connect('foo'))).toMatchObject({ rule: 'options/value-is-known', reason: "'nodeConnection' is 'foo', and the library knows 'socket', 'port'" });
  for (const known of [undefined, ...Object.values(NodeConnection)]) expect(connect(known)).not.toThrow();
});

test('null is left out', () => {
  expect(clusterModel({ namespace: null as any, features: { logs: { enabled: null as any } } }).namespace).toBe('datadog');
});
