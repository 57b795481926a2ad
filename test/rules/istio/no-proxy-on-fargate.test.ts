import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { Manifest } from '../../../src/manifest/manifest';
import { APP, check, deployment, finding, object, remedies } from '../fixtures';

const RULE = 'istio/no-proxy-on-fargate';
const NEEDS = 'an init container that needs the capability NET_ADMIN';

const web = (labels = {}, annotations = {}, pod = {}): Manifest => {
  const made = deployment('shop/web', { containers: [APP], ...pod }, labels);
  return { ...made, spec: { template: { ...made.spec.template, metadata: { ...made.spec.template.metadata, annotations } } } };
};
const namespace = (labels: object) => object('v1', 'Namespace', 'shop', { metadata: { name: 'shop', labels } });

test.each([
  ['nobody asks', {}, {}, {}],
  ['the pod says no in a namespace that says yes', { 'istio-injection': 'enabled' }, { 'sidecar.istio.io/inject': 'false' }, {}],
  ['the pod says no in the former way', { 'istio-injection': 'enabled' }, {}, { 'sidecar.istio.io/inject': 'false' }],
  ['the namespace says no, and has a revision', { 'istio-injection': 'disabled', 'istio.io/rev': '1-31' }, { 'sidecar.istio.io/inject': 'true' }, {}],
  ['the pod says no in a namespace with a revision', { 'istio.io/rev': '1-31' }, { 'sidecar.istio.io/inject': 'false' }, {}],
  ['the proxy takes no traffic', { 'istio-injection': 'enabled' }, {}, { 'sidecar.istio.io/interceptionMode': 'NONE' }],
  ['the pod is a gateway', {}, { 'sidecar.istio.io/inject': 'true' }, { 'inject.istio.io/templates': 'gateway' }],
  ['the mesh has its proxies on nodes', { 'istio.io/dataplane-mode': 'ambient' }, {}, {}],
])('no proxy, or one without that container: %s', (_, labels, podLabels, annotations) => {
  expect(check(RULE, [namespace(labels), web(podLabels, annotations)])).toEqual([]);
});

test.each([
  ['the namespace', { 'istio-injection': 'enabled' }, {}],
  ['the namespace, by a revision', { 'istio.io/rev': '1-31' }, {}],
  ['the pod', {}, { 'sidecar.istio.io/inject': 'true' }],
  ['the pod, by a revision', {}, { 'istio.io/rev': '1-31' }],
])('%s asks for a proxy', (_, labels, podLabels) => {
  const pod = web(podLabels);
  expect(check(RULE, [namespace(labels), pod])).toEqual([finding(RULE, pod, NEEDS)]);
});

test('a Namespace in a chart has the namespace of the chart, as everything in it', () => {
  const pod = web();
  const inChart = object('v1', 'Namespace', 'shop', { metadata: { name: 'shop', namespace: 'shop', labels: { 'istio-injection': 'enabled' } } });
  expect(check(RULE, [inChart, pod])).toEqual([finding(RULE, pod, NEEDS)]);
});

test('without its namespace in the app, the pod alone counts', () => {
  expect(check(RULE, [web()])).toEqual([]);
  const pod = web({ 'sidecar.istio.io/inject': 'true' });
  expect(check(RULE, [pod])).toEqual([finding(RULE, pod, NEEDS)]);
  expect(remedies(RULE, [pod])[0]).toMatch(/or let the proxy take no traffic by itself with the annotation 'sidecar\.istio\.io\/interceptionMode: NONE'$/);
});

test('pods on EC2 nodes may have one; those that a profile takes may not', () => {
  const context = { platform: PLATFORMS.eks, fargateProfiles: [{ name: 'web', selectors: [{ namespace: 'shop', labels: { on: 'fargate' } }] }] };
  const labelled = namespace({ 'istio-injection': 'enabled' });
  const pod = web({ on: 'fargate' });
  expect(check(RULE, [labelled, web()], context)).toEqual([]);
  expect(check(RULE, [labelled, pod], context)).toEqual([finding(RULE, pod, NEEDS)]);
});
