import { SecretEnv } from './deployment-options';
import { LogLevel } from './log-level';
import { ContainerRuntime, NodeOperatingSystem } from './node-host';
import { DatadogPodOptions } from './pod-options';

/** What a container of the node Agent requests, and is limited to. */
export interface NodeAgentResources {
  /**
   * CPU that it requests, as a Kubernetes quantity.
   *
   * @default - "200m" for the core Agent, "100m" for others
   */
  readonly cpu?: string;
  /**
   * Memory that it requests, as a Kubernetes quantity.
   *
   * @default - "256Mi" for the core Agent, "200Mi" for the trace-agent, "400Mi" for the system-probe
   */
  readonly memory?: string;
  /**
   * CPU that it is limited to, as a Kubernetes quantity.
   *
   * @default - no limit: an Agent that is slowed down loses data
   */
  readonly cpuLimit?: string;
  /**
   * Memory that it is limited to, as a Kubernetes quantity.
   *
   * @default - no limit: what an Agent needs grows with the pods of its node
   */
  readonly memoryLimit?: string;
}

/** Ports of the Agent on the address of its node. */
export interface NodeAgentHostPorts {
  /**
   * Whether port 8126 of the node is the Agent's.
   *
   * @default - true where `features.apm.portEnabled` is
   */
  readonly apm?: boolean;
  /**
   * Whether port 8125/UDP of the node is the Agent's.
   *
   * @default - true where `features.dogstatsd.portEnabled` is
   */
  readonly dogstatsd?: boolean;
  /**
   * Whether the ports of OTLP, 4317 and 4318, are the Agent's on the node, those that are on.
   *
   * @default - true where `features.otlp` is on
   */
  readonly otlp?: boolean;
}

/** A check, or log sources, that every node Agent reads from a file. */
export interface NodeAgentCheck {
  /** Name of the integration, for example `nginx`. */
  readonly name: string;
  /**
   * Name of its file, without the extension. Two files of one check need two names.
   *
   * @default - the name of the check
   */
  readonly file?: string;
  /**
   * Short names of images. The check runs for each container of the node that has one of them, with `%%host%%` and other
   * template variables filled in.
   *
   * @default - none: the check runs once on every node
   * @see https://docs.datadoghq.com/containers/guide/ad_identifiers/
   */
  readonly adIdentifiers?: string[];
  /**
   * Instances of the check, as JSON. Secrets do not belong here: the file is a ConfigMap.
   *
   * @default - none
   */
  readonly instances?: any[];
  /**
   * What its instances have in common, as JSON.
   *
   * @default - nothing
   */
  readonly initConfig?: any;
  /**
   * Log sources, as JSON.
   *
   * @default - none
   */
  readonly logs?: any[];
}

/** The Agent on every node: a DaemonSet. */
export interface NodeAgentOptions extends DatadogPodOptions {
  /**
   * Whether there are node Agents. On a platform without nodes, naming `nodeAgent` is an error unless this is false.
   *
   * @default - true where the platform has nodes
   */
  readonly enabled?: boolean;
  /**
   * What the core Agent requests, and is limited to.
   *
   * @default - 200m and 256Mi requested, and no limit
   */
  readonly resources?: NodeAgentResources;
  /**
   * What the trace-agent requests, and is limited to, where there is one.
   *
   * @default - 100m and 200Mi requested, and no limit
   */
  readonly traceAgentResources?: NodeAgentResources;
  /**
   * What the system-probe requests, and is limited to, where there is one.
   *
   * @default - 100m and 400Mi requested, and no limit
   */
  readonly systemProbeResources?: NodeAgentResources;
  /**
   * What runs the containers of the nodes.
   *
   * @default - that of the platform, ContainerRuntime.CONTAINERD on most
   */
  readonly containerRuntime?: ContainerRuntime;
  /**
   * Path of the runtime's socket on the nodes. The Agent sees the folder of it.
   *
   * @default - where the runtime has it by default
   */
  readonly criSocketPath?: string;
  /**
   * What the nodes run.
   *
   * @default - that of the platform, NodeOperatingSystem.LINUX on most
   */
  readonly operatingSystem?: NodeOperatingSystem;
  /**
   * Whether the Agent checks the certificate of the kubelet.
   *
   * @default - that of the platform, true on most
   */
  readonly kubeletTlsVerify?: boolean;
  /**
   * Path on the nodes of the certificate of the authority that signed the kubelets' certificates.
   *
   * @default - the authority of the cluster signed them
   */
  readonly kubeletCaPath?: string;
  /**
   * Version of the oldest kubelet among the nodes, as major.minor. From 1.33 the Agent gets along without `nodes/proxy`, by
   * which it could run commands in every container. A kubelet may be three minor versions older than the API server.
   *
   * @default - the Kubernetes version of the platform
   * @see https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/#fine-grained-authorization
   */
  readonly oldestKubeletVersion?: string;
  /**
   * Whether the pods have the network of their node.
   *
   * @default false
   */
  readonly hostNetwork?: boolean;
  /**
   * Whether the pods see the processes of their node. Without them, an Agent does not know who sends to its sockets.
   *
   * @default - true where the Agents have sockets, collect processes or run the system-probe
   */
  readonly hostPid?: boolean;
  /**
   * Ports that the Agents take on the addresses of their nodes. Pods that cannot have the sockets are pointed there.
   *
   * @default - those of the features whose port is on
   */
  readonly hostPorts?: NodeAgentHostPorts;
  /**
   * Nodes that are without an Agent at a time while the pods are replaced: a number, or a percentage.
   *
   * @default "10%"
   */
  readonly maxUnavailable?: string;
  /**
   * Seconds that a new pod has to be ready before the next one is replaced.
   *
   * @default 0
   */
  readonly minReadySeconds?: number;
  /**
   * Checks by file. `ControlPlaneChecks` adds others.
   *
   * @default - none
   * @see https://docs.datadoghq.com/containers/kubernetes/integrations/?tab=file
   */
  readonly checks?: NodeAgentCheck[];
  /**
   * Checks that the Agents do not set up by themselves when they see a container that they know.
   *
   * @default - `kubernetes_state` where `features.kubeStateMetrics` is on
   */
  readonly ignoreAutoConf?: string[];
  /**
   * How much the Agents write to their logs.
   *
   * @default - what the Agent does by default
   */
  readonly logLevel?: LogLevel;
  /**
   * Env vars of every Agent of the pod. They win over those of the library; keys and tokens come from the credentials
   * only, and those that other parts of the manifests rest on, such as DD_SITE, from options only.
   *
   * @default - none
   */
  readonly env?: { [name: string]: string };
  /**
   * Env vars of every Agent of the pod whose values are in Secrets of their namespace. They win over those of the library.
   *
   * @default - none
   */
  readonly secretEnv?: SecretEnv[];
  /**
   * Labels of nodes that are to have an Agent, beside `kubernetes.io/os: linux`: there is none for Windows nodes.
   *
   * @default - every Linux node
   */
  readonly nodeSelector?: { [label: string]: string };
  /**
   * Taints that the pods tolerate, as Kubernetes JSON. A node with a taint that is not among them has no Agent:
   * `[{ operator: 'Exists' }]` is for all of them.
   *
   * @default - none
   * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
   */
  readonly tolerations?: any[];
  /**
   * Affinity of the pods, as Kubernetes JSON. It takes the place of the library's own.
   *
   * @default - off the nodes of AWS Fargate, where the platform has some
   * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity
   */
  readonly affinity?: any;
  /**
   * Name of the PriorityClass of the pods.
   *
   * @default - none: on a full node other pods may keep the Agent out
   */
  readonly priorityClassName?: string;
  /**
   * Where every Agent of the pod mounts volumes, as Kubernetes JSON.
   *
   * @default - none
   */
  readonly volumeMounts?: any[];
}
