import { STATIC_BAND } from '../../facts/service-addresses';
import { addressedClusterAgentServices, addressedServices } from '../../manifest/cluster-agent-services';
import { nameOf } from '../../manifest/manifest';
import { addressFault } from '../../requirements/service-address';
import { Rule } from '../rule';

export const addressIsUsable: Rule = {
  id: 'cluster-agent/address-is-usable',
  severity: 'error',
  title: "A fixed address of the Cluster Agent is one of the cluster's range for Services, and nobody else's: not the API server's, the DNS's or another Service's.",
  link: STATIC_BAND.source,
  check: ({ manifests, serviceCidr }) => addressedClusterAgentServices(manifests).flatMap(({ at, address }) => {
    const fault = addressFault(address, serviceCidr);
    if (fault) return [{ at, ...fault }];
    const other = addressedServices(manifests).find(s => s.at !== at && s.address === address);
    return other === undefined ? [] : [{
      at,
      reason: `its clusterIP is ${address}, and so is that of ${nameOf(other.at.manifest)}: the API server refuses the second of them`,
      remedy: 'Give one of the two another address',
    }];
  }),
};
