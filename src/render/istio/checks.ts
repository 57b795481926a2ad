import { ISTIO_CHECK, ISTIOD, PROXIES } from '../../facts/istio';
import { ClusterCheckDescription } from '../../model/cluster-check';
import { IstioModel } from '../../model/istio';
import { NodeAgentPart } from '../../parts/node-agent-part';

/** The newer of the check's two modes. Metrics of the older have other types, so one of them must not be among them. */
const MODE = { use_openmetrics: true };

/** A check of every pod of the control plane, by the endpoints of its Services. */
export function controlPlaneChecks({ controlPlane }: IstioModel): ClusterCheckDescription[] {
  return (controlPlane?.services ?? []).map(name => ({
    name: ISTIO_CHECK.name,
    file: name,
    instances: [{ istiod_endpoint: ISTIOD.metrics, ...MODE }],
    advancedAdIdentifiers: [{ kind: 'kube_endpoints', namespace: controlPlane!.namespace, name }],
  }));
}

/** Checks of proxies by their images, in place of the one that the Agent brings along, which is in the older mode. */
export function proxyChecks({ dataPlane, proxies }: IstioModel): NodeAgentPart {
  if (!proxies) return {};
  const mode = dataPlane === 'ambient' ? { istio_mode: dataPlane } : {};
  return {
    ignoreAutoConf: [ISTIO_CHECK.name],
    checkFiles: Object.fromEntries(PROXIES[dataPlane].map(({ file, adIdentifiers, option, metrics }) => [`${file}.yaml`, {
      ad_identifiers: [...adIdentifiers],
      init_config: {},
      // Every pod has an address of its own, which would make a tag with a value for each.
      instances: [{ ...mode, [option]: metrics, ...MODE, tag_by_endpoint: false, ...proxies.options }],
    }])),
  };
}
