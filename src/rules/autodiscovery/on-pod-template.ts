import { PAGES } from '../../facts/pages';
import { autodiscoveryAnnotations } from '../../manifest/autodiscovery';
import { Rule } from '../rule';
import { quoted } from '../words';

export const onPodTemplate: Rule = {
  id: 'autodiscovery/on-pod-template',
  severity: 'warning',
  title: 'Autodiscovery annotations stand on the pod template, and not on the workload, where no Agent reads them.',
  link: PAGES.autodiscovery.source,
  check: ({ manifests }) => manifests.pods
    .filter(({ manifest }) => manifest.kind !== 'Pod')
    .flatMap(at => {
      const keys = autodiscoveryAnnotations(at.manifest.metadata?.annotations).map(({ key }) => key);
      return keys.length === 0 ? [] : [{
        at,
        reason: `${quoted(keys)} ${keys.length === 1 ? 'stands' : 'stand'} on the ${at.manifest.kind} itself, and annotations of a ${at.manifest.kind} do not reach its pods`,
        remedy: 'Move them to the metadata of the pod template, or write them with Autodiscovery.ofContainer(...)',
      }];
    }),
};
