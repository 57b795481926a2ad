import { Located } from './manifest';
import { ManifestSet } from './manifest-set';
import { CLUSTER_AGENT, COMPONENT_LABEL } from '../facts/cluster-agent';

/** A Service with an address that somebody chose. */
export interface AddressedService {
  readonly at: Located;
  readonly address: string;
}

/** Services of the Cluster Agent's pods whose address stands in the manifest. */
export function addressedClusterAgentServices(manifests: ManifestSet): AddressedService[] {
  return addressedServices(manifests).filter(({ at }) => at.manifest.spec?.selector?.[COMPONENT_LABEL.name] === CLUSTER_AGENT.component);
}

/** Services whose address stands in the manifest. */
export function addressedServices(manifests: ManifestSet): AddressedService[] {
  return manifests.ofKind('Service').flatMap(at => {
    const address: unknown = at.manifest.spec?.clusterIP;
    return typeof address === 'string' && address !== '' && address !== 'None' ? [{ at, address }] : [];
  });
}
