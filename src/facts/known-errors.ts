import { Fact } from './fact';

/** A message in a log or a status that many have met, and what is behind it. */
export interface KnownErrorFact extends Fact {
  readonly message: string;
  /** Who says it. */
  readonly by: 'an Agent' | 'an Agent in a pod' | 'a pod' | 'the Cluster Agent';
  readonly cause: string;
  /** Title of the part of a runbook that proves it, and what to do. */
  readonly proof: KnownErrorProof;
  /** Said only of clusters where Agents check the Cluster Agent's certificate. */
  readonly withTls?: boolean;
}

export type KnownErrorProof = 'token' | 'secrets' | 'kubelet' | 'clusterAgent' | 'names' | 'services' | 'apiKey' | 'fargate';

const READ = { checkedOn: '2026-11-21' };
const ENDPOINT = { source: 'https://github.com/DataDog/datadog-agent/blob/main/pkg/config/utils/clusteragent.go', ...READ };

export const KNOWN_ERRORS: readonly KnownErrorFact[] = [
  {
    message: '403, `invalid session token`',
    by: 'an Agent',
    cause: 'Its token is another than the one of the Cluster Agent: Secrets differ, or one of the two sides started before the token changed',
    proof: 'token',
    source: 'https://github.com/DataDog/datadog-agent/blob/main/pkg/api/util/util.go',
    ...READ,
  },
  {
    message: '403 on `/pods` or `/stats/summary`, or `nodes/proxy` is `forbidden`',
    by: 'an Agent in a pod',
    cause: 'The ServiceAccount of the pod is not bound: on Fargate the Agent reaches the kubelet through the API server',
    proof: 'kubelet',
    source: 'https://docs.datadoghq.com/integrations/eks_fargate/#aws-eks-fargate-rbac',
    ...READ,
  },
  {
    message: '`kubelet proxy mode enabled but nodename is empty`',
    by: 'an Agent in a pod',
    cause: 'Its container has no `DD_KUBERNETES_KUBELET_NODENAME`, so something else than these manifests made it',
    proof: 'kubelet',
    source: 'https://github.com/DataDog/datadog-agent/blob/main/pkg/util/kubernetes/kubelet/kubelet.go',
    ...READ,
  },
  {
    message: '`DATADOG_CLUSTER_AGENT_SERVICE_HOST is empty`',
    by: 'an Agent',
    cause: 'Its container has no `DD_CLUSTER_AGENT_URL`, and Kubernetes tells pods of Services of their own namespace alone: something else than these manifests made the container, or the pod is older than they are',
    proof: 'clusterAgent',
    ...ENDPOINT,
  },
  {
    message: '`not a https scheme`',
    by: 'an Agent',
    cause: 'Its `DD_CLUSTER_AGENT_URL` begins with http://',
    proof: 'clusterAgent',
    ...ENDPOINT,
  },
  {
    message: '`no such host`, or a time-out of `lookup`',
    by: 'an Agent',
    cause: "The pod asks a DNS that knows no Services: its `dnsPolicy` is Default, or it is on its node's network; or the cluster's DNS is down",
    proof: 'names',
    source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-policy',
    ...READ,
  },
  {
    message: '`connection refused` or `i/o timeout` on port 5005',
    by: 'an Agent',
    cause: 'The Service has no ready pod behind it, or a network policy or a security group is in the way',
    proof: 'services',
    source: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/',
    ...READ,
  },
  {
    message: '`x509: certificate signed by unknown authority`, or `is valid for … not …`',
    by: 'an Agent',
    cause: "The Cluster Agent's certificate is of another authority than the Agents have, or for another name or address",
    proof: 'services',
    withTls: true,
    source: 'https://github.com/DataDog/datadog-agent/blob/main/pkg/api/security/cert/cert_getter_dca.go',
    ...READ,
  },
  {
    message: '`CreateContainerConfigError`',
    by: 'a pod',
    cause: 'The Secret, or a key in it, is missing in the namespace of the pod',
    proof: 'secrets',
    source: 'https://kubernetes.io/docs/concepts/configuration/secret/',
    ...READ,
  },
  {
    message: '`API Key invalid`',
    by: 'an Agent',
    cause: 'The key is none of the organization, or is one of another site',
    proof: 'apiKey',
    source: 'https://docs.datadoghq.com/agent/troubleshooting/site/',
    ...READ,
  },
  {
    message: '`Pending` for ever, or `Pod not supported on Fargate`',
    by: 'a pod',
    cause: 'No Fargate profile takes the pod, or it asks for something that Fargate has not',
    proof: 'fargate',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate.html',
    ...READ,
  },
];
