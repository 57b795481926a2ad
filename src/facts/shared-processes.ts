import { Fact } from './fact';

/** With `shareProcessNamespace` the containers of a pod see one list of processes, and process 1 is that of the pod and not of a container. */
export const SHARED_PROCESSES: Fact = {
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/#understanding-process-namespace-sharing',
  checkedOn: '2026-11-30',
};

/** Programs that end where they are not process 1. `/init` is the entry point of s6-overlay. */
export const INIT_PROGRAMS: Fact & { readonly commands: readonly string[] } = {
  commands: ['/init', '/sbin/init', '/usr/sbin/init', '/lib/systemd/systemd', '/usr/lib/systemd/systemd', 'systemd'],
  source: 'https://github.com/just-containers/s6-overlay#usage; https://github.com/systemd/systemd/blob/main/docs/CONTAINER_INTERFACE.md',
  checkedOn: '2026-11-30',
};

/** Images that start s6-overlay: `s6-overlay-suexec: fatal: can only run as pid 1`. */
export const S6_IMAGES: Fact & { readonly prefixes: readonly string[] } = {
  prefixes: ['linuxserver/', 'docker.io/linuxserver/', 'ghcr.io/linuxserver/', 'lscr.io/linuxserver/'],
  source: 'https://github.com/linuxserver/docker-openssh-server/issues/76',
  checkedOn: '2026-11-30',
};
