import { Fact } from './fact';

const AWS = { source: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate.html', checkedOn: '2026-11-21' };

/** What AWS Fargate refuses in a pod, or leaves Pending for ever. */
export interface FargateLimitFact extends Fact {
  /** Last part of the rule's id. */
  readonly id: string;
  /** The field as the pod spec has it. */
  readonly field: string;
  readonly reason: string;
  readonly remedy: string;
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
    remedy: 'Remove privileged',
    ...AWS,
  },
} as const satisfies Record<string, FargateLimitFact>;

/** DaemonSets never reach Fargate. */
export const FARGATE_NO_DAEMON_SETS: Fact = AWS;

/** AWS adds this to the requests of a pod before it picks a size. */
export const FARGATE_MEMORY_OVERHEAD_MIB: Fact & { readonly value: number } = {
  value: 256,
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-configuration.html',
  checkedOn: '2026-11-21',
};
