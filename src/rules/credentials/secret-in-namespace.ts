import type { EnvVar } from 'kubernetes-types/core/v1';
import { oncePer } from '../../base/once-per';
import { COMPONENT_LABEL } from '../../facts/cluster-agent';
import { PAGES } from '../../facts/pages';
import { externalSecretsOfCluster } from '../../manifest/cluster-external-secret';
import { allContainers, fargateAgents } from '../../manifest/containers';
import { groupOf, Manifest, namespaceOf } from '../../manifest/manifest';
import { LocatedPods, ManifestSet } from '../../manifest/manifest-set';
import { objectsIn } from '../../manifest/objects-in';
import { externalSecretMakes, externalSecretTarget, secretKeys, secretRefOf } from '../../manifest/secrets';
import { Rule } from '../rule';
import { quoted } from '../words';

export const secretInNamespace: Rule = {
  id: 'credentials/secret-in-namespace',
  severity: 'error',
  title: 'Every Secret that a Datadog container needs is in the namespace of its pod, with the key that is read.',
  link: PAGES.secrets.source,
  check: ({ manifests, complete, promisedSecrets = [] }) => {
    if (!complete) return [];
    const promised = new Set(promisedSecrets.map(({ namespace, name }) => `${namespace}/${name}`));
    return manifests.pods.flatMap(at => {
      const namespace = namespaceOf(at.manifest);
      return [...keysRead(at)]
        .filter(([secret]) => !promised.has(`${namespace}/${secret}`))
        .flatMap(([secret, read]) => {
          const found = findSecret(manifests, namespace, secret);
          const missing = [...read].filter(key => !found?.(key));
          return missing.length === 0 ? [] : [{
            at,
            reason: `Datadog's containers read ${quoted(missing)} of the Secret '${secret}', and `
              + (found ? `in the namespace '${namespace}' it has no such key` : `the namespace '${namespace}' has no such Secret`),
            remedy: `Let datadog.instrument(...) bring the credentials to the namespace, write a Secret or an ExternalSecret '${secret}' with ${quoted(missing)} in '${namespace}', `
              + 'or say with DatadogCredentials.existingSecret(...) that it is there',
          }];
        });
    });
  },
};

const secretRefsIn = oncePer((env: readonly EnvVar[]) => objectsIn(env).map(secretRefOf).filter(ref => ref !== undefined));

/** The keys without which Datadog's containers do not start, by Secret. */
function keysRead({ template, pod }: LocatedPods): Map<string, Set<string>> {
  const isDatadogs = Boolean(template.metadata?.labels?.[COMPONENT_LABEL.name]);
  const keys = new Map<string, Set<string>>();
  for (const { env } of isDatadogs ? allContainers(pod) : fargateAgents(pod)) {
    for (const ref of Array.isArray(env) ? secretRefsIn(env) : []) {
      keys.set(ref.name, (keys.get(ref.name) ?? new Set()).add(ref.key));
    }
  }
  return keys;
}

const externalSecretsByNamespace = oncePer((manifests: ManifestSet): ReadonlyMap<string, readonly Manifest[]> => {
  const byNamespace = new Map<string, Manifest[]>();
  for (const { manifest } of manifests.ofKind('ExternalSecret')) {
    const known = byNamespace.get(namespaceOf(manifest));
    if (known) known.push(manifest); else byNamespace.set(namespaceOf(manifest), [manifest]);
  }
  return byNamespace;
});

/** Tells of each key whether the Secret has it; undefined where nothing makes that Secret. */
export function findSecret(manifests: ManifestSet, namespace: string, name: string): ((key: string) => boolean) | undefined {
  const secret = manifests.find('Secret', namespace, name);
  const external = [
    ...externalSecretsByNamespace(manifests).get(namespace) ?? [],
    ...externalSecretsOfCluster(manifests, namespace),
  ].filter(manifest => groupOf(manifest) === 'external-secrets.io' && externalSecretTarget(manifest) === name);
  if (!secret && external.length === 0) return undefined;
  return key => external.some(manifest => externalSecretMakes(manifest, key)) || (secret !== undefined && secretKeys(secret).includes(key));
}
