import { API_SERVERS, BY_CERTIFICATE } from './common';
import { ControlPlaneFact, EndpointsFact, ScrapePermission } from './control-plane-fact';
import { RKE_ETCD_CERTIFICATE, RKE_TAINTS } from './rke';

const READ = { source: 'https://docs.datadoghq.com/containers/kubernetes/control_plane/#RKEBefore2_5; rancher/rke, services', checkedOn: '2026-11-21' };

/** Kubernetes 1.18 and older keep who leads in an annotation of Endpoints. */
const leader = (name: string): ScrapePermission => ({ apiGroups: [''], resources: ['endpoints'], resourceNames: [name], verbs: ['get'] });

/** On the nodes of the API servers, whose addresses the endpoints of default/kubernetes are; without TLS and without signing in. */
const besideApiServer = (port: number, name: string): EndpointsFact => ({
  way: 'endpoints',
  service: { namespace: 'default', name: 'kubernetes' },
  resolve: 'ip',
  url: `http://%%host%%:${port}/metrics`,
  permissions: [leader(name)],
  ...READ,
});

/** Rancher before 2.5. The components are containers that Kubernetes knows nothing of. */
export const RKE_LEGACY: ControlPlaneFact = {
  apiServer: [API_SERVERS],
  etcd: [{
    way: 'pausePods',
    name: 'etcd-pause',
    nodeSelector: { 'node-role.kubernetes.io/etcd': 'true' },
    url: 'https://%%host%%:2379/metrics',
    ...BY_CERTIFICATE,
    certificate: RKE_ETCD_CERTIFICATE,
    ...READ,
  }],
  scheduler: [besideApiServer(10251, 'kube-scheduler')],
  controllerManager: [besideApiServer(10252, 'kube-controller-manager')],
  taints: RKE_TAINTS,
  ...READ,
};
