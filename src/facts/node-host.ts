import { Fact } from './fact';

/** Where a container runtime listens on a node, and how the Agent is told. */
export interface ContainerRuntimeFact extends Fact {
  readonly name: string;
  readonly socketPath: string;
  /** The socket speaks Docker's own API, and not that of Kubernetes (CRI). */
  readonly docker: boolean;
  /** Logs that the files of Kubernetes lead to, where they are not in /var/log/pods. */
  readonly logsPath?: string;
}

const CHART = { source: 'Datadog Helm chart 3.240.0, _helpers.tpl, _daemonset-volumes-linux.yaml', checkedOn: '2026-11-21' };

export const CONTAINER_RUNTIMES = {
  'containerd': {
    name: 'containerd',
    socketPath: '/var/run/containerd/containerd.sock',
    docker: false,
    source: 'Datadog Helm chart 3.240.0, _helpers.tpl; https://kubernetes.io/docs/setup/production-environment/container-runtimes/#containerd (/run, which /var/run leads to); https://github.com/bottlerocket-os/bottlerocket/pull/2173',
    checkedOn: '2026-11-21',
  },
  'cri-o': {
    name: 'CRI-O',
    socketPath: '/var/run/crio/crio.sock',
    docker: false,
    source: 'https://kubernetes.io/docs/setup/production-environment/container-runtimes/#cri-o; openshift/machine-config-operator, templates/master/01-master-kubelet',
    checkedOn: '2026-11-21',
  },
  'docker': { name: 'Docker', socketPath: '/var/run/docker.sock', docker: true, logsPath: '/var/lib/docker/containers', ...CHART },
} as const satisfies Record<string, ContainerRuntimeFact>;

export type ContainerRuntimeId = keyof typeof CONTAINER_RUNTIMES;

/** What a node's operating system has of the files that the Agent reads. */
export interface NodeSystemFact extends Fact {
  readonly name: string;
  /** Users of the node, for the names of processes' owners. Absent where there is no such file: a mount would keep the pod from starting. */
  readonly passwdPath?: string;
  readonly osReleasePath: string;
  /** SELinux context without which the system-probe cannot load its probes there. Absent where it needs none. */
  readonly systemProbeSeLinux?: Fact & { readonly user: string; readonly role: string; readonly type: string; readonly level: string };
}

export const NODE_SYSTEMS = {
  linux: { name: 'Linux', passwdPath: '/etc/passwd', osReleasePath: '/etc/os-release', ...CHART },
  bottlerocket: {
    name: 'Bottlerocket',
    osReleasePath: '/etc/os-release',
    // Bottlerocket knows the type as an alias of control_t.
    systemProbeSeLinux: {
      user: 'system_u',
      role: 'system_r',
      type: 'spc_t',
      level: 's0',
      source: 'https://github.com/DataDog/documentation/pull/25460; https://github.com/bottlerocket-os/bottlerocket/issues/3691',
      checkedOn: '2026-11-30',
    },
    source: 'https://github.com/DataDog/helm-charts/pull/1381; https://github.com/bottlerocket-os/bottlerocket/issues/4074',
    checkedOn: '2026-11-21',
  },
  talos: {
    name: 'Talos Linux',
    osReleasePath: '/etc/os-release',
    source: 'https://github.com/DataDog/helm-charts/pull/1611; https://github.com/DataDog/helm-charts/pull/1572 (os-release); https://github.com/DataDog/helm-charts/pull/2448 (passwd, group)',
    checkedOn: '2026-11-21',
  },
} as const satisfies Record<string, NodeSystemFact>;

export type NodeSystemId = keyof typeof NODE_SYSTEMS;

/** A file or folder of the node, and where the Agent looks for it. */
export interface HostMountFact extends Fact {
  readonly volume: string;
  readonly hostPath: string;
  readonly mountPath: string;
  readonly type?: string;
}

/** Folders of the host that the Agents look into. Everything below is read-only unless it says otherwise. */
export const HOST_MOUNTS = {
  proc: { volume: 'procdir', hostPath: '/proc', mountPath: '/host/proc', ...CHART },
  cgroups: { volume: 'cgroups', hostPath: '/sys/fs/cgroup', mountPath: '/host/sys/fs/cgroup', ...CHART },
  podLogs: { volume: 'logpodpath', hostPath: '/var/log/pods', mountPath: '/var/log/pods', ...CHART },
  containerLogs: { volume: 'logscontainerspath', hostPath: '/var/log/containers', mountPath: '/var/log/containers', ...CHART },
  /** How far logs were read; written, and kept while pods come and go. */
  logPositions: { volume: 'pointerdir', hostPath: '/var/lib/datadog-agent/logs', mountPath: '/opt/datadog-agent/run', type: 'DirectoryOrCreate', ...CHART },
} as const satisfies Record<string, HostMountFact>;

/** Where the Agent finds files of the host that stand at other paths there. */
export const HOST_FILES = {
  runtimeVolume: 'runtimesocketdir',
  runtimeLogsVolume: 'logdockercontainerpath',
  osReleaseVolume: 'os-release-file',
  osRelease: '/host/etc/os-release',
  passwdVolume: 'passwd',
  passwd: '/etc/passwd',
  kubeletCaVolume: 'kubelet-ca',
  kubeletCa: '/var/run/kubelet-ca/ca.crt',
  /** Before the path of a socket. */
  root: '/host',
  source: 'Datadog Helm chart 3.240.0, _container-agent.yaml; https://github.com/DataDog/helm-charts/tree/main/charts/datadog (datadog.kubelet.hostCAPath)',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;
