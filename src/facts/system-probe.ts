import { Fact } from './fact';

/** The system-probe, which looks into the kernel of its node by eBPF. */
export const SYSTEM_PROBE = {
  /** Beside those that a runtime gives to root. It is not privileged. */
  capabilities: [
    'SYS_ADMIN', 'SYS_RESOURCE', 'SYS_PTRACE', 'NET_ADMIN', 'NET_BROADCAST', 'NET_RAW', 'IPC_LOCK', 'CHOWN', 'DAC_READ_SEARCH',
  ],
  socketVolume: 'sysprobe-socket-dir',
  socketFolder: '/var/run/sysprobe',
  socket: '/var/run/sysprobe/sysprobe.sock',
  debugVolume: 'debugfs',
  debugPath: '/sys/kernel/debug',
  /** ConfigMap with the profile, which an init container copies to where the kubelet looks for profiles. */
  seccompConfigMap: 'datadog-agent-security',
  seccompKey: 'system-probe-seccomp.json',
  seccompProfile: 'system-probe',
  seccompRoot: '/var/lib/kubelet/seccomp',
  apparmorAnnotation: 'container.apparmor.security.beta.kubernetes.io/system-probe',
  source: 'Datadog Helm chart 3.240.0, _container-system-probe.yaml, _system-probe-init.yaml, system-probe-configmap.yaml',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string | readonly string[]>;

/** System calls that it makes; each other one is refused. */
export const SYSTEM_PROBE_CALLS: Fact & { readonly names: readonly string[] } = {
  names: (
    'accept4 access arch_prctl bind bpf brk capget capset chdir chmod chown clock_gettime clone clone3 close close_range connect '
    + 'copy_file_range creat dup dup2 dup3 epoll_create epoll_create1 epoll_ctl epoll_ctl_old epoll_pwait epoll_wait epoll_wait_old '
    + 'eventfd eventfd2 execve execveat exit exit_group faccessat faccessat2 fchmod fchmodat fchown fchown32 fchownat fcntl fcntl64 '
    + 'flock fstat fstat64 fstatfs fsync futex futimens getcwd getdents getdents64 getegid geteuid getgid getgroups getpeername '
    + 'getpgrp getpid getppid getpriority getrandom getresgid getresgid32 getresuid getresuid32 getrlimit getrusage getsid getsockname '
    + 'getsockopt gettid gettimeofday getuid getxattr inotify_add_watch inotify_init inotify_init1 inotify_rm_watch ioctl ipc listen '
    + 'lseek lstat lstat64 madvise memfd_create mkdir mkdirat mmap mmap2 mprotect mremap munmap nanosleep newfstatat open openat openat2 '
    + 'pause perf_event_open pidfd_open pidfd_send_signal pipe pipe2 poll ppoll prctl pread64 prlimit64 pselect6 read readlink '
    + 'readlinkat recvfrom recvmmsg recvmsg rename renameat renameat2 restart_syscall rmdir rseq rt_sigaction rt_sigpending '
    + 'rt_sigprocmask rt_sigqueueinfo rt_sigreturn rt_sigsuspend rt_sigtimedwait rt_tgsigqueueinfo sched_getaffinity sched_yield '
    + 'seccomp select semtimedop send sendmmsg sendmsg sendto set_robust_list set_tid_address setgid setgid32 setgroups setgroups32 '
    + 'setitimer setns setpgid setresgid setresuid setrlimit setsid setsockopt setuid setuid32 shutdown sigaltstack socket socketcall '
    + 'socketpair stat stat64 statfs statx symlinkat sysinfo tgkill tkill umask uname unlink unlinkat utime utimensat utimes wait4 '
    + 'waitid waitpid write writev'
  ).split(' '),
  source: 'Datadog Helm chart 3.240.0, system-probe-configmap.yaml',
  checkedOn: '2026-11-21',
};
