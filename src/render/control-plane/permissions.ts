import { COMMON_SOURCE } from '../../facts/control-plane/common';
import { PermissionFact } from '../../facts/permission';
import { CheckHost, ControlPlaneModel } from '../../model/control-plane-model';

/** What the account of these Agents must be allowed, each thing once. */
export function scrapePermissions({ components }: ControlPlaneModel, host: CheckHost): PermissionFact[] {
  const wanted = components.filter(c => c.by === host).flatMap(c => c.permissions);
  const texts = wanted.map(({ nonResourceUrls, apiGroups, resources, resourceNames, verbs }) =>
    JSON.stringify([nonResourceUrls, apiGroups, resources, resourceNames, verbs]));
  return wanted.filter((_, at) => texts.indexOf(texts[at]) === at).map(({ nonResourceUrls, apiGroups, resources, resourceNames, verbs }) => ({
    scope: 'cluster',
    ...nonResourceUrls && { nonResourceUrls },
    ...apiGroups && { apiGroups },
    ...resources && { resources },
    ...resourceNames && { resourceNames },
    verbs,
    ...COMMON_SOURCE,
  }));
}
