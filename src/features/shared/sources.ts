/** Where the env vars of several features were read. */
export const CONFIG = { source: 'datadog-agent 7.81, pkg/config/setup', checkedOn: '2026-09-20' } as const;
export const SETTINGS = { source: 'datadog-agent, pkg/config/setup: apm.go, common_settings.go, otlp.go, process.go, system_probe_settings.go', checkedOn: '2026-11-21' } as const;
export const CHART = { source: 'Datadog Helm chart 3.240.0', checkedOn: '2026-09-20' } as const;
export const WEBHOOK = { source: 'datadog-agent @2a080d5, pkg/clusteragent/admission/mutate/agent_sidecar', checkedOn: '2026-09-20' } as const;

/** Keys of the chart's values whose effect was seen in manifests. */
export const RENDERED = { source: 'Datadog Helm chart 3.240.0: values.yaml, and what it renders', checkedOn: '2026-09-20' } as const;
/** Keys in the chart's documentation. */
export const DOCUMENTED = { source: 'https://github.com/DataDog/helm-charts/blob/main/charts/datadog/README.md, read in the release that brings Agent 7.59.0', checkedOn: '2026-11-21' } as const;
/** Keys in the chart's own values.yaml, with what its templates make of them. */
export const VALUES = {
  source: 'https://github.com/DataDog/helm-charts/blob/f2961631fecff857beb19ff7d87c1eac493e97c5/charts/datadog/values.yaml (Agent 7.77), and templates up to those of Agent 7.82',
  checkedOn: '2026-11-21',
} as const;
