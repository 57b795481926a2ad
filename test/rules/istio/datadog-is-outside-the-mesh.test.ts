import { Manifest } from '../../../src/manifest/manifest';
import { APP, check, deployment, finding, object } from '../fixtures';

const RULE = 'istio/datadog-is-outside-the-mesh';
const INSIDE = 'its labels, or those of its namespace, take it into the mesh of Istio: what the Agent sends and asks goes through a proxy, and where the mesh demands mutual TLS the API server cannot reach it';

const clusterAgent = (labels = {}, pod = {}): Manifest =>
  deployment('datadog/datadog-cluster-agent', { containers: [APP], ...pod }, { 'agent.datadoghq.com/component': 'cluster-agent', ...labels });
const namespace = (labels: object) => object('v1', 'Namespace', 'datadog', { metadata: { name: 'datadog', labels } });

test.each([
  ['its namespace is not in the mesh', {}, {}],
  ['its namespace is, and its pods are not', { 'istio-injection': 'enabled' }, { 'sidecar.istio.io/inject': 'false' }],
  ['the same in ambient mode', { 'istio.io/dataplane-mode': 'ambient' }, { 'istio.io/dataplane-mode': 'none' }],
])('%s', (_, labels, podLabels) => {
  expect(check(RULE, [namespace(labels), clusterAgent(podLabels)])).toEqual([]);
});

test.each([
  ['by a proxy in each', { 'istio-injection': 'enabled' }, {}],
  ['by a revision', { 'istio.io/rev': 'default' }, {}],
  ['by proxies on nodes, for which the other label says nothing', { 'istio.io/dataplane-mode': 'ambient' }, { 'sidecar.istio.io/inject': 'false' }],
  ['by a label of their own', {}, { 'istio.io/dataplane-mode': 'ambient' }],
])('pods of Datadog in the mesh, %s', (_, labels, podLabels) => {
  const found = clusterAgent(podLabels);
  expect(check(RULE, [namespace(labels), found])).toEqual([finding(RULE, found, INSIDE)]);
});

test('pods on the network of their nodes, and those of others, are left alone', () => {
  const labelled = namespace({ 'istio-injection': 'enabled' });
  expect(check(RULE, [labelled, clusterAgent({}, { hostNetwork: true }), deployment('datadog/tool', { containers: [APP] })])).toEqual([]);
});
