import { DATADOG_SECRET, TOKEN_LENGTH } from '../../facts/secrets';
import { allContainers, envOf } from '../../manifest/containers';
import { namespaceOf } from '../../manifest/manifest';
import { ManifestSet } from '../../manifest/manifest-set';
import { secretRefOf, secretValue } from '../../manifest/secrets';
import { TOKEN_REMEDY, tokenFault } from '../../requirements/token';
import { Rule } from '../rule';

export const tokenLength: Rule = {
  id: 'credentials/token-length',
  severity: 'error',
  title: `The Cluster Agent token has ${TOKEN_LENGTH.min} characters or more; the Agents refuse a shorter one.`,
  link: TOKEN_LENGTH.source,
  check: ({ manifests }) => {
    const read = keysReadAsToken(manifests);
    return manifests.ofKind('Secret').flatMap(at => {
      const secret = `${namespaceOf(at.manifest)}/${at.manifest.metadata?.name}`;
      const keys = new Set([...read.get(secret) ?? [], ...at.manifest.metadata?.name === DATADOG_SECRET.name ? [DATADOG_SECRET.token] : []]);
      return [...keys].flatMap(key => {
        const token = secretValue(at.manifest, key);
        const fault = token === undefined ? undefined : tokenFault(token);
        return fault ? [{ at, reason: `in the key '${key}', ${fault}`, remedy: TOKEN_REMEDY }] : [];
      });
    });
  },
};

/** The keys that Agents read their token from, by namespace and name of the Secret. */
function keysReadAsToken(manifests: ManifestSet): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>();
  for (const { manifest, pod } of manifests.pods) {
    for (const container of allContainers(pod)) {
      const ref = secretRefOf(envOf(container, 'DD_CLUSTER_AGENT_AUTH_TOKEN'));
      if (!ref) continue;
      const secret = `${namespaceOf(manifest)}/${ref.name}`;
      keys.set(secret, (keys.get(secret) ?? new Set()).add(ref.key));
    }
  }
  return keys;
}
