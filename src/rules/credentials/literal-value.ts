import { MANAGED_BY_LABEL } from '../../facts/labels';
import { PAGES } from '../../facts/pages';
import { DATADOG_SECRET } from '../../facts/secrets';
import { Manifest } from '../../manifest/manifest';
import { secretKeys, secretValue } from '../../manifest/secrets';
import { Rule } from '../rule';
import { quoted } from '../words';

export const literalValue: Rule = {
  id: 'credentials/literal-value',
  severity: 'warning',
  title: 'No Secret in the output carries the value of a key or a token.',
  link: PAGES.secretPractices.source,
  check: ({ manifests }) => manifests.ofKind('Secret').flatMap(at => {
    const keys = credentialKeys(at.manifest);
    return keys.length === 0 ? [] : [{
      at,
      reason: `the values of ${quoted(keys)} stand in the manifest, and base64 hides nothing: whoever sees the code or the output has them`,
      remedy: 'Take them from a store with DatadogCredentials.externalSecrets(...), or name a Secret that is made by other means with DatadogCredentials.existingSecret(...)',
    }];
  }),
};

function credentialKeys(secret: Manifest): string[] {
  const { name, labels } = secret.metadata ?? {};
  const filled = secretKeys(secret).filter(key => secretValue(secret, key));
  // The user chooses the keys of a Secret of ours.
  if (labels?.[MANAGED_BY_LABEL.name] === MANAGED_BY_LABEL.value) return filled;
  const known: readonly string[] = [DATADOG_SECRET.apiKey, DATADOG_SECRET.appKey, DATADOG_SECRET.token];
  return name === DATADOG_SECRET.name ? filled.filter(key => known.includes(key)) : [];
}
