import { STATIC_BAND } from '../../facts/service-addresses';
import { addressedClusterAgentServices } from '../../manifest/cluster-agent-services';
import { addressFault, derivedAddress, isStatic } from '../../requirements/service-address';
import { Rule } from '../rule';

export const addressIsStatic: Rule = {
  id: 'cluster-agent/address-is-static',
  severity: 'warning',
  title: 'A fixed address of the Cluster Agent is among those that Kubernetes keeps for Services with an address of their own.',
  link: STATIC_BAND.source,
  check: ({ manifests, serviceCidr }) => serviceCidr === undefined ? [] : addressedClusterAgentServices(manifests)
    .filter(({ address }) => !addressFault(address, serviceCidr) && !isStatic(address, serviceCidr))
    .map(({ at, address }) => ({
      at,
      reason: `its clusterIP is ${address}, which Kubernetes may give to any Service of ${serviceCidr} before this one is there`,
      remedy: `Take one of the first of the range, which are kept for this, such as ${derivedAddress(serviceCidr)}`,
    })),
};
