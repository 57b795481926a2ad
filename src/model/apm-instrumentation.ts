import { AGENT_FEATURES } from '../facts/agent-versions';
import { requireAgentFeature } from '../requirements/agent-feature';
import {
  requireInstrumentable, requireLanguages, requireNodesForLanguages, requireOneChoice, requireTarget,
} from '../requirements/apm-instrumentation';

interface Texts {
  readonly [name: string]: string;
}

/** What a user says of the injection of tracing libraries; left out, the default. */
export interface ApmInstrumentationDescription {
  readonly enabled?: boolean;
  readonly enabledNamespaces?: readonly string[];
  readonly disabledNamespaces?: readonly string[];
  readonly libVersions?: Texts;
  readonly targets?: readonly InstrumentationTargetDescription[];
  readonly languageDetection?: boolean;
}

/** Pods that get libraries; the first target that a pod matches counts. The names are the Cluster Agent's. */
export interface InstrumentationTargetDescription {
  readonly name?: string;
  readonly podSelector?: LabelSelectorDescription;
  readonly namespaceSelector?: LabelSelectorDescription & { readonly matchNames?: readonly string[] };
  readonly ddTraceVersions?: Texts;
  readonly ddTraceConfigs?: ReadonlyArray<{ readonly name: string; readonly value: string }>;
}

export interface LabelSelectorDescription {
  readonly matchLabels?: Texts;
  readonly matchExpressions?: ReadonlyArray<{ readonly key: string; readonly operator: string; readonly values?: readonly string[] }>;
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

/** What the choices depend on. */
export interface ApmInstrumentationContext {
  readonly agentVersion: string;
  /** Namespace of Datadog itself. */
  readonly namespace: string;
  readonly nodeAgents: boolean;
}

export function resolveApmInstrumentation(given: ApmInstrumentationDescription, context: ApmInstrumentationContext): ApmInstrumentationModel {
  const { enabledNamespaces = [], disabledNamespaces = [], libVersions = {}, targets = [], languageDetection = false } = given;
  if (targets.length > 0) requireAgentFeature(context.agentVersion, AGENT_FEATURES.instrumentationTargets);
  if (languageDetection) requireNodesForLanguages(context.nodeAgents);
  requireOneChoice({ enabledNamespaces, disabledNamespaces, libVersions, targets });
  requireInstrumentable('enabledNamespaces', enabledNamespaces, context.namespace);
  return {
    enabledNamespaces,
    disabledNamespaces,
    libVersions: requireLanguages('libVersions', libVersions),
    targets: targets.map(target => requireTarget(target, context.namespace)),
    languageDetection,
  };
}
