import { PAGES } from '../../facts/pages';
import { groupOf, Located } from '../../manifest/manifest';
import { Rule } from '../rule';

export const objectsAreUnique: Rule = {
  id: 'app/objects-are-unique',
  severity: 'error',
  title: 'Every object is made by one manifest only.',
  link: PAGES.objectNames.source,
  check: ({ manifests }) => {
    const first = new Map<string, string>();
    return manifests.objects.flatMap(at => {
      const key = identityOf(at);
      if (key === undefined) return [];
      const known = first.get(key);
      if (known === undefined) {
        first.set(key, at.path);
        return [];
      }
      return [{
        at,
        reason: `${known === at.path ? `'${known}' makes this object twice` : `'${known}' and '${at.path}' make the same object`}, so on the cluster the one that is applied last overwrites the other`,
        remedy: 'Give one of them another name or namespace, or remove it',
      }];
    });
  },
};

/** The API server makes up a name where there is only `generateName`, so such objects never meet. */
function identityOf({ manifest }: Located): string | undefined {
  const { name, namespace } = manifest.metadata ?? {};
  return name ? JSON.stringify([groupOf(manifest), manifest.kind, namespace || '', name]) : undefined;
}
