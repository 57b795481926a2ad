import { GENERATE_NAME } from '../../facts/yaml';
import { Rule } from '../rule';

export const oneKindOfName: Rule = {
  id: 'kubernetes/one-kind-of-name',
  severity: 'warning',
  title: 'An object has a name, or the beginning of one that the API server completes.',
  link: GENERATE_NAME.source,
  check: ({ manifests }) => manifests.objects
    .filter(({ manifest: { metadata } }) => metadata?.name && metadata.generateName)
    .map(at => ({
      at,
      reason: "it has both 'name' and 'generateName', and the API server takes 'name' alone, so the object is made once and not each time",
      remedy: "Remove one of them. Where 'name' is removed, create the object with kubectl create: kubectl apply needs a name",
    })),
};
