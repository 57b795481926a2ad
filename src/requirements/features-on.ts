import { ViolationError } from '../base/violation';

/** Features that are off unless they are turned on, by where their options stand below `features`, and pages of theirs. */
const OFF_BY_DEFAULT = {
  'otlp': 'https://docs.datadoghq.com/opentelemetry/setup/otlp_ingest_in_the_agent/',
  'logs': 'https://docs.datadoghq.com/containers/kubernetes/log/',
  'externalMetrics': 'https://docs.datadoghq.com/containers/guide/cluster_agent_autoscaling_metrics/',
  'prometheusScrape': 'https://docs.datadoghq.com/containers/kubernetes/prometheus/',
  'apm.instrumentation': 'https://docs.datadoghq.com/tracing/trace_collection/automatic_instrumentation/single-step-apm/kubernetes/',
} as const;

/** Features with options, and without a word on whether they are on. */
type Given = { readonly [feature in keyof typeof OFF_BY_DEFAULT]?: { readonly enabled?: boolean } };

/** Options of features that are off do nothing, so whoever gives some says whether the feature is on. */
export function requireFeaturesOn(given: Given): void {
  for (const feature of Object.keys(OFF_BY_DEFAULT) as (keyof Given)[]) {
    const { enabled, ...others } = given[feature] ?? {};
    const options = Object.entries(others).filter(([, value]) => value !== undefined && value !== null).map(([name]) => `'${name}'`);
    if (typeof enabled === 'boolean' || options.length === 0) continue;
    throw new ViolationError({
      rule: 'features/are-on',
      reason: `features.${feature} has ${options.join(' and ')}, and it is off unless it is turned on, so nothing would come of it`,
      remedy: 'Write \'enabled: true\' beside it, or \'enabled: false\' where it is meant to be off',
      link: OFF_BY_DEFAULT[feature],
    });
  }
}

const INTAKES = {
  apm: { takes: 'traces', source: 'https://docs.datadoghq.com/containers/kubernetes/apm/' },
  dogstatsd: { takes: 'metrics of applications', source: 'https://docs.datadoghq.com/extend/dogstatsd/' },
} as const;

/** A way by which what applications send reaches an Agent that takes it. */
export function requireWay(feature: keyof typeof INTAKES, { socket, port }: { readonly socket: boolean; readonly port: boolean }): void {
  if (socket || port) return;
  throw new ViolationError({
    rule: 'features/has-a-way',
    reason: `features.${feature} is on, and has neither a socket nor a port, so nobody could send it ${INTAKES[feature].takes}`,
    remedy: "Set 'socketEnabled' or 'portEnabled' to true, or 'enabled' to false where nothing is to be taken",
    link: INTAKES[feature].source,
  });
}
