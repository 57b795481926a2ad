import { PAGES } from '../../facts/pages';
import { Located, Manifest } from '../../manifest/manifest';
import { storedGroupOf } from '../../manifest/scope';
import { Rule } from '../rule';

export const objectsAreUnique: Rule = {
  id: 'app/objects-are-unique',
  severity: 'error',
  title: 'Every object is made by one manifest only.',
  link: PAGES.objectNames.source,
  check: ({ manifests }) => {
    const first = new Map<string, string>();
    return manifests.objects.flatMap(at => {
      const ofCluster = manifests.isClusterScoped(at.manifest);
      const key = identityOf(at, ofCluster);
      if (key === undefined) return [];
      const known = first.get(key);
      if (known === undefined) {
        first.set(key, at.path);
        return [];
      }
      const twice = known === at.path ? `'${known}' makes this object twice` : `'${known}' and '${at.path}' make the same object`;
      return [{
        at,
        reason: `${twice}, so on the cluster the one that is applied last overwrites the other${ofCluster ? namespaceInVain(at.manifest) : ''}`,
        remedy: ofCluster ? remedyOfCluster(at.manifest) : 'Give one of them another name or namespace, or remove it',
      }];
    });
  },
};

/** The API server makes up a name where there is only `generateName`, so such objects never meet. */
function identityOf({ manifest }: Located, ofCluster: boolean): string | undefined {
  const { name, namespace } = manifest.metadata ?? {};
  return name ? JSON.stringify([storedGroupOf(manifest), manifest.kind, (!ofCluster && namespace) || '', name]) : undefined;
}

/** cdk8s writes the namespace of the chart on every object. */
function namespaceInVain({ kind, metadata }: Manifest): string {
  return metadata?.namespace ? `; an object of kind ${kind} belongs to no namespace, so '${metadata.namespace}' does not set it apart` : '';
}

/** The name of an APIService follows from the API that it serves, and that of a definition from its kind. */
function remedyOfCluster({ kind }: Manifest): string {
  return ['APIService', 'CustomResourceDefinition'].includes(kind)
    ? 'Remove one of them: turn off the feature that makes it, or leave it out of the other chart'
    : 'Give one of them another name, or remove it';
}
