import { Fact } from './fact';

/** Datadog's unified service tags: a label of the pod, and the env var by which tracers read it. */
export const SERVICE_TAGS = {
  env: { label: 'tags.datadoghq.com/env', envVar: 'DD_ENV' },
  service: { label: 'tags.datadoghq.com/service', envVar: 'DD_SERVICE' },
  version: { label: 'tags.datadoghq.com/version', envVar: 'DD_VERSION' },
} as const;

export const SERVICE_TAGS_FACT: Fact = {
  source: 'https://docs.datadoghq.com/getting_started/tagging/unified_service_tagging/?tab=kubernetes',
  checkedOn: '2026-11-21',
};
