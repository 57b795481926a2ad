import { Fact } from './fact';

/** A kind whose objects have one pod template, of the type that Kubernetes has for it. */
export interface WorkloadKindFact extends Fact {
  /** '' for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Where the template is; empty where the object is a pod itself. */
  readonly template: readonly string[];
  /** Its pods are meant to end. */
  readonly ends?: true;
}

const KUBERNETES = { source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/', checkedOn: '2026-11-30' } as const;
const FORMER = { source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/#v1-16', checkedOn: '2026-11-30' } as const;
const KRUISE = { source: 'https://github.com/openkruise/kruise/tree/master/apis/apps', checkedOn: '2026-11-30' } as const;
const TEMPLATE = ['spec', 'template'] as const;

/** Kinds that the Agent is added to. */
export const WORKLOAD_KINDS: readonly WorkloadKindFact[] = [
  { group: '', kind: 'Pod', template: [], ...KUBERNETES },
  { group: '', kind: 'ReplicationController', template: TEMPLATE, ...KUBERNETES },
  { group: 'apps', kind: 'Deployment', template: TEMPLATE, ...KUBERNETES },
  { group: 'apps', kind: 'ReplicaSet', template: TEMPLATE, ...KUBERNETES },
  { group: 'apps', kind: 'StatefulSet', template: TEMPLATE, ...KUBERNETES },
  { group: 'apps', kind: 'DaemonSet', template: TEMPLATE, ...KUBERNETES },
  { group: 'batch', kind: 'Job', template: TEMPLATE, ends: true, ...KUBERNETES },
  { group: 'batch', kind: 'CronJob', template: ['spec', 'jobTemplate', 'spec', 'template'], ends: true, ...KUBERNETES },
  // Until Kubernetes 1.15, so on OpenShift 3.
  { group: 'extensions', kind: 'Deployment', template: TEMPLATE, ...FORMER },
  { group: 'extensions', kind: 'ReplicaSet', template: TEMPLATE, ...FORMER },
  { group: 'extensions', kind: 'DaemonSet', template: TEMPLATE, ...FORMER },
  { group: 'apps.openshift.io', kind: 'DeploymentConfig', template: TEMPLATE, source: 'github.com/openshift/api v0.0.0-20240124164020-e2ce40831f2e, apps/v1/types.go', checkedOn: '2026-11-30' },
  // The API group of OpenShift 3 that has no name.
  { group: '', kind: 'DeploymentConfig', template: TEMPLATE, source: 'https://docs.openshift.com/container-platform/3.11/rest_api/oapi/v1.DeploymentConfig.html', checkedOn: '2026-11-30' },
  { group: 'argoproj.io', kind: 'Rollout', template: TEMPLATE, source: 'github.com/argoproj/argo-rollouts v1.9.2, manifests/crds/rollout-crd.yaml', checkedOn: '2026-11-30' },
  { group: 'keda.sh', kind: 'ScaledJob', template: ['spec', 'jobTargetRef', 'template'], ends: true, source: 'github.com/kedacore/keda/v2 v2.21.0, config/crd/bases/keda.sh_scaledjobs.yaml', checkedOn: '2026-11-30' },
  // Its StatefulSet and DaemonSet are only listed: kubectl takes their names for those of Kubernetes.
  { group: 'apps.kruise.io', kind: 'CloneSet', template: TEMPLATE, ...KRUISE },
  { group: 'apps.kruise.io', kind: 'BroadcastJob', template: TEMPLATE, ends: true, ...KRUISE },
];

/** Kinds of one group. */
export interface KindsFact extends Fact {
  readonly group: string;
  /** Absent where all of the group are meant. */
  readonly kinds?: readonly string[];
}

/**
 * Kinds of which a controller makes pods without a list of containers in the object. Those with such a list are recognised
 * by it, whatever their group is.
 */
export const POD_MAKING_KINDS: readonly KindsFact[] = [
  { group: 'monitoring.coreos.com', kinds: ['Alertmanager', 'Prometheus', 'PrometheusAgent', 'ThanosRuler'], source: 'github.com/prometheus-operator/prometheus-operator v0.85.0, Documentation/api-reference/api.md', checkedOn: '2026-11-30' },
  { group: 'build.openshift.io', kinds: ['Build', 'BuildConfig'], source: 'github.com/openshift/api v0.0.0-20240124164020-e2ce40831f2e, build/v1/types.go', checkedOn: '2026-11-30' },
  { group: 'serving.knative.dev', kinds: ['Configuration', 'Service'], source: 'https://knative.dev/docs/serving/reference/serving-api/', checkedOn: '2026-11-30' },
  { group: 'sparkoperator.k8s.io', kinds: ['ScheduledSparkApplication', 'SparkApplication'], source: 'https://www.kubeflow.org/docs/components/spark-operator/reference/api-docs/', checkedOn: '2026-11-30' },
  { group: 'flink.apache.org', kinds: ['FlinkDeployment'], source: 'https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-main/docs/custom-resource/reference/', checkedOn: '2026-11-30' },
  { group: 'kafka.strimzi.io', kinds: ['Kafka', 'KafkaBridge', 'KafkaConnect', 'KafkaMirrorMaker2', 'KafkaNodePool'], source: 'https://strimzi.io/docs/operators/latest/configuring', checkedOn: '2026-11-30' },
  { group: 'postgresql.cnpg.io', kinds: ['Cluster', 'Pooler'], source: 'https://cloudnative-pg.io/documentation/current/cloudnative-pg.v1/', checkedOn: '2026-11-30' },
  { group: 'kubevirt.io', kinds: ['VirtualMachine', 'VirtualMachineInstance', 'VirtualMachineInstanceReplicaSet'], source: 'https://kubevirt.io/user-guide/architecture/', checkedOn: '2026-11-30' },
];

/** Kinds that speak of containers and make no pods: policies, what adds to pods of others, and what only keeps a template. */
export const NOT_POD_MAKING_KINDS: readonly KindsFact[] = [
  { group: 'kyverno.io', source: 'https://kyverno.io/docs/policy-types/', checkedOn: '2026-11-30' },
  { group: 'policies.kyverno.io', source: 'https://kyverno.io/docs/policy-types/', checkedOn: '2026-11-30' },
  { group: 'constraints.gatekeeper.sh', source: 'https://open-policy-agent.github.io/gatekeeper/website/docs/howto/', checkedOn: '2026-11-30' },
  { group: 'mutations.gatekeeper.sh', source: 'https://open-policy-agent.github.io/gatekeeper/website/docs/mutation/', checkedOn: '2026-11-30' },
  { group: 'templates.gatekeeper.sh', source: 'https://open-policy-agent.github.io/gatekeeper/website/docs/constrainttemplates/', checkedOn: '2026-11-30' },
  { group: 'apps.kruise.io', kinds: ['SidecarSet'], source: 'https://openkruise.io/docs/user-manuals/sidecarset', checkedOn: '2026-11-30' },
  { group: 'apps', kinds: ['ControllerRevision'], ...KUBERNETES },
  { group: '', kinds: ['PodTemplate'], ...KUBERNETES },
  { group: 'datadoghq.com', source: 'github.com/DataDog/datadog-operator v1.31.0, config/crd/bases/v1', checkedOn: '2026-11-30' },
];
