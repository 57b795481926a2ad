import type { DatadogFeatures } from '../features/features-options';

interface Texts {
  readonly [name: string]: string;
}

/** Options as plain data: the members of enums are their values. */
export type Described<T> = T extends string ? string
  : T extends Array<infer Item> ? ReadonlyArray<Described<Item>>
    : T extends object ? { readonly [name in keyof T]: Described<T[name]> }
      : T;

/** What a user says about the features; a feature that is left out has its default. */
export type FeaturesDescription = Described<DatadogFeatures>;

/** Features whose options are at the top, and those whose options are inside the options of another feature. */
export type FeatureName = keyof DatadogFeatures | 'apmInstrumentation';

/** Features of which the model says more, or something else, than the options with every default filled in. */
interface OwnModels {
  readonly apm: IntakeModel;
  readonly dogstatsd: DogstatsdModel;
  readonly otlp?: OtlpModel;
  readonly logs?: LogsModel;
  readonly tags: TagsModel;
  readonly events?: EventsModel;
  readonly kubeStateMetrics?: KubeStateMetricsModel;
  readonly apmInstrumentation?: ApmInstrumentationModel;
  readonly admissionController?: AdmissionControllerModel;
}

/** The options of a feature without its switch. */
type Choices<Options> = Omit<NonNullable<Options>, 'enabled'>;

/** Names of features that have an own model, and of those that have nothing but a switch. */
type Own = keyof OwnModels;
type Others = Exclude<keyof DatadogFeatures, Own>;
type Switches = { [name in Others]: keyof Choices<DatadogFeatures[name]> extends never ? name : never }[Others];

/** A feature that has a switch is a boolean. A feature with further options is absent where it is off, and has all of them where it is on. */
export type FeaturesModel = OwnModels
  & { readonly [name in Switches]: boolean }
  & { readonly [name in Exclude<Others, Switches>]?: Described<Required<Choices<DatadogFeatures[name]>>> };

/** Ways by which applications reach the Agent; neither where the feature is off. */
export interface IntakeModel {
  readonly socket: boolean;
  readonly port: boolean;
}

export interface DogstatsdModel extends IntakeModel {
  /** Metrics get the tags of the container that sent them. */
  readonly originDetection: boolean;
  /** As DD_DOGSTATSD_TAG_CARDINALITY has it; absent where the Agent chooses. */
  readonly tagCardinality?: string;
}

/** What Agents take by the protocol of OpenTelemetry. */
export interface OtlpModel {
  readonly grpc: boolean;
  readonly http: boolean;
  /** Logs too, beside traces and metrics. */
  readonly logs: boolean;
}

export interface LogsModel {
  readonly collectAll: boolean;
  readonly multiLine: boolean;
}

/** Labels and annotations of Kubernetes objects by the tag that they become; none stands for none. */
export interface TagsModel {
  readonly podLabels: Texts;
  readonly podAnnotations: Texts;
  readonly nodeLabels: Texts;
  readonly namespaceLabels: Texts;
}

export interface EventsModel {
  /** Only events that Datadog holds for important. */
  readonly filtering: boolean;
  /** Types of events that become Datadog events one by one; absent where events of one object are bundled. */
  readonly unbundled?: readonly EventTypeModel[];
}

export interface EventTypeModel {
  readonly kind: string;
  /** None stands for every reason. */
  readonly reasons: readonly string[];
}

export interface KubeStateMetricsModel {
  /** Collectors of the check, in the order of the facts. */
  readonly collectors: readonly string[];
}

/** Tracing libraries for pods that ask for none. */
export interface ApmInstrumentationModel {
  /** No more than one of the three lists has members; with none of them, all namespaces are meant. */
  readonly enabledNamespaces: readonly string[];
  readonly disabledNamespaces: readonly string[];
  /** As the Cluster Agent reads them. */
  readonly targets: readonly any[];
  /** Versions by language; languages that are not named get no library, and with none at all every language does. */
  readonly libVersions: Texts;
  readonly languageDetection: boolean;
}

/** How a pod gets the address of its Agent; `none` where the pod has an Agent of its own. */
export type ConfigInjectionModel = 'none' | 'hostip' | 'service' | 'socket';

export interface AdmissionControllerModel {
  /** Pods without the label are mutated too. */
  readonly mutateUnlabelled: boolean;
  /** As a webhook configuration has it. */
  readonly failurePolicy: string;
  readonly configMode: ConfigInjectionModel;
}
