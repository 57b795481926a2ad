// Which package has the schema of which kind. The schemas of kubernetes-models are made from the OpenAPI documents of Kubernetes
// and from the CRDs of each project.

const KUBERNETES = 'kubernetes-models';
const KYVERNO = '@kubernetes-models/kyverno';
const EXTERNAL_SECRETS = '@kubernetes-models/external-secrets';
const ISTIO = '@kubernetes-models/istio';
const ARGO_CD = '@kubernetes-models/argo-cd';

const row = (apiVersion, from, prefix, ...kinds) => kinds.map(kind => ({ apiVersion, kind, from, schema: `${prefix}${kind}` }));

exports.KINDS = [
  ...row(
    'v1', KUBERNETES, 'IoK8sApiCoreV1',
    'ConfigMap', 'Endpoints', 'LimitRange', 'Namespace', 'Node', 'PersistentVolume', 'PersistentVolumeClaim', 'Pod', 'PodTemplate',
    'ReplicationController', 'ResourceQuota', 'Secret', 'Service', 'ServiceAccount',
  ),
  ...row('apps/v1', KUBERNETES, 'IoK8sApiAppsV1', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'),
  ...row('batch/v1', KUBERNETES, 'IoK8sApiBatchV1', 'CronJob', 'Job'),
  ...row('rbac.authorization.k8s.io/v1', KUBERNETES, 'IoK8sApiRbacV1', 'ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'),
  ...row('networking.k8s.io/v1', KUBERNETES, 'IoK8sApiNetworkingV1', 'Ingress', 'NetworkPolicy'),
  ...row('policy/v1', KUBERNETES, 'IoK8sApiPolicyV1', 'PodDisruptionBudget'),
  ...row('autoscaling/v2', KUBERNETES, 'IoK8sApiAutoscalingV2', 'HorizontalPodAutoscaler'),
  ...row('scheduling.k8s.io/v1', KUBERNETES, 'IoK8sApiSchedulingV1', 'PriorityClass'),
  ...row('discovery.k8s.io/v1', KUBERNETES, 'IoK8sApiDiscoveryV1', 'EndpointSlice'),
  ...row('apiregistration.k8s.io/v1', KUBERNETES, 'IoK8sKubeAggregatorPkgApisApiregistrationV1', 'APIService'),
  ...row(
    'admissionregistration.k8s.io/v1', KUBERNETES, 'IoK8sApiAdmissionregistrationV1',
    'MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration', 'MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding',
  ),
  ...row('kyverno.io/v1', KYVERNO, 'ComGithubKyvernoKyvernoApiKyvernoV1', 'ClusterPolicy', 'Policy'),
  ...row('policies.kyverno.io/v1', KYVERNO, 'ComGithubKyvernoApiApiPoliciesKyvernoIoV1', 'GeneratingPolicy', 'MutatingPolicy'),
  ...row(
    'external-secrets.io/v1', EXTERNAL_SECRETS, 'ComGithubExternalSecretsExternalSecretsApisExternalsecretsV1',
    'ClusterExternalSecret', 'ClusterSecretStore', 'ExternalSecret', 'SecretStore',
  ),
  ...row('networking.istio.io/v1', ISTIO, 'NetworkingIstioIoV1', 'ServiceEntry'),
  ...row('argoproj.io/v1alpha1', ARGO_CD, 'ComGithubArgoprojArgoCdV3PkgApisApplicationV1alpha1', 'AppProject', 'Application', 'ApplicationSet'),
];

// Versions that newer releases of Kubernetes have no more, in the form of one that they have.
exports.SAME_FORM = {
  'admissionregistration.k8s.io/v1alpha1': 'admissionregistration.k8s.io/v1',
  'admissionregistration.k8s.io/v1beta1': 'admissionregistration.k8s.io/v1',
  'apiregistration.k8s.io/v1beta1': 'apiregistration.k8s.io/v1',
  'batch/v1beta1': 'batch/v1',
  'external-secrets.io/v1beta1': 'external-secrets.io/v1',
  'policy/v1beta1': 'policy/v1',
  'rbac.authorization.k8s.io/v1beta1': 'rbac.authorization.k8s.io/v1',
};

// No package has the schemas of these. `npm run e2e` applies them to an API server that has their CRDs, with strict validation.
exports.BY_E2E_ALONE = [
  'SecurityContextConstraints.security.openshift.io',
  'DatadogAgent.datadoghq.com',
  'CiliumNetworkPolicy.cilium.io',
];
