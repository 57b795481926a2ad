import { nodeAgents } from './node-agents';
import { DELIVERIES, DeliveryFact } from '../../../src/facts/deliveries';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { helmValues } from '../../../src/render/helm-values/values';
import { datadogAgent } from '../../../src/render/operator/datadog-agent';
import { delivered } from '../helm-values/delivered';
import { clusterModel } from '../models';

const ASKED = [{ containers: ['system-probe'] }];
const view = nodeAgents({}, ASKED);

test('is there only where something asks for it', () => {
  expect(nodeAgents().names).not.toContain('system-probe');
  expect(nodeAgents().ofKind('ConfigMap')).toEqual([]);
  expect(view.names).toEqual(['init-volume', 'init-config', 'seccomp-setup', 'agent', 'trace-agent', 'system-probe']);
});

test('it is not privileged: its capabilities and system calls are counted', () => {
  const { securityContext } = view.container('system-probe');
  expect(securityContext).toEqual({
    capabilities: {
      add: ['SYS_ADMIN', 'SYS_RESOURCE', 'SYS_PTRACE', 'NET_ADMIN', 'NET_BROADCAST', 'NET_RAW', 'IPC_LOCK', 'CHOWN', 'DAC_READ_SEARCH'],
    },
    privileged: false,
    readOnlyRootFilesystem: true,
    seccompProfile: { type: 'Localhost', localhostProfile: 'system-probe' },
    appArmorProfile: { type: 'Unconfined' },
  });
  const profile = JSON.parse(view.ofKind('ConfigMap')[0].data['system-probe-seccomp.json']);
  expect(profile.defaultAction).toBe('SCMP_ACT_ERRNO');
  expect(profile.syscalls[0].names).toEqual(expect.arrayContaining(['bpf', 'perf_event_open', 'setns']));
  expect(profile.syscalls[0].names).not.toEqual(expect.arrayContaining(['ptrace']));
  expect(profile.syscalls[0].names.filter((n: string) => ['mount', 'kexec_load', 'init_module', 'reboot'].includes(n))).toEqual([]);
});

test('AppArmor is told by an annotation where Kubernetes has no field for it', () => {
  const old = nodeAgents({ platform: { fact: PLATFORMS.eks, kubernetesVersion: '1.29' } }, ASKED);
  const annotation = 'container.apparmor.security.beta.kubernetes.io/system-probe';
  expect(old.container('system-probe').securityContext).not.toHaveProperty('appArmorProfile');
  expect(old.daemonSet.spec.template.metadata.annotations[annotation]).toBe('unconfined');
  expect(view.daemonSet.spec.template.metadata.annotations).not.toHaveProperty([annotation]);
});

test('its profile is copied to where the kubelet looks for it', () => {
  expect(view.container('seccomp-setup').command).toEqual([
    'cp', '/etc/config/system-probe-seccomp.json', '/host/var/lib/kubelet/seccomp/system-probe',
  ]);
  expect(view.mounts('seccomp-setup')).toEqual(['/etc/config: datadog-agent-security', '/host/var/lib/kubelet/seccomp: seccomp-root rw']);
  expect(view.volume('datadog-agent-security')).toEqual({ name: 'datadog-agent-security', configMap: { name: 'datadog-agent-security' } });
});

test('the core Agent asks it by a socket', () => {
  expect([view.env('agent').DD_SYSPROBE_SOCKET, view.env('system-probe').DD_SYSPROBE_SOCKET]).toEqual(Array(2).fill('/var/run/sysprobe/sysprobe.sock'));
  expect(view.mounts('agent')).toContain('/var/run/sysprobe: sysprobe-socket-dir');
  expect(view.mounts('system-probe')).toEqual([
    '/etc/datadog-agent/auth: auth-token', '/etc/datadog-agent: config', '/host/etc/os-release: os-release-file', '/host/proc: procdir',
    '/host/sys/fs/cgroup: cgroups', '/sys/kernel/debug: debugfs rw', '/tmp: tmpdir rw', '/var/log/datadog: varlog rw',
    '/var/run/secrets/kubernetes.io/serviceaccount: datadog-agent-token', '/var/run/sysprobe: sysprobe-socket-dir rw',
  ]);
  expect(view.env('system-probe')).not.toHaveProperty('DD_CLUSTER_AGENT_AUTH_TOKEN');
});

describe('on Bottlerocket SELinux lets the system-probe load its probes', () => {
  const seLinuxOptions = { user: 'system_u', role: 'system_r', type: 'spc_t', level: 's0' };
  const given = (delivery: DeliveryFact, operatingSystem?: string) => {
    const nodeAgent = operatingSystem === undefined ? {} : { operatingSystem };
    const features = { universalServiceMonitoring: { enabled: true } };
    return delivered(clusterModel({ platform: { fact: PLATFORMS.eks }, features, nodeAgent, delivery }));
  };

  test('in plain manifests, and of the system-probe alone', () => {
    const { container } = nodeAgents({ nodeAgent: { operatingSystem: 'bottlerocket' } }, ASKED);
    expect(container('system-probe').securityContext.seLinuxOptions).toEqual(seLinuxOptions);
    for (const name of ['agent', 'trace-agent']) expect(container(name).securityContext).not.toHaveProperty('seLinuxOptions');
    expect(view.container('system-probe').securityContext).not.toHaveProperty('seLinuxOptions');
  });

  test('by the Operator', () => {
    const security = (operatingSystem?: string) =>
      datadogAgent(given(DELIVERIES.operator, operatingSystem)).spec.override.nodeAgent.containers['system-probe'].securityContext;
    expect(security('bottlerocket').seLinuxOptions).toEqual(seLinuxOptions);
    expect(security()).not.toHaveProperty('seLinuxOptions');
  });

  test('by the chart, beside what it says itself', () => {
    const systemProbe = (operatingSystem?: string) => helmValues(given(DELIVERIES.helm, operatingSystem)).agents.containers.systemProbe;
    expect(systemProbe('bottlerocket').securityContext).toEqual({ seLinuxOptions });
    expect(systemProbe('talos')).not.toHaveProperty('securityContext');
    expect(systemProbe()).not.toHaveProperty('securityContext');
  });
});
