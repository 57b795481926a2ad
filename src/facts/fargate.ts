import { Fact } from './fact';

const AWS = { source: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate.html', checkedOn: '2026-11-21' };

const GUIDE = { source: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate.html#fargate-considerations', checkedOn: '2026-11-30' };

/** What AWS Fargate refuses in a pod, or leaves Pending for ever. */
export interface FargateLimitFact extends Fact {
  /** Last part of the rule's id. */
  readonly id: string;
  /** The field as the pod spec has it. */
  readonly field: string;
  readonly reason: string;
  readonly remedy: string;
  /** Where it was seen, or AWS was asked for it. */
  readonly seen?: string;
}

export const FARGATE_POD_LIMITS = {
  hostPath: {
    id: 'no-host-path',
    field: 'volumes[].hostPath',
    reason: 'a Fargate pod has no host whose files it could mount',
    remedy: 'Use an emptyDir, a ConfigMap, a Secret or an EFS volume',
    source: 'https://docs.datadoghq.com/integrations/eks_fargate/',
    checkedOn: '2026-09-20',
  },
  hostNetwork: {
    id: 'no-host-network',
    field: 'hostNetwork',
    reason: 'Fargate has no host network',
    remedy: 'Remove it: every Fargate pod has an address of its own in the VPC',
    ...AWS,
  },
  hostPort: {
    id: 'no-host-port',
    field: 'containers[].ports[].hostPort',
    reason: 'Fargate has no host whose port could be taken',
    remedy: 'Remove hostPort and reach the container through a Service or through localhost in its pod',
    ...AWS,
  },
  hostPid: {
    id: 'no-host-pid',
    field: 'hostPID',
    reason: 'Fargate has no host processes to share',
    remedy: 'Use shareProcessNamespace, which shares the processes of the pod',
    ...AWS,
  },
  privileged: {
    id: 'no-privileged',
    field: 'containers[].securityContext.privileged',
    reason: 'Fargate does not run privileged containers',
    remedy: "Remove 'privileged' from its securityContext",
    ...AWS,
  },
  architecture: {
    id: 'no-arm',
    field: 'nodeSelector, affinity.nodeAffinity',
    reason: 'Fargate of EKS runs pods on amd64 alone, so they stay Pending',
    remedy: 'Take an image for amd64 and remove the label from the choice of nodes, or keep the pods off Fargate; where AWS has added Arm since, accept this with Findings.acknowledge(...)',
    seen: 'https://github.com/aws/containers-roadmap/issues/1629',
    ...GUIDE,
  },
  windows: {
    id: 'no-windows',
    field: 'os.name, nodeSelector, affinity.nodeAffinity',
    reason: 'Fargate of EKS has no Windows',
    remedy: 'Keep the pods off the Fargate profiles, on a node group with Windows',
    ...GUIDE,
  },
  device: {
    id: 'no-device',
    field: 'containers[].resources',
    reason: 'Fargate has no GPUs, no Inferentia and no other devices, so the pod stays Pending',
    remedy: 'Keep the pods off the Fargate profiles, on a node group that has the device',
    ...GUIDE,
  },
  capability: {
    id: 'no-capability',
    field: 'containers[].securityContext.capabilities.add',
    reason: 'Fargate adds no capability beyond those that a container has by default, so the pod stays Pending',
    remedy: 'Remove it, or keep the pods off the Fargate profiles',
    source: 'https://github.com/aws/containers-roadmap/issues/1102',
    checkedOn: '2026-11-30',
  },
  volume: {
    id: 'no-block-volume',
    field: 'volumes[]',
    reason: 'Fargate mounts no volumes of EBS and FSx, and makes none for a pod',
    remedy: 'Use an emptyDir, which has the storage of the pod, or a file system of EFS by a PersistentVolume that exists',
    ...GUIDE,
  },
  storage: {
    id: 'storage-fits',
    field: 'containers[].resources',
    reason: 'the most that a Fargate pod can have is 175 GiB',
    remedy: 'Lower the requests, or keep the data in a file system of EFS',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-configuration.html#fargate-storage',
    checkedOn: '2026-11-30',
  },
} as const satisfies Record<string, FargateLimitFact>;

/** DaemonSets never reach Fargate. */
export const FARGATE_NO_DAEMON_SETS: Fact = AWS;

/** Windows never runs there either. */
export const FARGATE_NO_WINDOWS: Fact = { source: 'https://docs.aws.amazon.com/eks/latest/userguide/windows-support.html', checkedOn: '2026-11-30' };

/** AWS adds this to the requests of a pod before it picks a size. */
export const FARGATE_MEMORY_OVERHEAD_MIB: Fact & { readonly value: number } = {
  value: 256,
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-configuration.html',
  checkedOn: '2026-11-21',
};

const SIZES = { source: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-configuration.html', checkedOn: '2026-11-21' };

/** The memory that AWS sells with an amount of CPU. */
export interface FargateSizeFact extends Fact {
  readonly vcpu: number;
  /** In GB of 1,024 MiB, ascending. */
  readonly gb: readonly number[];
}

const range = (from: number, to: number, step: number) => Array.from({ length: (to - from) / step + 1 }, (_, at) => from + at * step);

/** The sizes of a pod, ascending. AWS takes the first that has room for what the pod requests. */
export const FARGATE_SIZES: readonly FargateSizeFact[] = [
  { vcpu: 0.25, gb: [0.5, 1, 2], ...SIZES },
  { vcpu: 0.5, gb: range(1, 4, 1), ...SIZES },
  { vcpu: 1, gb: range(2, 8, 1), ...SIZES },
  { vcpu: 2, gb: range(4, 16, 1), ...SIZES },
  { vcpu: 4, gb: range(8, 30, 1), ...SIZES },
  { vcpu: 8, gb: range(16, 60, 4), ...SIZES },
  { vcpu: 16, gb: range(32, 120, 8), ...SIZES },
];

/**
 * AWS runs Fargate pods at guaranteed priority, for which every container must request what it is limited to. Pods that
 * do not are let in, and AWS names that as the cause where a container of theirs fails to start with StartError and
 * "cpu.cfs_quota_us: invalid argument".
 */
export const FARGATE_REQUESTS_EQUAL_LIMITS: Fact & { readonly seen: string } = {
  seen: 'https://github.com/aws/containers-roadmap/issues/1890',
  ...SIZES,
};

const PROFILES = { source: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html', checkedOn: '2026-11-21' };

/** A pod that matches no selector of any profile is not for Fargate. */
export const FARGATE_PROFILE: Fact & { readonly maxSelectors: number } = { maxSelectors: 5, ...PROFILES };

/** AWS keeps names of profiles with this beginning for itself. */
export const FARGATE_PROFILE_NAME: Fact & { readonly reservedPrefix: string } = {
  reservedPrefix: 'eks-',
  source: 'https://github.com/eksctl-io/eksctl/blob/main/pkg/apis/eksctl.io/v1alpha5/validation.go',
  checkedOn: '2026-12-01',
};

/** By this label a pod names its profile, which must have a selector for it. */
export const FARGATE_PROFILE_LABEL: Fact & { readonly name: string } = { name: 'eks.amazonaws.com/fargate-profile', ...PROFILES };

/**
 * By this annotation, with this value, a pod stays on EC2 nodes although a profile has a selector for it. AWS documents it
 * with CoreDNS, which carries it; the second source saw it hold for another pod.
 */
export const FARGATE_OPT_OUT = {
  annotation: 'eks.amazonaws.com/compute-type',
  value: 'ec2',
  source: 'https://repost.aws/knowledge-center/fargate-troubleshoot-profile-creation; https://github.com/kubernetes-sigs/aws-ebs-csi-driver/pull/540',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/** Label and taint of every Fargate node. */
export const FARGATE_NODE = {
  key: 'eks.amazonaws.com/compute-type',
  value: 'fargate',
  effect: 'NoSchedule',
  ...AWS,
} as const satisfies Fact & Record<string, string>;

/** What else such a node has; of some labels every node has a value of its own. */
export const FARGATE_NODE_LABELS: Fact & { readonly values: { readonly [name: string]: string }; readonly varying: readonly string[] } = {
  values: { 'kubernetes.io/os': 'linux', 'beta.kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64', 'beta.kubernetes.io/arch': 'amd64' },
  varying: [
    'kubernetes.io/hostname', 'topology.kubernetes.io/zone', 'topology.kubernetes.io/region',
    'failure-domain.beta.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/region',
  ],
  source: 'https://kubernetes.io/docs/reference/labels-annotations-taints/; https://docs.aws.amazon.com/eks/latest/userguide/fargate.html',
  checkedOn: '2026-11-21',
};

/** A DaemonSet that tolerates the taint gets a pod for every Fargate node, which stays Pending. */
export const FARGATE_DAEMON_SET_PODS: Fact = {
  source: 'https://github.com/aws/amazon-cloudwatch-agent-operator/issues/183',
  checkedOn: '2026-11-21',
};

/** Capabilities that a container has by default, which it may name as well. */
export const FARGATE_CAPABILITIES: Fact & { readonly names: readonly string[] } = {
  names: [
    'AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'NET_RAW', 'SETFCAP', 'SETGID', 'SETPCAP',
    'SETUID', 'SYS_CHROOT',
  ],
  source: 'https://github.com/aws/containers-roadmap/issues/409',
  checkedOn: '2026-11-30',
};

/** Storage of a pod, beside its images: 20 GiB unless it requests more. */
export const FARGATE_MOST_STORAGE_GIB: Fact & { readonly value: number } = { value: 175, source: FARGATE_POD_LIMITS.storage.source, checkedOn: '2026-11-30' };

/** EFS alone, and of it what exists: AWS makes no volumes for pods on Fargate. Classes of EBS by the names that EKS and its guides give them. */
export const FARGATE_VOLUMES: Fact & { readonly driver: string; readonly blockClasses: RegExp } = {
  driver: 'efs.csi.aws.com',
  blockClasses: /^(gp[23]|io[12]|st1|sc1)$|^(ebs|auto-ebs|fsx)(-|$)/,
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate.html#fargate-considerations; https://docs.aws.amazon.com/eks/latest/userguide/efs-csi.html',
  checkedOn: '2026-11-30',
};

/** Load balancers reach pods on Fargate by their addresses, and not by ports of nodes. */
export const FARGATE_LOAD_BALANCERS = {
  ingress: 'alb.ingress.kubernetes.io/target-type',
  service: 'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type',
  byNode: 'instance',
  byAddress: 'ip',
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate.html#fargate-considerations',
  checkedOn: '2026-11-30',
} as const satisfies Fact & Record<string, string>;
