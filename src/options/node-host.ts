/** What runs the containers of a node. */
export enum ContainerRuntime {
  /** containerd, with its socket at `/var/run/containerd/containerd.sock`. */
  CONTAINERD = 'containerd',
  /** CRI-O, with its socket at `/var/run/crio/crio.sock`. */
  CRI_O = 'cri-o',
  /** Docker, with its socket at `/var/run/docker.sock`. The Agent gets the host's whole folder `/var/run`, and the logs in `/var/lib/docker/containers`. */
  DOCKER = 'docker',
}

/** What nodes run. An operating system that keeps its users elsewhere than in `/etc/passwd` refuses a pod that mounts that file. */
export enum NodeOperatingSystem {
  /** A Linux with the usual files: Amazon Linux, Ubuntu, Red Hat and others. */
  LINUX = 'linux',
  /** AWS Bottlerocket. */
  BOTTLEROCKET = 'bottlerocket',
  /** Talos Linux. */
  TALOS = 'talos',
}
