import { requireNamespace } from './namespace';
import { requireStrings } from './strings';
import { ViolationError } from '../base/violation';
import { APM_INSTRUMENTATION, INSTRUMENTED_LANGUAGES, NEVER_INSTRUMENTED } from '../facts/apm-instrumentation';

const LINK = APM_INSTRUMENTATION.source;

interface Choices {
  readonly enabledNamespaces: readonly string[];
  readonly disabledNamespaces: readonly string[];
  readonly libVersions: { readonly [language: string]: string };
  readonly targets: readonly object[];
}

/** Pairs that the Cluster Agent refuses, and then injects nothing at all. */
const EXCLUSIVE: ReadonlyArray<readonly [keyof Choices, keyof Choices, string]> = [
  ['enabledNamespaces', 'disabledNamespaces', "Give one of the two: with 'enabledNamespaces' all others are left out anyway"],
  ['enabledNamespaces', 'targets', "Name the namespaces in 'namespaceSelector' of a target"],
  ['libVersions', 'targets', "Write the versions into 'ddTraceVersions' of the targets"],
];

export function requireOneChoice(given: Choices): void {
  const isGiven = (option: keyof Choices) => Object.keys(given[option]).length > 0;
  const clash = EXCLUSIVE.find(([one, other]) => isGiven(one) && isGiven(other));
  if (!clash) return;
  throw new ViolationError({
    rule: 'apm-instrumentation/one-choice',
    reason: `'${clash[0]}' and '${clash[1]}' of features.apm.instrumentation are both given, and the Cluster Agent takes neither then`,
    remedy: clash[2],
    link: LINK,
  });
}

/** The webhook that injects libraries, and an Agent that takes what they send. */
export function requireWebhookAndTraces(webhook: boolean, traces: boolean): void {
  if (webhook && traces) return;
  throw new ViolationError({
    rule: 'apm-instrumentation/has-a-webhook',
    reason: webhook
      ? 'features.apm.instrumentation adds tracing libraries to pods, and features.apm is off, so nobody takes what they send'
      : 'features.apm.instrumentation is done by a webhook of the admission controller, which is off',
    remedy: webhook ? 'Leave features.apm on, or its instrumentation out' : 'Leave features.admissionController out, which then is on, or the instrumentation',
    link: LINK,
  });
}

export function requireNodesForLanguages(nodeAgents: boolean): void {
  if (nodeAgents) return;
  throw new ViolationError({
    rule: 'apm-instrumentation/needs-node-agents',
    reason: 'languages are detected from the processes of a node, and there are no node Agents here',
    remedy: "Leave 'languageDetection' out, and name the languages in 'libVersions' or in the targets",
    link: LINK,
  });
}

/** Namespaces whose pods can get libraries. */
export function requireInstrumentable(option: string, namespaces: readonly string[], own: string): void {
  const never = namespaces.map(requireNamespace).find(name => name === own || NEVER_INSTRUMENTED.names.includes(name));
  if (never === undefined) return;
  throw new ViolationError({
    rule: 'apm-instrumentation/namespace',
    reason: `'${option}' has '${never}', and no pod ${never === own ? 'in the namespace of Datadog' : 'there'} ever gets a library`,
    remedy: `Leave '${never}' out${never === own ? ", or give Datadog a 'namespace' of its own" : ''}`,
    link: LINK,
  });
}

export function requireLanguages<T extends { readonly [language: string]: string }>(option: string, versions: T): T {
  const { names } = INSTRUMENTED_LANGUAGES;
  const wrong = Object.entries(requireStrings(`'${option}'`, versions)).find(([language, version]) => !names.includes(language) || version.trim() === '');
  if (!wrong) return versions;
  throw new ViolationError({
    rule: 'apm-instrumentation/language',
    reason: names.includes(wrong[0]) ? `'${option}' has no version for '${wrong[0]}'` : `there is no library for '${wrong[0]}', which '${option}' names`,
    remedy: `Write versions by language (${names.join(', ')}), for example { java: 'v1' }`,
    link: LINK,
  });
}

interface Target {
  readonly namespaceSelector?: {
    readonly matchNames?: readonly string[];
    readonly matchLabels?: object;
    readonly matchExpressions?: readonly object[];
  };
  readonly ddTraceVersions?: { readonly [language: string]: string };
  readonly ddTraceConfigs?: ReadonlyArray<{ readonly name: string; readonly value: string }>;
}

export function requireTarget<T extends Target>(target: T, own: string): T {
  const { matchNames = [], matchLabels = {}, matchExpressions = [] } = target.namespaceSelector ?? {};
  requireInstrumentable('matchNames', matchNames, own);
  requireLanguages('ddTraceVersions', target.ddTraceVersions ?? {});
  if (matchNames.length > 0 && Object.keys(matchLabels).length + matchExpressions.length > 0) {
    throw new ViolationError({
      rule: 'apm-instrumentation/one-choice',
      reason: "a 'namespaceSelector' has 'matchNames' beside labels, and the Cluster Agent takes the one or the other",
      remedy: 'Make two targets of it, or choose the namespaces by labels alone',
      link: LINK,
    });
  }
  const wrong = (target.ddTraceConfigs ?? []).find(({ name, value }) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || typeof value !== 'string');
  if (wrong) {
    throw new ViolationError({
      rule: 'apm-instrumentation/target',
      reason: `'${wrong.name}' in 'ddTraceConfigs' is no env var with a text`,
      remedy: "Write the name and the value of an env var of the tracer, for example { name: 'DD_PROFILING_ENABLED', value: 'auto' }",
      link: LINK,
    });
  }
  return target;
}
