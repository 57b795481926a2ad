import { isAtLeast } from '../base/versions';
import { ViolationError } from '../base/violation';
import { INTAKE_PORTS, OTLP_PORTS } from '../facts/agent-ports';
import { PlatformFact } from '../facts/platforms/platform-fact';

const DAEMON_SET = 'https://kubernetes.io/docs/tasks/manage-daemon/update-daemon-set/';
const HOST_PATH = 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath';

/** Nodes for the Agents to be on. */
export function requireNodes(platform: PlatformFact): void {
  if (platform.nodes) return;
  throw new ViolationError({
    rule: 'node-agent/has-nodes',
    reason: `${platform.name} has no nodes of yours, and so no place for node Agents`,
    remedy: "Leave 'nodeAgent' out: the Agent runs in the pods of applications. For EKS with EC2 nodes, set 'platform' to Platform.eks(...)",
    link: platform.source.split(';')[0],
  });
}

/** A whole number from 1, or a percentage from 1% to 100%. */
export function requireMaxUnavailable(given: string): number | string {
  const [, digits, percent] = /^([1-9]\d*)(%?)$/.exec(given) ?? [];
  if (digits !== undefined && (!percent || Number(digits) <= 100)) return percent ? given : Number(digits);
  throw new ViolationError({
    rule: 'node-agent/update',
    reason: `'maxUnavailable' of nodeAgent is '${given}', which is no number of nodes and no percentage of them`,
    remedy: "Write a whole number from 1, or 1% to 100%, for example '10%'",
    link: DAEMON_SET,
  });
}

export function requireMinReadySeconds(given: number): number {
  if (Number.isInteger(given) && given >= 0) return given;
  throw new ViolationError({
    rule: 'node-agent/update',
    reason: `'minReadySeconds' of nodeAgent is ${given}, which is no number of seconds`,
    remedy: 'Write a whole number from 0',
    link: DAEMON_SET,
  });
}

/** What the Agents listen on where the option of the feature is on. */
const HOST_PORTS = {
  apm: { ports: `port ${INTAKE_PORTS.apm.port}`, option: 'portEnabled' },
  dogstatsd: { ports: `port ${INTAKE_PORTS.dogstatsd.port}`, option: 'portEnabled' },
  otlp: { ports: `the ports ${OTLP_PORTS.grpc.port} and ${OTLP_PORTS.http.port}`, option: 'enabled' },
} as const;

/** Whether the Agents take the port on their nodes too. It is on by default, since pods are pointed at the address of their node. */
export function requireHostPort(feature: 'apm' | 'dogstatsd' | 'otlp', given: boolean | undefined, portEnabled: boolean): boolean {
  if (!given || portEnabled) return portEnabled && given !== false;
  const { ports, option } = HOST_PORTS[feature];
  throw new ViolationError({
    rule: 'node-agent/host-port',
    reason: `'hostPorts.${feature}' of nodeAgent is on, and the Agents do not listen on ${ports}`,
    remedy: `Set 'features.${feature}.${option}' to true, or leave the host port out`,
    link: 'https://docs.datadoghq.com/containers/kubernetes/apm/',
  });
}

/** A path on the node, written in full. */
export function requireHostPath(option: string, path: string): string {
  const parts = path.split('/');
  if (path.startsWith('/') && parts.length > 2 && parts.slice(1).every(part => part !== '' && part !== '..')) return path;
  throw new ViolationError({
    rule: 'node-agent/host-path',
    reason: `'${option}' of nodeAgent is '${path}', which is no path of a file on the node`,
    remedy: "Write it from the root and in its folder, for example '/run/containerd/containerd.sock'",
    link: HOST_PATH,
  });
}

/** A version as major.minor that a kubelet of this cluster can have: it is never newer than the API server. */
export function requireOldestKubelet(version: string, kubernetesVersion: string): string {
  if (/^1\.\d+$/.test(version) && isAtLeast(kubernetesVersion, version)) return version;
  throw new ViolationError({
    rule: 'node-agent/kubelet-version',
    reason: `'oldestKubeletVersion' of nodeAgent is '${version}', which is no version that a kubelet of Kubernetes ${kubernetesVersion} can have`,
    remedy: `Write the oldest that 'kubectl get nodes' shows, as major.minor, for example '${kubernetesVersion}'`,
    link: 'https://kubernetes.io/releases/version-skew-policy/#kubelet',
  });
}
