import { check, finding, object } from '../fixtures';

const RULE = 'credentials/argo-cd-token-is-fixed';
const source = (helm?: object) => ({ repoURL: 'https://charts.example', chart: 'datadog', targetRevision: '3.240.0', ...helm && { helm } });
const application = (spec: object) => object('argoproj.io/v1alpha1', 'Application', 'argocd/datadog', { spec });

test.each<[string, any]>([
  ['without values', application({ source: source() })],
  ['with other values', application({ source: source({ values: 'datadog:\n  apiKeyExistingSecret: datadog-secret\n  clusterName: prod\n' }) })],
  ['with values as an object', application({ sources: [source({ valuesObject: { clusterAgent: { replicas: 2 } } })] })],
  ['with an empty name', application({ source: source({ values: 'clusterAgent:\n  tokenExistingSecret: ""\n' }) })],
  ['in an ApplicationSet', object('argoproj.io/v1alpha1', 'ApplicationSet', 'argocd/datadog', { spec: { template: { spec: { source: source({ parameters: [{ name: 'datadog.site', value: 'x' }] }) } } } })],
])('refuses the chart %s', (_, manifest) => {
  expect(check(RULE, [manifest])).toEqual([finding(RULE, manifest, "its values for the chart 'datadog' name no token, so the chart makes up another one at every comparison")]);
});

test.each<[string, any]>([
  ['a Secret in values', application({ source: source({ values: 'clusterAgent:\n  enabled: true\n  tokenExistingSecret: datadog-secret\n' }) })],
  ['a Secret in an object', application({ source: source({ valuesObject: { clusterAgent: { tokenExistingSecret: 'datadog-secret' } } }) })],
  ['a Secret in a parameter', application({ source: source({ parameters: [{ name: 'clusterAgent.tokenExistingSecret', value: 'datadog-secret' }] }) })],
  ['files of values, which are not known', application({ source: source({ valueFiles: ['values.yaml'] }) })],
  ['the Cluster Agent of another release', application({ source: source({ valuesObject: { existingClusterAgent: { join: true } } }) })],
  ['no Cluster Agent', application({ source: source({ values: 'clusterAgent:\n  enabled: false\n' }) })],
  ['a Secret that Argo CD leaves as it is', application({ source: source(), ignoreDifferences: [{ kind: 'Secret', name: 'x', jsonPointers: ['/data'] }] })],
  ['another chart', application({ source: { chart: 'nginx' } })],
  ['nothing', application({})],
])('accepts %s', (_, manifest) => {
  expect(check(RULE, [manifest])).toEqual([]);
});
