import { Fact } from './fact';

const DOCS = {
  source: 'https://docs.datadoghq.com/getting_started/tagging/unified_service_tagging/?tab=kubernetes',
  checkedOn: '2026-11-21',
};

/** Datadog's unified service tags: a label of the pod, and the env var by which tracers read it. */
export const SERVICE_TAGS = {
  env: { label: 'tags.datadoghq.com/env', envVar: 'DD_ENV', ...DOCS },
  service: { label: 'tags.datadoghq.com/service', envVar: 'DD_SERVICE', ...DOCS },
  version: { label: 'tags.datadoghq.com/version', envVar: 'DD_VERSION', ...DOCS },
} as const satisfies Record<string, Fact & { readonly label: string; readonly envVar: string }>;
