import { Fact } from './fact';

const WEBHOOK = {
  source: 'https://github.com/DataDog/datadog-agent/tree/main/pkg/clusteragent/admission/mutate/agent_sidecar',
  checkedOn: '2026-11-21',
};

/**
 * The webhook of the Cluster Agent that adds Agents to pods. With more than one profile, more than one selector or another
 * provider it is not registered, and nothing but a line in the log says so.
 */
export const SIDECAR_WEBHOOK = {
  provider: 'fargate',
  maxProfiles: 1,
  maxSelectors: 1,
  /** The Secret is read by this name in every namespace. */
  secretName: 'datadog-secret',
  apiKey: 'api-key',
  token: 'token',
  /** The domain in the URL of the Cluster Agent that it writes. */
  clusterDomain: 'cluster.local',
  ...WEBHOOK,
} as const satisfies Fact & Record<string, string | number>;

/** Oldest Cluster Agent whose webhook adds Agents. */
export const SIDECAR_WEBHOOK_SINCE: Fact & { readonly since: string } = {
  since: '7.52',
  source: 'https://docs.datadoghq.com/integrations/eks_fargate/?tab=admissioncontroller',
  checkedOn: '2026-11-21',
};

/** How a ServiceAccount's token is mounted into containers before policies and webhooks see a pod. */
export const MOUNTED_TOKEN = {
  /** What the name of the volume begins with. */
  volumePrefix: 'kube-api-access-',
  /** The account of a pod that names none. */
  defaultAccount: 'default',
  source: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#bound-service-account-token-volume',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/** Policies of Kyverno that change objects. */
export const KYVERNO_MUTATION = {
  mutatingPolicy: 'policies.kyverno.io/v1',
  clusterPolicy: 'kyverno.io/v1',
  /** From this version on there is a stable MutatingPolicy, and ClusterPolicy is deprecated. */
  mutatingPolicySince: '1.17',
  /** By this annotation a ClusterPolicy for pods says for which kinds that make pods it holds as well. */
  autogenAnnotation: 'pod-policies.kyverno.io/autogen-controllers',
  /** What policies of Kyverno are called, and what they do, for people. */
  titleAnnotation: 'policies.kyverno.io/title',
  descriptionAnnotation: 'policies.kyverno.io/description',
  source: 'https://kyverno.io/docs/policy-types/mutating-policy/; https://kyverno.io/docs/policy-types/cluster-policy/mutate/; Kyverno 1.18.2, config/crds',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/**
 * Namespaces that Kyverno leaves alone by two settings of its own: filters of resources, and a selector of its webhooks. The
 * selector that is written into the values stands in place of the default one.
 */
export const KYVERNO_EXCLUDED: Fact & { readonly namespaces: readonly string[] } = {
  namespaces: ['kube-system', 'kube-public', 'kube-node-lease', 'kyverno'],
  source: 'https://github.com/kyverno/kyverno/blob/main/charts/kyverno/values.yaml: config.resourceFilters, config.webhooks',
  checkedOn: '2026-11-21',
};

/** A namespace that is among them by one of the settings and not by the other. */
export const KYVERNO_NAMESPACE: Fact & { readonly name: string } = { name: 'kyverno', source: KYVERNO_EXCLUDED.source, checkedOn: '2026-11-21' };

/** Policies of one cluster overwrite each other's namespaceSelector; conditions in CEL are each policy's own. */
export const KYVERNO_SELECTOR_CLASH: Fact = { source: 'https://github.com/kyverno/kyverno/issues/15344', checkedOn: '2026-11-21' };

/** Policies of Kubernetes itself that change objects. */
export const MUTATING_ADMISSION_POLICY = {
  group: 'admissionregistration.k8s.io',
  kind: 'MutatingAdmissionPolicy',
  featureGate: 'MutatingAdmissionPolicy',
  /** From here on with the feature gate and the version in --runtime-config. */
  betaSince: '1.34',
  stableSince: '1.36',
  source: 'https://www.kubernetes.dev/resources/keps/3962/',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/** Pods that answer for the DNS of the cluster, by their labels, and so cannot ask it. */
export const DNS_POD_LABELS: Fact & { readonly labels: ReadonlyArray<{ readonly name: string; readonly value: string }> } = {
  labels: [{ name: 'k8s-app', value: 'kube-dns' }, { name: 'eks.amazonaws.com/component', value: 'coredns' }],
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/managing-coredns.html; https://docs.aws.amazon.com/eks/latest/userguide/fargate-getting-started.html',
  checkedOn: '2026-11-21',
};
