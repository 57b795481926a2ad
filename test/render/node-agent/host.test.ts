import { nodeAgents } from './node-agents';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';

const LOGS = { logs: { enabled: true }, liveProcesses: { enabled: true } };

test.each([
  [{}, '/host/var/run/containerd/containerd.sock', undefined, '/var/run/containerd'],
  [{ containerRuntime: 'cri-o' }, '/host/var/run/crio/crio.sock', undefined, '/var/run/crio'],
  [{ containerRuntime: 'docker' }, undefined, 'unix:///host/var/run/docker.sock', '/var/run'],
  [{ criSocketPath: '/run/k3s/containerd/containerd.sock' }, '/host/run/k3s/containerd/containerd.sock', undefined, '/run/k3s/containerd'],
  [{ containerRuntime: 'docker', criSocketPath: '/run/user/docker.sock' }, undefined, 'unix:///host/run/user/docker.sock', '/run/user'],
])('the socket of the container runtime, for the core Agent alone: %j', (nodeAgent, cri, docker, folder) => {
  const view = nodeAgents({ nodeAgent });
  expect([view.env('agent').DD_CRI_SOCKET_PATH, view.env('agent').DOCKER_HOST]).toEqual([cri, docker]);
  expect(view.volume('runtimesocketdir')).toEqual({ name: 'runtimesocketdir', hostPath: { path: folder } });
  expect(view.names.filter((name: string) => view.mounts(name).some((m: string) => m.includes('runtimesocketdir')))).toEqual(['agent']);
  expect(view.mounts('agent')).toContain(`/host${folder}: runtimesocketdir`);
});

test('logs of Docker stand in a folder of its own', () => {
  const folders = (containerRuntime: string) => nodeAgents({ features: LOGS, nodeAgent: { containerRuntime } }).mounts('agent')
    .filter((mount: string) => mount.startsWith('/var/lib') || mount.startsWith('/var/log/'));
  const common = ['/var/log/containers: logscontainerspath', '/var/log/datadog: varlog rw', '/var/log/pods: logpodpath'];
  expect(folders('containerd')).toEqual(common);
  expect(folders('docker')).toEqual(['/var/lib/docker/containers: logdockercontainerpath', ...common]);
});

test('how far logs were read is kept on the node', () => {
  expect(nodeAgents({ features: LOGS }).volume('pointerdir')).toEqual({
    name: 'pointerdir', hostPath: { path: '/var/lib/datadog-agent/logs', type: 'DirectoryOrCreate' },
  });
  expect(nodeAgents().volume('datadogrun')).toEqual({ name: 'datadogrun', emptyDir: {} });
});

test.each([['linux', true], ['bottlerocket', false], ['talos', false]])('users of the node on %s', (operatingSystem, mounted) => {
  const view = nodeAgents({ features: LOGS, nodeAgent: { operatingSystem } });
  expect(view.mounts('agent').includes('/etc/passwd: passwd')).toBe(mounted);
  expect(view.volume('passwd')).toEqual(mounted ? { name: 'passwd', hostPath: { path: '/etc/passwd' } } : undefined);
  expect(view.mounts('agent')).toContain('/host/etc/os-release: os-release-file');
});

test('the kubelet is at the address of the node, and its certificate is checked as the user says', () => {
  const { env } = nodeAgents();
  expect(env('agent').DD_KUBERNETES_KUBELET_HOST).toEqual({ fieldRef: { apiVersion: 'v1', fieldPath: 'status.hostIP' } });
  expect(env('agent')).not.toHaveProperty('DD_KUBELET_TLS_VERIFY');
  expect(nodeAgents({ nodeAgent: { kubeletTlsVerify: false } }).env('agent').DD_KUBELET_TLS_VERIFY).toBe('false');
  const view = nodeAgents({ nodeAgent: { kubeletCaPath: '/etc/kubernetes/pki/ca.crt' } });
  expect(view.env('agent').DD_KUBELET_CLIENT_CA).toBe('/var/run/kubelet-ca/ca.crt');
  expect(view.volume('kubelet-ca')).toEqual({ name: 'kubelet-ca', hostPath: { path: '/etc/kubernetes/pki/ca.crt', type: 'File' } });
  expect(view.mounts('agent')).toContain('/var/run/kubelet-ca/ca.crt: kubelet-ca');
});

test('what the row of a platform says of its nodes counts, unless the user says otherwise', () => {
  const fact = { ...PLATFORMS.eks, nodeHost: { system: 'talos', runtime: 'cri-o', criSocketPath: '/run/other.sock', kubeletTlsVerify: false } } as const;
  const view = nodeAgents({ platform: { fact }, features: LOGS });
  expect(view.env('agent')).toMatchObject({ DD_CRI_SOCKET_PATH: '/host/run/other.sock', DD_KUBELET_TLS_VERIFY: 'false' });
  expect(view.volume('passwd')).toBeUndefined();
  const other = nodeAgents({ platform: { fact }, features: LOGS, nodeAgent: { containerRuntime: 'containerd', operatingSystem: 'linux', kubeletTlsVerify: true } });
  expect(other.env('agent')).toMatchObject({ DD_CRI_SOCKET_PATH: '/host/var/run/containerd/containerd.sock', DD_KUBELET_TLS_VERIFY: 'true' });
  expect(other.volume('passwd')).toBeDefined();
});

/** By platform: whether the Agent is told not to check the certificate of the kubelet, and the folder of the runtime's socket. */
test.each([
  ['eks', undefined, '/var/run/containerd'], ['aks', undefined, '/var/run/containerd'], ['gke', undefined, '/var/run/containerd'],
  ['kubeadm', 'false', '/var/run/containerd'], ['talos', 'false', '/var/run/containerd'],
  ['rke2', undefined, '/run/k3s/containerd'], ['k3s', undefined, '/run/k3s/containerd'],
  ['openShift4', 'false', '/var/run/crio'], ['openShift3', 'false', '/var/run'], ['rke', 'false', '/var/run'], ['rkeLegacy', 'false', '/var/run'],
] as const)('nodes of %s', (platform, tlsVerify, folder) => {
  const view = nodeAgents({ platform: { fact: PLATFORMS[platform] } });
  expect(view.env('agent').DD_KUBELET_TLS_VERIFY).toBe(tlsVerify);
  expect(view.volume('runtimesocketdir').hostPath.path).toBe(folder);
});
