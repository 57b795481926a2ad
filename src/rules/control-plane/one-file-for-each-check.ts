import { PAGES } from '../../facts/pages';
import { checkFiles, checkOfPath } from '../../manifest/check-configs';
import { Rule } from '../rule';

export const oneFileForEachCheck: Rule = {
  id: 'control-plane/one-file-for-each-check',
  severity: 'error',
  title: 'No two check files that an Agent loads have one name.',
  link: PAGES.clusterChecks.source,
  check: ({ manifests }) => {
    const files = checkFiles(manifests).map(file => ({ ...file, name: nameOf(file.path) }));
    return files.flatMap(file => {
      const first = files.find(other => other.loader === file.loader && other.name === file.name)!;
      return first.configMap === file.configMap && first.path === file.path ? [] : [{
        at: file.configMap,
        reason: `${file.path} and ${first.path} are both the file of the check '${checkOfPath(file.path)}' for one Agent, which would read one of the two`,
        remedy: 'Put what both say into one file, or give one of them another name in the folder of the check',
      }];
    });
  },
};

/** A file that lies in the folder itself is that of the check in its own folder. */
function nameOf(path: string): string {
  return `${checkOfPath(path)}/${path.split('/').at(-1)}`;
}
