import { MANAGED_BY_LABEL } from '../../facts/labels';
import { PAGES } from '../../facts/pages';
import { DATADOG_SECRET } from '../../facts/secrets';
import { allContainers, envOf } from '../../manifest/containers';
import { Manifest, namespaceOf } from '../../manifest/manifest';
import { ManifestSet } from '../../manifest/manifest-set';
import { secretKeys, secretRefOf, secretValue } from '../../manifest/secrets';
import { SECRET_ENV } from '../../requirements/env';
import { isPlaceholder, isReference } from '../../requirements/secret-value';
import { Rule } from '../rule';
import { quoted } from '../words';

export const literalValue: Rule = {
  id: 'credentials/literal-value',
  severity: 'warning',
  title: 'No Secret in the output carries the value of a key or a token.',
  link: PAGES.secretPractices.source,
  check: ({ manifests }) => {
    const secrets = manifests.ofKind('Secret');
    const read = secrets.length > 0 ? keysRead(manifests) : new Map<string, Set<string>>();
    return secrets.flatMap(at => {
      const keys = credentialKeys(at.manifest, read);
      return keys.length === 0 ? [] : [{
        at,
        reason: `the values of ${quoted(keys)} stand in the manifest, and base64 hides nothing: every reader of the code or of the output has them`,
        remedy: 'Take them from a store with DatadogCredentials.externalSecrets(...), or name a Secret that is made by other means with DatadogCredentials.existingSecret(...)',
      }];
    });
  },
};

function credentialKeys(secret: Manifest, read: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const { name, labels } = secret.metadata ?? {};
  const filled = secretKeys(secret).filter(key => isFilled(secretValue(secret, key)));
  // The user chooses the keys of a Secret of ours.
  if (labels?.[MANAGED_BY_LABEL.name] === MANAGED_BY_LABEL.value) return filled;
  const known: readonly string[] = name === DATADOG_SECRET.name ? [DATADOG_SECRET.apiKey, DATADOG_SECRET.appKey, DATADOG_SECRET.token] : [];
  return filled.filter(key => known.includes(key) || read.get(`${namespaceOf(secret)}/${name}`)?.has(key));
}

/** A text that is not a handle of a secret backend, and nothing that something else fills in. */
function isFilled(value: string | undefined): boolean {
  return value !== undefined && value !== '' && !isReference(value) && !isPlaceholder(value);
}

/** The keys that containers read as keys and tokens of Datadog, by namespace and name of the Secret: those of the Helm chart have names of their own. */
function keysRead(manifests: ManifestSet): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>();
  for (const { manifest, pod } of manifests.pods) {
    for (const ref of allContainers(pod).flatMap(container => SECRET_ENV.map(name => secretRefOf(envOf(container, name))))) {
      if (!ref) continue;
      const secret = `${namespaceOf(manifest)}/${ref.name}`;
      keys.set(secret, (keys.get(secret) ?? new Set()).add(ref.key));
    }
  }
  return keys;
}
