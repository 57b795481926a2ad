import { AgentFeaturesModel } from './agent-features';
import { ApmInstrumentationDescription, ApmInstrumentationModel, resolveApmInstrumentation } from './apm-instrumentation';
import { CredentialsModel } from './credentials-model';
import { EventsDescription, EventsModel, resolveEvents } from './events';
import { hasAppKey } from './secret-source';
import { AGENT_FEATURES } from '../facts/agent-versions';
import { OPTION_VALUES } from '../facts/option-values';
import { PlatformFact } from '../facts/platforms/platform-fact';
import { requireAgentFeature } from '../requirements/agent-feature';
import { requireWebhookAndTraces } from '../requirements/apm-instrumentation';
import { requireAppKey } from '../requirements/app-key';
import { requireConfigMode } from '../requirements/config-mode';
import { requireCustomResource, requireCustomResourceCount } from '../requirements/custom-resource';
import { requireKnown } from '../requirements/known';
import { requireClusterChecksForEndpoints } from '../requirements/prometheus-scrape';
import { requireRemoteConfigurationSite } from '../requirements/remote-configuration';

const { configMode: MODES, failurePolicy: POLICIES } = OPTION_VALUES;

/** How a pod is told where its Agent is; `none` where it has one of its own. */
export type ConfigInjectionMode = 'none' | 'hostip' | 'service' | 'socket';

/** What the Cluster Agent does; left out, the default. */
export interface ClusterFeaturesDescription {
  readonly clusterChecks?: { readonly enabled?: boolean };
  readonly events?: EventsDescription;
  readonly orchestratorExplorer?: { readonly enabled?: boolean; readonly customResources?: readonly CustomResourceModel[] };
  readonly externalMetrics?: { readonly enabled?: boolean; readonly useDatadogMetrics?: boolean };
  readonly admissionController?: {
    readonly enabled?: boolean;
    readonly mutateUnlabelled?: boolean;
    readonly failurePolicy?: string;
    readonly configMode?: string;
  };
  readonly prometheusScrape?: { readonly enabled?: boolean; readonly serviceEndpoints?: boolean; readonly checks?: readonly any[] };
  readonly remoteConfiguration?: { readonly enabled?: boolean };
}

/** What is absent is off. */
export interface ClusterFeaturesModel {
  readonly clusterChecks: boolean;
  readonly events?: EventsModel;
  readonly orchestratorExplorer?: { readonly customResources: readonly CustomResourceModel[] };
  readonly externalMetrics?: { readonly useDatadogMetrics: boolean };
  readonly admissionController?: AdmissionControllerModel;
  readonly apmInstrumentation?: ApmInstrumentationModel;
  readonly prometheusScrape?: PrometheusScrapeModel;
  readonly remoteConfiguration: boolean;
}

export interface CustomResourceModel {
  readonly group: string;
  readonly version: string;
  /** Plural name. */
  readonly resource: string;
}

export interface AdmissionControllerModel {
  /** Pods without the label are mutated too. */
  readonly mutateUnlabelled: boolean;
  /** As a webhook configuration has it. */
  readonly failurePolicy: string;
  readonly configMode: ConfigInjectionMode;
}

export interface PrometheusScrapeModel {
  readonly serviceEndpoints: boolean;
  /** Entries of `prometheus_scrape.checks`. */
  readonly checks: readonly any[];
}

/** What the choices depend on. */
export interface FeatureContext {
  readonly platform: PlatformFact;
  readonly agentVersion: string;
  readonly site: string;
  /** Namespace of Datadog itself. */
  readonly namespace: string;
  readonly credentials: CredentialsModel;
  /** There are Agents on nodes. */
  readonly nodeAgents: boolean;
  /** Some pods may run on Fargate. */
  readonly fargate: boolean;
  /** What the Agents in pods and on nodes take in. */
  readonly agent: AgentFeaturesModel;
}

/** Traces are the Agents', and the injection of what sends them is the Cluster Agent's. */
type Given = ClusterFeaturesDescription & { readonly apm?: { readonly instrumentation?: ApmInstrumentationDescription } };

export function resolveClusterFeatures(given: Given, context: FeatureContext): ClusterFeaturesModel {
  const { orchestratorExplorer, externalMetrics, admissionController, prometheusScrape, remoteConfiguration } = given;
  const instrumentation = given.apm?.instrumentation;
  const webhook = admissionController?.enabled ?? instrumentation?.enabled ?? false;
  const clusterChecks = given.clusterChecks?.enabled ?? true;
  const events = resolveEvents(given.events ?? {}, context.agentVersion);

  const customResources = requireCustomResourceCount(orchestratorExplorer?.customResources ?? []).map(requireCustomResource);
  if (customResources.length > 0) requireAgentFeature(context.agentVersion, AGENT_FEATURES.orchestratorCustomResources);
  if (externalMetrics?.enabled) requireAppKey(hasAppKey(context.credentials));
  if (prometheusScrape?.enabled && prometheusScrape.serviceEndpoints) requireClusterChecksForEndpoints(clusterChecks);
  if (remoteConfiguration?.enabled) requireRemoteConfigurationSite(context.site);
  if (instrumentation?.enabled) requireWebhookAndTraces(webhook, context.agent.apm.socket || context.agent.apm.port);

  return {
    clusterChecks,
    ...events && { events },
    ...(orchestratorExplorer?.enabled ?? true) && { orchestratorExplorer: { customResources } },
    ...externalMetrics?.enabled && { externalMetrics: { useDatadogMetrics: externalMetrics.useDatadogMetrics ?? false } },
    ...webhook && {
      admissionController: {
        mutateUnlabelled: admissionController?.mutateUnlabelled ?? false,
        failurePolicy: requireKnown("'features.admissionController.failurePolicy'", admissionController?.failurePolicy ?? 'Ignore', POLICIES.values, POLICIES.source),
        configMode: configMode(admissionController?.configMode, context),
      },
    },
    ...instrumentation?.enabled && { apmInstrumentation: resolveApmInstrumentation(instrumentation, context) },
    ...prometheusScrape?.enabled && {
      prometheusScrape: { serviceEndpoints: prometheusScrape.serviceEndpoints ?? false, checks: prometheusScrape.checks ?? [] },
    },
    remoteConfiguration: remoteConfiguration?.enabled ?? false,
  };
}

/** Where every pod is on Fargate, the Agent is in the pod, and sidecars tell applications where. */
function configMode(given: string | undefined, { platform, nodeAgents, agent }: FeatureContext): ConfigInjectionMode {
  const mode = given ?? (nodeAgents ? usualMode(platform.configMode, agent) : 'none');
  return requireConfigMode(requireKnown("'features.admissionController.configMode'", mode, MODES.values, MODES.source), platform) as ConfigInjectionMode;
}

/** As is usual on the platform, and by ports where what applications send is taken by ports alone. */
function usualMode(ofPlatform: PlatformFact['configMode'], { apm, dogstatsd }: AgentFeaturesModel): ConfigInjectionMode {
  const taken = [apm, dogstatsd].filter(({ socket, port }) => socket || port);
  if (ofPlatform === 'none' || taken.length === 0) return 'none';
  return taken.every(({ socket, port }) => port && !socket) ? 'hostip' : ofPlatform;
}
