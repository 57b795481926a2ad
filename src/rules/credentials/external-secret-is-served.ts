import { EXTERNAL_SECRETS } from '../../facts/external-secrets';
import { EXTERNAL_SECRETS_ALPHA } from '../../facts/removed-apis';
import { Rule } from '../rule';

export const externalSecretIsServed: Rule = {
  id: 'credentials/external-secret-is-served',
  severity: 'warning',
  title: 'ExternalSecrets and their stores are of a version that the External Secrets Operator serves.',
  link: EXTERNAL_SECRETS_ALPHA.source.split(';')[0],
  check: ({ manifests }) => EXTERNAL_SECRETS_ALPHA.kinds.flatMap(kind => manifests.ofKind(kind))
    .filter(({ manifest }) => manifest.apiVersion === EXTERNAL_SECRETS_ALPHA.apiVersion)
    .map(at => ({
      at,
      reason: `its apiVersion is '${EXTERNAL_SECRETS_ALPHA.apiVersion}', which today's External Secrets Operator does not serve, so there is no Secret, and the pods that need it do not start`,
      remedy: `Write ${EXTERNAL_SECRETS.apiVersion}; DatadogCredentials.externalSecrets(...) makes the ExternalSecret of Datadog in that version`,
    })),
};
