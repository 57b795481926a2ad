import { Fact } from './fact';

const REPOSITORY = 'https://github.com/DataDog/datadog-operator/blob/v1.31.0';
const CONTROLLER = `${REPOSITORY}/internal/controller/datadogagent`;

/** The release of the Datadog Operator that a DatadogAgent is written for. */
export const OPERATOR = {
  version: '1.31.0',
  apiVersion: 'datadoghq.com/v2alpha1',
  kind: 'DatadogAgent',
  /** It begins the names of what the Operator makes, and sidecars look for a Service whose name begins with it. */
  name: 'datadog',
  definition: 'datadogagents.datadoghq.com',
  page: `${REPOSITORY}/docs/configuration.v2alpha1.md`,
  source: `${REPOSITORY}/config/crd/bases/v1/datadoghq.com_datadogagents.yaml`,
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/** Annotations of a DatadogAgent. */
export const OPERATOR_ANNOTATIONS = {
  /** Where the cluster runs, in place of what labels of nodes tell the Operator. */
  provider: 'agent.datadoghq.com/cluster-provider',
  /** `true` for kubelets that tell their paths apart. */
  fineGrainedKubelet: 'agent.datadoghq.com/fine-grained-kubelet-authorization-enabled',
  source: `${REPOSITORY}/pkg/kubernetes/provider.go; ${CONTROLLER}/feature/utils/utils.go`,
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/**
 * The value of the provider's annotation by platform. OpenShift's has the name of the operating system behind a hyphen: `openshift` alone, as
 * the documentation has it, does nothing. Platforms that are not here are those that the Operator treats like any other.
 */
export const OPERATOR_PROVIDERS = {
  byPlatform: { 'aks': 'aks', 'eks': 'eks', 'eks-fargate': 'eks', 'openshift-4': 'openshift-rhcos', 'talos': 'talos' },
  /** By the system of the nodes, on whatever platform: no file of users is mounted then. */
  bySystem: { talos: 'talos' },
  source: `${REPOSITORY}/pkg/kubernetes/provider.go: GetProviderLabelKeyValue; ${CONTROLLER}/feature/processdiscovery/feature.go`,
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string | { readonly [id: string]: string }>;

/** What the Operator calls a component, and what its pods have before anything is added. */
export interface OperatorPodFact extends Fact {
  readonly key: string;
  readonly image: string;
  /** Init containers that are there in any case. */
  readonly initContainers: readonly string[];
  /** Names of volumes, those of features among them: one of the same name takes the place of such a volume. */
  readonly volumes: readonly string[];
  /** Volumes of the plain manifests that are among them under another name. */
  readonly sameVolumes: readonly string[];
  /** Paths in the containers, for which the same holds as for volumes. */
  readonly mountPaths: readonly string[];
}

/** What every pod of the Operator's has. */
const COMMON_VOLUMES = ['installinfo', 'confd', 'logdatadog', 'datadog-agent-auth', 'tmpdir', 'config', 'checksd', 'datadogrun'];
const COMMON_PATHS = ['/etc/datadog-agent/install_info', '/etc/datadog-agent/auth', '/var/log/datadog', '/tmp'];

export const OPERATOR_PODS = {
  nodeAgent: {
    key: 'nodeAgent',
    image: 'agent',
    initContainers: ['init-volume', 'init-config'],
    volumes: [
      ...COMMON_VOLUMES, 'procdir', 'cgroups', 'dsdsocket', 'apmsocket', 'runtimesocketdir', 'passwd', 'logpodpath', 'logscontainerspath',
      'logdockercontainerpath', 'sysprobe-socket-dir', 'debugfs', 'tracefs', 'datadog-agent-security', 'seccomp-root', 'kubelet-ca',
    ],
    // The last one is `dsdsocket`, an emptyDir where sockets are off.
    sameVolumes: ['auth-token', 'varlog', 'pointerdir', 'own-sockets'],
    mountPaths: [
      ...COMMON_PATHS, '/etc/datadog-agent', '/opt/datadog-agent/run', '/host/proc', '/host/sys/fs/cgroup', '/var/run/datadog', '/etc/passwd',
      '/var/log/pods', '/var/log/containers', '/var/lib/docker/containers', '/var/run/sysprobe', '/sys/kernel/debug', '/sys/kernel/tracing',
    ],
    source: `${CONTROLLER}/component/agent/default.go; ${CONTROLLER}/common/const.go`,
    checkedOn: '2026-11-21',
  },
  clusterAgent: {
    key: 'clusterAgent',
    image: 'cluster-agent',
    initContainers: [],
    volumes: [...COMMON_VOLUMES, 'certificates', 'ksm-core-config', 'orchestrator-explorer-config', 'kubernetes-apiserver-check-config'],
    sameVolumes: [],
    // The server of external metrics writes its certificate below the first one.
    mountPaths: [...COMMON_PATHS, '/etc/datadog-agent/certificates', '/conf.d', '/opt/datadog-agent/run'],
    source: `${CONTROLLER}/component/clusteragent/default.go; ${CONTROLLER}/feature/remoteconfig/feature.go`,
    checkedOn: '2026-11-21',
  },
  clusterChecksRunner: {
    key: 'clusterChecksRunner',
    image: 'agent',
    initContainers: ['init-config', 'init-copy-check-assets'],
    volumes: [...COMMON_VOLUMES, 'remove-corechecks'],
    sameVolumes: [],
    mountPaths: [...COMMON_PATHS, '/etc/datadog-agent', '/etc/datadog-agent/conf.d', '/opt/datadog-agent/run'],
    source: `${CONTROLLER}/component/clusterchecksrunner/default.go`,
    checkedOn: '2026-11-21',
  },
} as const satisfies Record<string, OperatorPodFact>;

export type OperatorComponent = keyof typeof OPERATOR_PODS;

/** Check files of the Cluster Agent: the Operator mounts each of its own into its folder here. */
export const OPERATOR_CHECKS = {
  folder: '/etc/datadog-agent/conf.d',
  source: `${CONTROLLER}/feature/controlplanemonitoring/feature.go; ${CONTROLLER}/feature/kubernetesstatecore/feature.go`,
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/** Labels that the Operator keeps for itself: it makes nothing where one begins like that, and drops one of these names without a word. */
export const OPERATOR_LABELS = {
  prefixes: ['agent.datadoghq.com/', 'operator.datadoghq.com/', 'datadoghq.com/'],
  names: ['name', 'instance', 'part-of', 'version', 'managed-by', 'component'].map(name => `app.kubernetes.io/${name}`),
  source: `${REPOSITORY}/api/datadoghq/v2alpha1/datadogagent_validation.go: validateCommonLabels; ${CONTROLLER}/object/labels.go`,
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string | readonly string[]>;

/** Where the Operator keeps to itself what Kubernetes leaves open. */
export const OPERATOR_LIMITS = {
  /** Of a DaemonSet it takes the name and the strategy alone. */
  daemonSet: { source: `${CONTROLLER}/override/daemonset.go`, checkedOn: '2026-11-21' },
  /** A second mount of a volume in one container takes the place of the first. */
  mounts: { source: `${CONTROLLER}/merger/volume_mount.go`, checkedOn: '2026-11-21' },
  /** Init containers are overridden, and none is added. */
  containers: { source: `${CONTROLLER}/override/container.go`, checkedOn: '2026-11-21' },
  /** There are runners where cluster checks are on. */
  runners: { source: `${CONTROLLER}/feature/clusterchecks/feature.go`, checkedOn: '2026-11-21' },
} as const satisfies Record<string, Fact>;
