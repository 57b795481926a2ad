import { isAtLeast } from '../../base/versions';
import { REMOVED_APIS } from '../../facts/removed-apis';
import { Rule } from '../rule';

export const apiIsServed: Rule = {
  id: 'kubernetes/api-is-served',
  severity: 'error',
  title: 'The Kubernetes of the cluster serves the version of the API that an object is of.',
  link: REMOVED_APIS[0].source,
  check: ({ manifests, platform, kubernetesVersion }) => {
    // Where the version is not known, the oldest that the platform can have decides.
    const version = kubernetesVersion ?? platform?.oldestKubernetes;
    return version === undefined ? [] : manifests.objects.filter(({ delivered }) => !delivered).flatMap(at => {
      const { apiVersion, kind } = at.manifest;
      const removed = REMOVED_APIS.find(row => row.apiVersion === apiVersion && (!row.kinds || row.kinds.includes(kind))
        && isAtLeast(version, row.removedIn));
      return removed === undefined ? [] : [{
        at,
        reason: `its apiVersion is '${apiVersion}', which Kubernetes has not served for a ${kind} since ${removed.removedIn}`,
        remedy: `Write ${removed.instead}${removed.instead === 'apps/v1' ? ", which asks for a 'selector' as well" : ''}`,
      }];
    });
  },
};
