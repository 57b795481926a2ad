import { Fact } from './fact';
import { HELM_PODS } from './helm-chart-pods';

/** What a cluster must have for the chart to write an env var or a mount. */
export type HelmCondition =
  | 'apmSocket' | 'logs' | 'tags' | 'containerd' | 'docker' | 'kubeletTlsVerify' | 'kubeletCa' | 'runners' | 'sidecarWebhook' | 'sidecarTls'
  | 'systemProbe' | 'dockerLogs';

type Conditions = Fact & { readonly conditions: { readonly [name: string]: HelmCondition } };

const READ = {
  source: 'Datadog Helm chart 3.240.0: _components-common-env.yaml, _containers-common-env.yaml, _container-agent.yaml, _container-system-probe.yaml, cluster-agent-deployment.yaml, agent-clusterchecks-deployment.yaml; what it renders',
  checkedOn: '2026-11-30',
} as const;

const of = (condition: HelmCondition, ...names: readonly string[]) => Object.fromEntries(names.map(name => [name, condition]));

const EVERYWHERE = { DD_TAGS: 'tags' } as const;

const ON_NODES = {
  ...EVERYWHERE,
  DD_CRI_SOCKET_PATH: 'containerd',
  DOCKER_HOST: 'docker',
  DD_KUBELET_TLS_VERIFY: 'kubeletTlsVerify',
  DD_KUBELET_CLIENT_CA: 'kubeletCa',
} as const;

/** By container. The chart writes what is not here in any case. */
export const HELM_ENV_CONDITIONS: { readonly [container in keyof typeof HELM_PODS]: Conditions } = {
  agent: { conditions: ON_NODES, ...READ },
  traceAgent: { conditions: ON_NODES, ...READ },
  systemProbe: { conditions: ON_NODES, ...READ },
  clusterAgent: {
    conditions: {
      ...EVERYWHERE,
      ...of('sidecarWebhook', ...HELM_PODS.clusterAgent.env.filter(name => name.startsWith('DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_'))),
      ...of('sidecarTls', ...HELM_PODS.clusterAgent.env.filter(name => name.includes('_TLS_VERIFICATION_'))),
      DD_LEADER_LEASE_DURATION: 'runners',
    },
    ...READ,
  },
  clusterChecksRunner: { conditions: EVERYWHERE, ...READ },
};

/** Volumes of the node Agents, and paths of their containers, that the chart has for some clusters only; the others it has in any case. */
export const HELM_MOUNT_CONDITIONS: Conditions = {
  conditions: {
    ...of('systemProbe', 'bpffs', 'datadog-agent-security', 'debugfs', 'etc-fedora-release', 'etc-lsb-release', 'etc-redhat-release', 'etc-system-release',
      'hostroot', 'kernel-headers-download-dir', 'runtime-compiler-output-dir', 'seccomp-root', 'sysprobe-config', 'sysprobe-socket-dir',
      'apt-config-dir', 'dnf-vars-dir', 'opensuse-repos-dir', 'public-key-dir', 'rhel-subscription-dir', 'yum-repos-dir', 'yum-vars-dir',
      '/etc/datadog-agent/system-probe.yaml', '/host/etc/fedora-release', '/host/etc/lsb-release', '/host/etc/redhat-release', '/host/root',
      '/sys/fs/bpf', '/sys/kernel/debug', '/var/run/sysprobe'),
    ...of('logs', 'logpodpath', 'logscontainerspath', 'pointerdir', '/var/log/containers', '/var/log/pods'),
    ...of('dockerLogs', 'logdockercontainerpath', '/var/lib/docker/containers'),
    'apmsocket': 'apmSocket',
    'kubelet-ca': 'kubeletCa',
  },
  ...READ,
};
