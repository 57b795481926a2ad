import { KubeObject } from './manifests';

interface ControlPlaneNode {
  readonly name: string;
  readonly labels: Record<string, string>;
  readonly taints: { readonly key: string; readonly value?: string; readonly effect: string }[];
}

/** A pod that the platform runs on the network of its control-plane nodes, by the labels that Services of ours look for. */
interface PlatformPod {
  readonly name: string;
  readonly labels: Record<string, string>;
  readonly ports: number[];
}

interface PlatformRow {
  readonly nodes: ControlPlaneNode[];
  readonly pods?: PlatformPod[];
}

const role = (name: string) => `node-role.kubernetes.io/${name}`;
const on = (value: string, ...names: string[]) => Object.fromEntries(names.map((name) => [role(name), value]));

/** As RKE sets up a node that has both roles. */
const RKE: PlatformRow = {
  nodes: [{
    name: 'rke-controlplane-etcd',
    labels: on('true', 'controlplane', 'etcd'),
    taints: [
      { key: role('controlplane'), value: 'true', effect: 'NoSchedule' },
      { key: role('etcd'), value: 'true', effect: 'NoExecute' },
    ],
  }],
};

const OPENSHIFT_3_MASTER = { 'openshift.io/control-plane': 'true' };

/** By the name of the factory in `Platform`. Deliberately no code of src/, as everywhere here. EKS shows nobody its own. */
const ROWS: Record<string, PlatformRow> = {
  kubeadm: {
    nodes: [{ name: 'kubeadm-control-plane', labels: on('', 'control-plane'), taints: [{ key: role('control-plane'), effect: 'NoSchedule' }] }],
  },
  openShift4: {
    nodes: [{ name: 'openshift-4-master', labels: on('', 'control-plane', 'master'), taints: [{ key: role('master'), effect: 'NoSchedule' }] }],
  },
  openShift3: {
    nodes: [{ name: 'openshift-3-master', labels: on('true', 'master'), taints: [] }],
    pods: [
      { name: 'master-etcd', labels: { ...OPENSHIFT_3_MASTER, 'openshift.io/component': 'etcd' }, ports: [2379] },
      { name: 'master-controllers', labels: { ...OPENSHIFT_3_MASTER, 'openshift.io/component': 'controllers' }, ports: [8444] },
    ],
  },
  rke: RKE,
  rkeLegacy: RKE,
  rke2: {
    nodes: [
      // As its documentation of high availability has it, and as Rancher does.
      { name: 'rke2-server', labels: on('true', 'control-plane', 'etcd', 'master'), taints: [{ key: 'CriticalAddonsOnly', value: 'true', effect: 'NoExecute' }] },
      {
        name: 'rke2-server-of-rancher',
        labels: on('true', 'control-plane', 'etcd', 'master'),
        taints: [{ key: role('control-plane'), effect: 'NoSchedule' }, { key: role('etcd'), effect: 'NoExecute' }],
      },
    ],
  },
};

/** The simulated nodes of a platform's control plane. There while an example of that platform is, so that no other one sees them. */
export function controlPlaneNodes(platform: string): KubeObject[] {
  return (ROWS[platform]?.nodes ?? []).map(({ name, labels, taints }) => ({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      annotations: { 'kwok.x-k8s.io/node': 'fake', 'node.alpha.kubernetes.io/ttl': '0' },
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/os': 'linux',
        'topology.kubernetes.io/region': 'eu-west-1',
        'topology.kubernetes.io/zone': 'eu-west-1a',
        ...labels,
      },
    },
    spec: { taints },
    // Much smaller than the workers: where nothing keeps a pod away (OpenShift 3), the scheduler prefers those.
    status: { allocatable: { cpu: '4', memory: '16Gi', pods: '50' }, capacity: { cpu: '4', memory: '16Gi', pods: '50' } },
  }));
}

/**
 * Pods in the place of those of the platform that Services of ours look for, with the labels and ports that the platform gives
 * them: a Service with another selector still finds none.
 */
export function platformPods(platform: string): KubeObject[] {
  const { nodes, pods = [] } = ROWS[platform] ?? { nodes: [] };
  return pods.map(({ name, labels, ports }) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `${name}-${nodes[0].name}`, namespace: 'kube-system', labels },
    spec: {
      nodeName: nodes[0].name,
      hostNetwork: true,
      automountServiceAccountToken: false,
      // As static pods have it.
      tolerations: [{ operator: 'Exists', effect: 'NoExecute' }],
      containers: [{ name, image: 'example.com/stand-in:1', ports: ports.map((containerPort) => ({ containerPort, hostPort: containerPort })) }],
    },
  }));
}

/** It runs the control plane: some label of its has that role, under one of the names that platforms have for it. */
export function isControlPlane({ metadata: { labels = {} } }: KubeObject): boolean {
  return ['control-plane', 'controlplane', 'master', 'etcd'].some((name) => role(name) in labels);
}
