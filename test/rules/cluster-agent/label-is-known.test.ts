import { APP, check, deployment, finding, object } from '../fixtures';

const RULE = 'cluster-agent/label-is-known';
const web = (labels: any, annotations: any = {}, ofWorkload: any = {}) => {
  const manifest = deployment('shop/web', { containers: [APP] }, labels);
  return {
    ...manifest,
    metadata: { ...manifest.metadata, labels: ofWorkload },
    spec: { template: { ...manifest.spec.template, metadata: { ...manifest.spec.template.metadata, annotations } } },
  };
};

test.each<[string, any, string]>([
  ['a typing error', web({ 'admission.datadoghq.com/enable': 'true' }), "the label 'admission.datadoghq.com/enable', which no webhook of the Cluster Agent knows"],
  ['another', web({ 'agent.datadoghq.com/sidecars': 'fargate' }), "the label 'agent.datadoghq.com/sidecars'"],
  ['a colon without a space', web({ 'agent.datadoghq.com/sidecar:fargate': '' }), "the label 'agent.datadoghq.com/sidecar:fargate'"],
  ['an annotation in its place', web({}, { 'admission.datadoghq.com/enabled': 'true' }), "'admission.datadoghq.com/enabled' is an annotation of its pods"],
  ['the label on the workload', web({}, {}, { 'agent.datadoghq.com/sidecar': 'fargate' }), "the label 'agent.datadoghq.com/sidecar' is on the Deployment itself"],
  ['a value that is neither', web({ 'admission.datadoghq.com/enabled': 'yes' }), "is neither 'true' nor 'false'"],
])('warns of %s', (_, manifest, reason) => {
  expect(check(RULE, [manifest])).toEqual([finding(RULE, manifest, reason)]);
});

test('says how to write it', () => {
  const [{ reason }] = check(RULE, [web({ 'agent.datadoghq.com/sidecar:fargate': '' })]);
  expect(reason).toContain('no webhook');
});

test.each<[string, any]>([
  ['the labels', web({ 'admission.datadoghq.com/enabled': 'true', 'admission.datadoghq.com/config.mode': 'socket', 'agent.datadoghq.com/sidecar': 'fargate' })],
  ['other labels of Datadog', web({ 'tags.datadoghq.com/env': 'prod', 'agent.datadoghq.com/component-of': 'x' })],
  ['labels on both', web({ 'admission.datadoghq.com/enabled': 'false' }, {}, { 'admission.datadoghq.com/enabled': 'false' })],
  ['a Pod, which is its own template', object('v1', 'Pod', 'shop/web', { metadata: { namespace: 'shop', name: 'web', labels: { 'agent.datadoghq.com/sidecar': 'fargate' } }, spec: { containers: [APP] } })],
])('accepts %s', (_, manifest) => {
  expect(check(RULE, [manifest])).toEqual([]);
});
