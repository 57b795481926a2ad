import { check, finding, object } from '../fixtures';

const RULE = 'credentials/external-secret-is-served';

test.each(['ExternalSecret', 'SecretStore', 'ClusterSecretStore', 'ClusterExternalSecret'])('warns of a %s of v1alpha1', kind => {
  const manifest = object('external-secrets.io/v1alpha1', kind, 'datadog/datadog-secrets');
  expect(check(RULE, [manifest])).toEqual([finding(RULE, manifest, "its apiVersion is 'external-secrets.io/v1alpha1'")]);
});

test('accepts v1, and other kinds of v1alpha1', () => {
  expect(check(RULE, [
    object('external-secrets.io/v1', 'ExternalSecret', 'datadog/a'),
    object('external-secrets.io/v1alpha1', 'PushSecret', 'datadog/b'),
    object('generators.external-secrets.io/v1alpha1', 'Password', 'datadog/c'),
  ])).toEqual([]);
});
