import type { EnvVar } from 'kubernetes-types/core/v1';
import { AgentFeatureFact } from '../facts/agent-versions';
import { Fact } from '../facts/fact';
import { HELM_PODS } from '../facts/helm-chart-pods';
import { OperatorContainer } from '../facts/operator-env';
import { PlatformFact } from '../facts/platforms/platform-fact';
import { ClusterModel } from '../model/cluster-model';
import { CredentialsModel } from '../model/credentials-model';
import { FeatureName, FeaturesDescription, FeaturesModel } from '../model/features-model';
import { ClusterAgentPart } from '../parts/cluster-agent-part';
import { DatadogAgentSpec } from '../parts/datadog-agent/datadog-agent-spec';
import { DeliveredCluster } from '../parts/delivered-cluster';
import { CoverageNotes } from '../parts/delivery-coverage';
import { Limit } from '../parts/delivery-limit';
import { NodeAgentPart } from '../parts/node-agent-part';
import { FeatureRunnerPart } from '../parts/runner-part';
import { SidecarPart } from '../parts/sidecar-part';

/**
 * One feature: what its options resolve to, what it adds to each Agent, and how the Operator and the Helm chart do the same. What is absent
 * adds nothing. Parts of several features merge: what two of them say alike is there once, and what they say differently is an error.
 */
export interface Feature<Name extends FeatureName = FeatureName> {
  readonly name: Name;
  /** Path of its options below `features`. Absent: its name. */
  readonly path?: string;
  /** Features whose models this one reads while it is resolved; others are refused. */
  readonly reads?: readonly FeatureName[];
  /** The first release of the Agent that has the feature. Where the feature is on, an older Agent is an error. Absent: every release has it. */
  readonly since?: AgentFeatureFact;
  /** Env vars that are this feature's alone, each with its source. */
  readonly env?: EnvFacts;
  /** Fills in the defaults of the options. Throws a `ViolationError` for what can never work. */
  readonly resolve: (context: FeatureContext) => FeaturesModel[Name];
  readonly nodeAgent?: (model: ClusterModel) => NodeAgentPart;
  readonly sidecar?: (model: ClusterModel) => SidecarPart;
  /** Env vars that the Cluster Agent's webhook writes by itself into the sidecars that it adds. */
  readonly webhookEnv?: (model: ClusterModel) => readonly EnvVar[];
  readonly clusterAgent?: (model: ClusterModel) => ClusterAgentPart;
  /** What it adds to the runners of cluster checks, where there are any. */
  readonly runners?: (model: ClusterModel) => FeatureRunnerPart;
  readonly operator?: OperatorSide;
  readonly helm?: HelmSide;
  /** Its rows of docs/features.md and docs/defaults.md. */
  readonly docs: FeatureDocs;
}

export type EnvFacts = { readonly [name: string]: Fact };

/** What a feature is resolved from. */
export interface FeatureContext {
  /** What the user says about all features. */
  readonly given: FeaturesDescription;
  readonly platform: PlatformFact;
  /** major.minor */
  readonly kubernetesVersion: string;
  readonly agentVersion: string;
  readonly site: string;
  /** Namespace of Datadog itself. */
  readonly namespace: string;
  readonly credentials: CredentialsModel;
  /** There are Agents on nodes. */
  readonly nodeAgents: boolean;
  /** Some pods may run on Fargate, and so with an Agent of their own. */
  readonly fargate: boolean;
  /** The model of a feature that this one `reads`. */
  of<Name extends FeatureName>(name: Name): FeaturesModel[Name];
}

/** A part of a tree of options. */
export type Partly<T> = T extends ReadonlyArray<any> | string | number | boolean | undefined ? T : { readonly [name in keyof T]?: Partly<T[name]> };

export type OperatorFeatures = NonNullable<DatadogAgentSpec['features']>;

/** How the Datadog Operator does what the feature is for. */
export interface OperatorSide {
  /** Fields below `spec` of the DatadogAgent. */
  readonly spec?: (model: ClusterModel) => Partly<DatadogAgentSpec>;
  /**
   * Env vars that the Operator writes by itself, by container: `true` where its value is that of the plain manifests in any case, and else the
   * value that it writes for these features. What is not here is added by an override.
   */
  readonly env?: { readonly [container in OperatorContainer]?: { readonly [name: string]: true | OperatorValue } };
  /** Check files of the Cluster Agent that the Operator has no field for, by their path below conf.d. */
  readonly checkFiles?: (model: ClusterModel) => readonly string[];
  readonly limits?: readonly Limit[];
  /** What the user should know of an option, by its path in the feature's options; '' is the feature. */
  readonly notes?: CoverageNotes;
}

export type OperatorValue = (features: OperatorFeatures) => boolean | string | undefined;

export type HelmContainer = keyof typeof HELM_PODS;

/** How Datadog's Helm chart does what the feature is for. */
export interface HelmSide {
  /** Values of the chart. */
  readonly values?: (model: ClusterModel) => { readonly [key: string]: any };
  /** Keys that `values` writes, each known to the chart, with their source. */
  readonly keys?: ReadonlyArray<Fact & { readonly keys: readonly string[] }>;
  /** Env vars of the Cluster Agent that the chart has no value for. */
  readonly clusterAgentEnv?: (model: ClusterModel) => readonly EnvVar[];
  /** Env vars that the chart writes by itself, by container: for each cluster, or for those with something. */
  readonly env?: { readonly [container in HelmContainer]?: { readonly [name: string]: true | ((cluster: DeliveredCluster) => boolean) } };
  /** Env vars of the plain manifests for which the chart has another way than an env var. */
  readonly otherWays?: readonly string[];
  readonly limits?: readonly Limit[];
  /** What the user should know of an option, by its path in the feature's options; '' is the feature. */
  readonly notes?: CoverageNotes;
}

/** What docs/features.md and docs/defaults.md have of a feature, in Markdown. A cell that is absent is empty there. */
export interface FeatureDocs {
  /** Rows of docs/defaults.md. The first one is for the feature itself, and docs/features.md has its default too. */
  readonly defaults: readonly [FeatureDefault, ...FeatureDefault[]];
  readonly sidecars?: string;
  readonly nodeAgents?: string;
  /** The Cluster Agent and the runners. */
  readonly clusterAgent?: string;
}

/** What the chart does where its values say nothing, beside what this library does where the options say nothing. */
export interface FeatureDefault {
  readonly what: string;
  readonly chart: string;
  /** Read from the models of a cluster with EC2 nodes and defaults. Absent: whether the feature is on. */
  readonly ours?: (features: FeaturesModel) => string;
  /** Needed where the two are different. */
  readonly reason?: string;
}

/** For the registry: the name is that of the model. */
export function feature<Name extends FeatureName>(given: Feature<Name>): Feature<Name> {
  return given;
}

/** The path of the feature's options. */
export function optionsPath({ name, path = name }: Pick<Feature, 'name' | 'path'>): string {
  return `features.${path}`;
}
