import { Fact } from '../fact';
import { ComponentId } from './control-plane-fact';

export interface ComponentCheckFact extends Fact {
  /** For sentences. */
  readonly title: string;
  /** Name of the check, and of the automatic configuration that comes with the Agent. */
  readonly check: string;
  /** What its metrics begin with. */
  readonly metrics: string;
}

const core = (name: string) => ({ source: `DataDog/integrations-core, ${name}: conf.yaml.example, auto_conf.yaml, metadata.csv`, checkedOn: '2026-11-21' });

/** The check of each component, in the order in which they are told. */
export const COMPONENT_CHECKS: Readonly<Record<ComponentId, ComponentCheckFact>> = {
  apiServer: { title: 'API server', check: 'kube_apiserver_metrics', metrics: 'kube_apiserver', ...core('kube_apiserver_metrics') },
  etcd: { title: 'etcd', check: 'etcd', metrics: 'etcd', ...core('etcd') },
  scheduler: { title: 'scheduler', check: 'kube_scheduler', metrics: 'kube_scheduler', ...core('kube_scheduler') },
  controllerManager: {
    title: 'controller-manager',
    check: 'kube_controller_manager',
    metrics: 'kube_controller_manager',
    ...core('kube_controller_manager'),
  },
};

/** Where certificates stand in the container that runs a check. */
export const CERTIFICATE_PATHS = {
  /** Files of the host, below this with the path that they have there. */
  host: '/host',
  /** Files that an init container gave names that are the same on every node. */
  node: '/etc/datadog-etcd-certificate',
  /** A Secret. */
  secret: '/etc/etcd-certs',
  /** Authorities of the cluster, in every container with a ServiceAccount. */
  clusterCa: '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt',
  source: 'https://docs.datadoghq.com/containers/kubernetes/control_plane/; https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/** Ports of scheduler and controller-manager without TLS, and the first versions of Kubernetes that have none. */
export const INSECURE_PORTS: ReadonlyArray<Fact & { readonly check: string; readonly port: number; readonly gone: string }> = [
  {
    check: 'kube_controller_manager',
    port: 10252,
    gone: '1.22',
    source: 'https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.22.md; rancher/charts, rancher-monitoring 103.0.0+up45.31.1, values.yaml',
    checkedOn: '2026-11-21',
  },
  {
    check: 'kube_scheduler',
    port: 10251,
    gone: '1.23',
    source: 'https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.23.md; rancher/charts, rancher-monitoring 103.0.0+up45.31.1, values.yaml',
    checkedOn: '2026-11-21',
  },
];

/** A container that does nothing, for pods whose only use is to be somewhere. */
export const PAUSE_IMAGE = {
  value: 'registry.k8s.io/pause:3.10.2',
  source: 'kubernetes 1.36.3, cmd/kubeadm/app/constants/constants.go: PauseVersion',
  checkedOn: '2026-11-21',
} as const satisfies Fact & { readonly value: string };
