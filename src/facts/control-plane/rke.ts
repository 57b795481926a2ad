import { API_SERVERS, BY_CERTIFICATE, BY_TOKEN, LEASE_OF_CONTROLLER_MANAGER, LEASE_OF_SCHEDULER, METRICS } from './common';
import { Choices, ControlPlaneFact, EndpointsFact, NodeCertificateFact, ScrapeFact, ScrapePermission, ServiceRef, TaintFact } from './control-plane-fact';

const READ = {
  source: 'rancher/charts: rancher-monitoring 103.0.0+up45.31.1, values.yaml; packages/rancher-pushprox; rancher/rke, pki; rancher/rke, services: workerplane.go has the taints',
  checkedOn: '2026-11-21',
};

const NAMESPACE = 'cattle-monitoring-system';

/** The files of all etcd nodes are on every one of them, by address. */
export const RKE_ETCD_CERTIFICATE: NodeCertificateFact & typeof READ = {
  from: 'node',
  folder: '/etc/kubernetes/ssl',
  files: { cert: 'kube-etcd-<ip>.pem', key: 'kube-etcd-<ip>-key.pem', ca: 'kube-ca.pem' },
  ...READ,
};

/** What stands before the paths of RKE on operating systems whose /etc is not to be written to: RancherOS, CoreOS, Flatcar. */
export const RKE_IMMUTABLE_PREFIX = { value: '/opt/rke', ...READ } as const;

export const RKE_TAINTS: ReadonlyArray<TaintFact & typeof READ> = [
  { key: 'node-role.kubernetes.io/controlplane', effect: 'NoSchedule', ...READ },
  { key: 'node-role.kubernetes.io/etcd', effect: 'NoExecute', ...READ },
];

/** Pods of the chart on the network of the host, of which each component has some on its nodes: so their address is the component's. */
function clients(component: string, portName: string, port: number): Record<'chart' | 'own', ServiceRef> {
  const client = `pushprox-${component}-client`;
  return {
    chart: { namespace: NAMESPACE, name: client },
    own: { namespace: NAMESPACE, name: `pushprox-${component}-datadog`, own: { selector: { 'k8s-app': client }, portName, port } },
  };
}

interface Port extends Pick<EndpointsFact, 'since' | 'before'> {
  readonly port: number;
  readonly scheme: 'http' | 'https';
}

type SignIn = Partial<Pick<ScrapeFact, 'token' | 'tlsVerify' | 'certificate' | 'permissions'>>;

/** By the Services of the chart, by ours, and through the proxy of the chart, whose clients sign in by themselves. */
function ways(component: string, ports: readonly Port[], signIn: (port: Port) => SignIn, viaProxy: readonly ScrapePermission[]): EndpointsFact[] {
  return ports.flatMap(given => {
    const { port, scheme, ...versions } = given;
    const { chart, own } = clients(component, 'metrics', port);
    const base = { way: 'endpoints', ...versions, ...READ } as const;
    const direct = { ...base, resolve: 'auto', url: `${scheme}://%%host%%:${port}/metrics`, ...signIn(given) } as const;
    const when = (pushProx: Choices['pushProx']) => ({ when: { pushProx } });
    return [
      { ...direct, ...when('chartServices'), service: chart },
      { ...direct, ...when('ownServices'), service: own },
      {
        ...base,
        ...when('proxy'),
        service: chart,
        resolve: 'ip',
        url: `http://%%host%%:${port}/metrics${scheme === 'https' ? '?_scheme=https' : ''}`,
        options: { proxy: { http: `http://pushprox-${component}-proxy.${NAMESPACE}.svc:8080` } },
        permissions: viaProxy,
      },
    ];
  });
}

const secure = (permissions: readonly ScrapePermission[]) => ({ scheme }: Port): SignIn =>
  scheme === 'https' ? { ...BY_TOKEN, permissions } : { permissions: permissions.slice(1) };

/** Rancher 2.5 and newer with its monitoring. The components are containers that Kubernetes knows nothing of. */
export const RKE: ControlPlaneFact = {
  apiServer: [API_SERVERS],
  etcd: ways('kube-etcd', [{ port: 2379, scheme: 'https' }], () => ({ ...BY_CERTIFICATE, certificate: RKE_ETCD_CERTIFICATE }), []),
  scheduler: ways(
    'kube-scheduler',
    [{ before: '1.23', port: 10251, scheme: 'http' }, { since: '1.23', port: 10259, scheme: 'https' }],
    secure([METRICS, LEASE_OF_SCHEDULER]),
    [LEASE_OF_SCHEDULER],
  ),
  controllerManager: ways(
    'kube-controller-manager',
    [{ before: '1.22', port: 10252, scheme: 'http' }, { since: '1.22', port: 10257, scheme: 'https' }],
    secure([METRICS, LEASE_OF_CONTROLLER_MANAGER]),
    [LEASE_OF_CONTROLLER_MANAGER],
  ),
  taints: RKE_TAINTS,
  ...READ,
};
