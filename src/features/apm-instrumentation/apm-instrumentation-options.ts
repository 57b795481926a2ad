/**
 * Tracing libraries for pods, by a webhook of the admission controller, which is on with it. Pods in `kube-system` and in the
 * namespace of Datadog never get one.
 */
export interface ApmInstrumentation {
  /**
   * Whether pods get libraries without asking for them. They get them when they are made.
   *
   * @default - true where the feature is named: `{}` switches it on
   */
  readonly enabled?: boolean;
  /**
   * Namespaces whose pods get libraries. Not together with `disabledNamespaces` or `targets`.
   *
   * @default - all
   */
  readonly enabledNamespaces?: string[];
  /**
   * Namespaces whose pods get none.
   *
   * @default - none
   */
  readonly disabledNamespaces?: string[];
  /**
   * Versions of the libraries by language (java, js, python, dotnet, ruby, php), for example `{ java: 'v1' }`. Other languages
   * get no library then. Not together with `targets`.
   *
   * @default - every language, in the version that the Cluster Agent has for it
   */
  readonly libVersions?: { [language: string]: string };
  /**
   * Pods that get libraries; the first target that a pod matches counts. Agent 7.64 or newer.
   *
   * @default - no choice among the pods of the namespaces
   */
  readonly targets?: InstrumentationTarget[];
  /**
   * Whether node Agents tell the Cluster Agent which languages they see, so that a pod gets the libraries of its own alone.
   * The Helm chart has it on. It is off here because the Cluster Agent may patch every Deployment of the cluster with it, and
   * so change what runs in them.
   *
   * @default false
   */
  readonly languageDetection?: boolean;
}

/** Pods that get tracing libraries, and which. */
export interface InstrumentationTarget {
  /**
   * Name of the target, for messages.
   *
   * @default - none
   */
  readonly name?: string;
  /**
   * Labels of the pods.
   *
   * @default - all pods
   */
  readonly podSelector?: PodTargetSelector;
  /**
   * The namespaces of the pods.
   *
   * @default - all namespaces
   */
  readonly namespaceSelector?: NamespaceTargetSelector;
  /**
   * Versions of the libraries by language (java, js, python, dotnet, ruby, php), for example `{ java: 'v1' }`.
   *
   * @default - every language, in the version that the Cluster Agent has for it
   */
  readonly ddTraceVersions?: { [language: string]: string };
  /**
   * Env vars for the tracers.
   *
   * @default - none
   */
  readonly ddTraceConfigs?: TracerConfig[];
}

/** Pods by their labels. */
export interface PodTargetSelector {
  /**
   * Labels with their values, all of which a pod carries.
   *
   * @default - none
   */
  readonly matchLabels?: { [label: string]: string };
  /**
   * Conditions on labels, all of which hold.
   *
   * @default - none
   */
  readonly matchExpressions?: LabelCondition[];
}

/** Namespaces by their names, or by their labels. */
export interface NamespaceTargetSelector extends PodTargetSelector {
  /**
   * Names of the namespaces. Not together with labels.
   *
   * @default - any
   */
  readonly matchNames?: string[];
}

/** A condition on a label, as Kubernetes has it. */
export interface LabelCondition {
  /** Name of the label. */
  readonly key: string;
  /** What is asked of it. */
  readonly operator: LabelOperator;
  /**
   * Values, for IN and NOT_IN.
   *
   * @default - none
   */
  readonly values?: string[];
}

/** What is asked of a label. */
export enum LabelOperator {
  /** It has one of the values. */
  IN = 'In',
  /** It has none of the values, or is not there. */
  NOT_IN = 'NotIn',
  /** It is there. */
  EXISTS = 'Exists',
  /** It is not there. */
  DOES_NOT_EXIST = 'DoesNotExist',
}

/** An env var for the tracers. */
export interface TracerConfig {
  /** Its name, for example `DD_PROFILING_ENABLED`. */
  readonly name: string;
  /** Its value. */
  readonly value: string;
}
