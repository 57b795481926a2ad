import { Fact } from './fact';

interface ValuesFact extends Fact {
  readonly values: readonly string[];
}

/** What options take that Datadog, or Kubernetes, gives a few values. */
export const OPTION_VALUES = {
  logLevel: {
    values: ['trace', 'debug', 'info', 'warn', 'error', 'critical', 'off'],
    source: 'https://docs.datadoghq.com/agent/troubleshooting/debug_mode/',
    checkedOn: '2026-11-21',
  },
  tagCardinality: {
    values: ['low', 'orchestrator', 'high'],
    source: 'https://docs.datadoghq.com/getting_started/tagging/assigning_tags/?tab=containerizedenvironments#tags-cardinality',
    checkedOn: '2026-11-21',
  },
  configMode: {
    values: ['none', 'hostip', 'service', 'socket'],
    source: 'https://docs.datadoghq.com/containers/cluster_agent/admission_controller/#configure-apm-and-dogstatsd-communication-mode',
    checkedOn: '2026-11-21',
  },
  failurePolicy: {
    values: ['Ignore', 'Fail'],
    source: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#failure-policy',
    checkedOn: '2026-11-21',
  },
} as const satisfies Record<string, ValuesFact>;
