import { Fact } from './fact';

/** Kinds of one API group whose objects belong to no namespace. */
export interface ClusterScopedFact extends Fact {
  /** '' for the core group. */
  readonly group: string;
  readonly kinds: readonly string[];
}

const KUBERNETES = { source: 'kubernetes 1.36.3, api/discovery/aggregated_v2.json and api__v1.json', checkedOn: '2026-11-30' } as const;
const EXTERNAL_SECRETS = { source: 'github.com/external-secrets/external-secrets v1.3.2, config/crds/bases', checkedOn: '2026-11-30' } as const;
const KYVERNO = { source: 'github.com/kyverno/kyverno v1.18.2, config/crds', checkedOn: '2026-11-30' } as const;
const OPENSHIFT = {
  source: 'github.com/openshift/api v0.0.0-20240124164020-e2ce40831f2e, payload-manifests/crds and types with genclient:nonNamespaced',
  checkedOn: '2026-11-30',
} as const;
const SNAPSHOTTER = { source: 'github.com/kubernetes-csi/external-snapshotter/client/v8 v8.7.0, config/crd', checkedOn: '2026-11-30' } as const;
const KARPENTER = { source: 'sigs.k8s.io/karpenter v1.8.2, pkg/apis/crds; github.com/aws/karpenter-provider-aws v1.8.2, pkg/apis/crds', checkedOn: '2026-11-30' } as const;
const CERT_MANAGER = { source: 'github.com/cert-manager/cert-manager v1.21.2 and trust-manager v0.25.0, deploy/crds', checkedOn: '2026-11-30' } as const;

/**
 * Kinds that live outside namespaces: all of Kubernetes itself, and those of controllers that are often in an app. cdk8s
 * writes the namespace of the chart on every object, also on these, and the API server takes it off again.
 */
export const CLUSTER_SCOPED_KINDS: readonly ClusterScopedFact[] = [
  { group: '', kinds: ['ComponentStatus', 'Namespace', 'Node', 'PersistentVolume'], ...KUBERNETES },
  {
    group: 'admissionregistration.k8s.io',
    kinds: [
      'MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding', 'MutatingWebhookConfiguration',
      'ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding', 'ValidatingWebhookConfiguration',
    ],
    ...KUBERNETES,
  },
  { group: 'apiextensions.k8s.io', kinds: ['CustomResourceDefinition'], ...KUBERNETES },
  { group: 'apiregistration.k8s.io', kinds: ['APIService'], ...KUBERNETES },
  { group: 'authentication.k8s.io', kinds: ['SelfSubjectReview', 'TokenReview'], ...KUBERNETES },
  { group: 'authorization.k8s.io', kinds: ['SelfSubjectAccessReview', 'SelfSubjectRulesReview', 'SubjectAccessReview'], ...KUBERNETES },
  { group: 'certificates.k8s.io', kinds: ['CertificateSigningRequest', 'ClusterTrustBundle'], ...KUBERNETES },
  { group: 'flowcontrol.apiserver.k8s.io', kinds: ['FlowSchema', 'PriorityLevelConfiguration'], ...KUBERNETES },
  { group: 'internal.apiserver.k8s.io', kinds: ['StorageVersion'], ...KUBERNETES },
  { group: 'networking.k8s.io', kinds: ['IngressClass', 'IPAddress', 'ServiceCIDR'], ...KUBERNETES },
  { group: 'node.k8s.io', kinds: ['RuntimeClass'], ...KUBERNETES },
  { group: 'policy', kinds: ['PodSecurityPolicy'], source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/#psp-v125', checkedOn: '2026-11-30' },
  { group: 'rbac.authorization.k8s.io', kinds: ['ClusterRole', 'ClusterRoleBinding'], ...KUBERNETES },
  { group: 'resource.k8s.io', kinds: ['DeviceClass', 'DeviceTaintRule', 'ResourcePoolStatusRequest', 'ResourceSlice'], ...KUBERNETES },
  { group: 'scheduling.k8s.io', kinds: ['PriorityClass'], ...KUBERNETES },
  { group: 'storage.k8s.io', kinds: ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment', 'VolumeAttributesClass'], ...KUBERNETES },
  { group: 'storagemigration.k8s.io', kinds: ['StorageVersionMigration'], ...KUBERNETES },
  { group: 'argoproj.io', kinds: ['ClusterAnalysisTemplate', 'ClusterWorkflowTemplate'], source: 'github.com/argoproj/argo-rollouts v1.9.2, manifests/crds; https://argo-workflows.readthedocs.io/en/latest/cluster-workflow-templates/', checkedOn: '2026-11-30' },
  { group: 'cert-manager.io', kinds: ['ClusterIssuer'], ...CERT_MANAGER },
  { group: 'trust.cert-manager.io', kinds: ['Bundle'], ...CERT_MANAGER },
  { group: 'trust-manager.io', kinds: ['ClusterBundle'], ...CERT_MANAGER },
  { group: 'datadoghq.com', kinds: ['DatadogPodAutoscalerClusterProfile'], source: 'github.com/DataDog/datadog-operator v1.31.0, config/crd/bases/v1', checkedOn: '2026-11-30' },
  { group: 'external-secrets.io', kinds: ['ClusterExternalSecret', 'ClusterPushSecret', 'ClusterSecretStore'], ...EXTERNAL_SECRETS },
  { group: 'generators.external-secrets.io', kinds: ['ClusterGenerator'], ...EXTERNAL_SECRETS },
  { group: 'gateway.networking.k8s.io', kinds: ['GatewayClass'], source: 'sigs.k8s.io/gateway-api v1.4.0, config/crd/standard', checkedOn: '2026-11-30' },
  { group: 'karpenter.sh', kinds: ['NodeClaim', 'NodeOverlay', 'NodePool'], ...KARPENTER },
  { group: 'karpenter.k8s.aws', kinds: ['EC2NodeClass'], ...KARPENTER },
  { group: 'keda.sh', kinds: ['ClusterTriggerAuthentication'], source: 'github.com/kedacore/keda/v2 v2.21.0, config/crd/bases', checkedOn: '2026-11-30' },
  { group: 'eventing.keda.sh', kinds: ['ClusterCloudEventSource'], source: 'github.com/kedacore/keda/v2 v2.21.0, config/crd/bases', checkedOn: '2026-11-30' },
  { group: 'kyverno.io', kinds: ['ClusterCleanupPolicy', 'ClusterPolicy', 'GlobalContextEntry'], ...KYVERNO },
  {
    group: 'policies.kyverno.io',
    kinds: ['DeletingPolicy', 'GeneratingPolicy', 'ImageValidatingPolicy', 'MutatingPolicy', 'ValidatingPolicy'],
    ...KYVERNO,
  },
  {
    group: 'kueue.x-k8s.io',
    kinds: ['AdmissionCheck', 'ClusterQueue', 'Cohort', 'ResourceFlavor', 'Topology', 'WorkloadPriorityClass'],
    source: 'sigs.k8s.io/kueue v0.17.0, config/components/crd/bases',
    checkedOn: '2026-11-30',
  },
  { group: 'policy.networking.k8s.io', kinds: ['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'], source: 'sigs.k8s.io/network-policy-api v0.3.0, config/crd', checkedOn: '2026-11-30' },
  { group: 'snapshot.storage.k8s.io', kinds: ['VolumeSnapshotClass', 'VolumeSnapshotContent'], ...SNAPSHOTTER },
  { group: 'groupsnapshot.storage.k8s.io', kinds: ['VolumeGroupSnapshotClass', 'VolumeGroupSnapshotContent'], ...SNAPSHOTTER },
  { group: 'machineconfiguration.openshift.io', kinds: ['ContainerRuntimeConfig', 'KubeletConfig', 'MachineConfig', 'MachineConfigPool'], ...OPENSHIFT },
  { group: 'project.openshift.io', kinds: ['Project'], ...OPENSHIFT },
  { group: 'quota.openshift.io', kinds: ['ClusterResourceQuota'], ...OPENSHIFT },
  { group: 'security.openshift.io', kinds: ['SecurityContextConstraints'], ...OPENSHIFT },
  { group: 'user.openshift.io', kinds: ['Group', 'Identity', 'User'], ...OPENSHIFT },
];

/** Groups under which the API server serves, or served, the objects of another group. */
export const FORMER_GROUPS: ReadonlyArray<Fact & { readonly group: string; readonly kinds: readonly string[]; readonly now: string }> = [
  {
    group: 'extensions',
    kinds: ['DaemonSet', 'Deployment', 'ReplicaSet'],
    now: 'apps',
    source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/#v1-16',
    checkedOn: '2026-11-30',
  },
  {
    group: 'extensions',
    kinds: ['Ingress', 'NetworkPolicy'],
    now: 'networking.k8s.io',
    source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/#v1-22',
    checkedOn: '2026-11-30',
  },
  {
    group: 'extensions',
    kinds: ['PodSecurityPolicy'],
    now: 'policy',
    source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/#v1-16',
    checkedOn: '2026-11-30',
  },
  {
    group: '',
    kinds: ['DeploymentConfig'],
    now: 'apps.openshift.io',
    source: 'https://docs.openshift.com/container-platform/3.11/rest_api/oapi/v1.DeploymentConfig.html',
    checkedOn: '2026-11-30',
  },
];
