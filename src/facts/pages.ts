import { Fact } from './fact';

const READ = { checkedOn: '2026-11-21' };

/** Pages that say how Kubernetes and Datadog behave where a rule has no row of data of its own to rest on. */
export const PAGES = {
  /** RBAC, ServiceAccount, DD_KUBERNETES_KUBELET_NODENAME and shared processes of a sidecar. */
  fargateSidecar: { source: 'https://docs.datadoghq.com/integrations/eks_fargate/', ...READ },
  /**
   * The webhook takes pods with its label; it adds its container where none has that container's name, and its env
   * vars, volumes and profile in any case.
   */
  sidecarWebhook: { source: 'https://github.com/DataDog/datadog-agent/tree/main/pkg/clusteragent/admission/mutate/agent_sidecar', ...READ },
  /** GetClusterAgentEndpoint: https alone, added where the URL names no scheme; without a URL, <SERVICE>_SERVICE_HOST. */
  clusterAgentEndpoint: { source: 'https://github.com/DataDog/datadog-agent/blob/main/pkg/config/utils/clusteragent.go', ...READ },
  /** Annotations of pods: by container name, on the pod template, in JSON. */
  autodiscovery: { source: 'https://docs.datadoghq.com/containers/kubernetes/integrations/', ...READ },
  clusterChecks: { source: 'https://docs.datadoghq.com/containers/cluster_agent/clusterchecks/', ...READ },
  /** An env var that is `ENC[...]` as a whole is the name of a secret and not its value. */
  secretHandles: { source: 'https://docs.datadoghq.com/agent/configuration/secrets-management/', ...READ },
  /** `Default` is the node's resolver; ClusterFirst is that too on the host network. */
  podDns: { source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-policy', ...READ },
  bindingSubjects: { source: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects', ...READ },
  securityContext: { source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/', ...READ },
  secrets: { source: 'https://kubernetes.io/docs/concepts/configuration/secret/', ...READ },
  /** Whoever reads a manifest with a Secret in it has the secret; base64 hides nothing. */
  secretPractices: { source: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/#avoid-sharing-secret-manifests', ...READ },
  /** Modes by which pods are told where the Agent of their node is. */
  nodeConnection: { source: 'https://docs.datadoghq.com/containers/cluster_agent/admission_controller/#configure-apm-and-dogstatsd-communication-mode', ...READ },
  objectNames: { source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/', ...READ },
} as const satisfies Record<string, Fact>;
