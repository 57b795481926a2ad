import { INTAKE_HOSTS } from '../../facts/intake-hosts';
import { SERVICE_ENTRY } from '../../facts/istio';
import { NETWORK_PORTS } from '../../facts/network';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { EgressModel } from '../../model/istio';
import { OWN_LABELS } from '../../parts/labels';

/**
 * The way out of the mesh to the hosts of the site. Agents send nothing but HTTPS there; time comes by UDP, which proxies of
 * Istio leave alone. One entry for all: names without a wildcard could be resolved by the proxies, but then every proxy of
 * the mesh would ask for every one of them all the time.
 */
export function serviceEntry({ namespace, site }: Pick<ClusterModel, 'namespace' | 'site'>, { namespaces, products }: EgressModel): Manifest {
  const { apiVersion, kind, name, location, portName, protocol, resolution } = SERVICE_ENTRY;
  return {
    apiVersion,
    kind,
    metadata: { name, namespace, labels: { ...OWN_LABELS } },
    spec: {
      hosts: INTAKE_HOSTS.filter(({ product }) => !product || products.includes(product)).map(({ prefix }) => `${prefix}.${site}`),
      location,
      ports: [{ number: NETWORK_PORTS.datadog.port, name: portName, protocol }],
      resolution,
      ...namespaces.length > 0 && { exportTo: [...namespaces] },
    },
  };
}
