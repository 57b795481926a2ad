import { ADMISSION_CONTROLLER } from './admission-controller';
import { EXTERNAL_METRICS } from './external-metrics';
import { Fact } from './fact';

/** Ports of the Cluster Agent that the API server itself connects to, and what does not work where a firewall is in between. */
export const API_SERVER_CALLS = {
  admissionController: {
    port: ADMISSION_CONTROLLER.port,
    without: 'pods are made without what the webhook adds, each after a wait',
    source: ADMISSION_CONTROLLER.source,
    checkedOn: ADMISSION_CONTROLLER.checkedOn,
  },
  externalMetrics: {
    port: EXTERNAL_METRICS.port,
    without: 'autoscalers get no values, and the APIService is not available',
    source: EXTERNAL_METRICS.source,
    checkedOn: EXTERNAL_METRICS.checkedOn,
  },
} as const satisfies Record<string, Fact & { readonly port: number; readonly without: string }>;

/** Where something between the API server and pods shuts those ports, by id of the platform. */
export const CONTROL_PLANE_FIREWALLS: { readonly [platform: string]: Fact & { readonly where: string } } = {
  'gke': {
    where: 'in private clusters the firewall lets the control plane reach ports 443 and 10250 of nodes alone: add a rule from its address range to the nodes',
    source: 'https://cloud.google.com/kubernetes-engine/docs/concepts/firewall-rules',
    checkedOn: '2026-12-01',
  },
  'eks': {
    where: 'where nodes or pods have security groups of their own, add an inbound rule from the security group of the cluster',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html',
    checkedOn: '2026-12-01',
  },
  'eks-fargate': {
    where: 'where pods have security groups of their own, add an inbound rule from the security group of the cluster',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html',
    checkedOn: '2026-12-01',
  },
};
