import type { PodSpec } from 'kubernetes-types/core/v1';
import { PAGES } from '../../facts/pages';
import { allContainers } from '../../manifest/containers';
import { namespaceOf } from '../../manifest/manifest';
import { ManifestSet } from '../../manifest/manifest-set';
import { isDatadogs } from '../../manifest/node-agents';
import { objectsIn } from '../../manifest/objects-in';
import { externalSecretTarget } from '../../manifest/secrets';
import { Rule } from '../rule';

export const certificateHasASecret: Rule = {
  id: 'control-plane/certificate-has-a-secret',
  severity: 'error',
  title: "A Secret that an Agent mounts is in the Agent's namespace.",
  link: PAGES.secrets.source,
  check: ({ manifests, complete, promisedSecrets = [] }) => {
    if (!complete) return [];
    return manifests.pods.filter(isDatadogs).flatMap(at => {
      const namespace = namespaceOf(at.manifest);
      return mountedSecrets(at.pod)
        .filter(name => !isMade(manifests, namespace, name) && !promisedSecrets.some(p => p.namespace === namespace && p.name === name))
        .map(name => ({
          at,
          reason: `its pods mount the Secret '${name}', and nothing brings it to the namespace '${namespace}': they would wait for it and never start`,
          remedy: "Choose how it is copied with 'etcdCertificate' of the control plane, or write the Secret",
        }));
    });
  },
};

/** Without which a pod does not start. */
function mountedSecrets(pod: PodSpec): string[] {
  const mounted = new Set(allContainers(pod).flatMap(c => objectsIn(c.volumeMounts).map(m => m.name)));
  return [...new Set(objectsIn(pod.volumes).filter(v => mounted.has(v.name)).flatMap(({ secret, projected }) => [
    ...secret?.secretName && !secret.optional ? [secret.secretName] : [],
    ...objectsIn(projected?.sources).flatMap(s => s.secret?.name && !s.secret.optional ? [s.secret.name] : []),
  ]))];
}

function isMade(manifests: ManifestSet, namespace: string, name: string): boolean {
  return manifests.find('Secret', namespace, name) !== undefined
    || manifests.ofKind('ExternalSecret').some(({ manifest }) => namespaceOf(manifest) === namespace && externalSecretTarget(manifest) === name);
}
