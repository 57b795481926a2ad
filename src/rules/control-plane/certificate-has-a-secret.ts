import { PAGES } from '../../facts/pages';
import { controlPlanePaths } from '../../manifest/check-paths';
import { namespaceOf } from '../../manifest/manifest';
import { ManifestSet } from '../../manifest/manifest-set';
import { secretsAt } from '../../manifest/mounted-files';
import { externalSecretTarget } from '../../manifest/secrets';
import { Rule } from '../rule';

export const certificateHasASecret: Rule = {
  id: 'control-plane/certificate-has-a-secret',
  severity: 'error',
  title: "The Secret with the certificate of a check is in the Agent's namespace.",
  link: PAGES.secrets.source,
  check: ({ manifests, complete, promisedSecrets = [] }) => {
    if (!complete) return [];
    const needed = controlPlanePaths(manifests).flatMap(({ pods, container, path }) =>
      secretsAt(pods.pod, container, path).map(name => ({ at: pods, namespace: namespaceOf(pods.manifest), name })));
    return needed
      .filter(({ at, name }, index) => needed.findIndex(n => n.at === at && n.name === name) === index)
      .filter(({ namespace, name }) => !promisedSecrets.some(p => p.namespace === namespace && p.name === name))
      .filter(({ namespace, name }) => !isMade(manifests, namespace, name))
      .map(({ at, namespace, name }) => ({
        at,
        reason: `its pods mount the Secret '${name}' for a check, and nothing brings it to the namespace '${namespace}': they would wait for it and never start`,
        remedy: "Choose how it is copied with 'etcdCertificate' of the control plane, or write the Secret",
      }));
  },
};

function isMade(manifests: ManifestSet, namespace: string, name: string): boolean {
  return manifests.find('Secret', namespace, name) !== undefined
    || manifests.ofKind('ExternalSecret').some(({ manifest }) => namespaceOf(manifest) === namespace && externalSecretTarget(manifest) === name);
}
