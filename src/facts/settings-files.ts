import { Fact } from './fact';

/** Where the containers of Datadog's images keep what they read as settings. */
export const SETTINGS_FILES: Fact & { readonly names: readonly string[]; readonly folders: readonly string[] } = {
  names: ['datadog.yaml', 'datadog-cluster.yaml', 'system-probe.yaml', 'security-agent.yaml'],
  folders: ['/etc/datadog-agent', '/conf.d', '/checks.d'],
  source: 'https://docs.datadoghq.com/agent/configuration/agent-configuration-files/; datadog-agent 7.81, Dockerfiles/agent and cluster-agent',
  checkedOn: '2026-11-30',
};

/** Kinds that hold values of Helm charts: where they are, as objects or as text, and where the name of the chart stands. */
export interface HelmValuesFact extends Fact {
  readonly group: string;
  readonly kind: string;
  /** Below `spec`; each step may be a list. */
  readonly values: readonly string[];
  readonly chart: readonly string[];
}

const ARGO = { group: 'argoproj.io', source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/helm/', checkedOn: '2026-11-30' };

export const HELM_VALUES: readonly HelmValuesFact[] = [
  { ...ARGO, kind: 'Application', values: ['source.helm', 'sources.helm'], chart: ['source.chart', 'sources.chart'] },
  { ...ARGO, kind: 'ApplicationSet', values: ['template.spec.source.helm', 'template.spec.sources.helm'], chart: ['template.spec.source.chart', 'template.spec.sources.chart'] },
  { group: 'helm.toolkit.fluxcd.io', kind: 'HelmRelease', values: ['values'], chart: ['chart.spec.chart'], source: 'https://fluxcd.io/flux/components/helm/helmreleases/', checkedOn: '2026-11-30' },
  { group: 'helm.cattle.io', kind: 'HelmChart', values: ['valuesContent', 'set'], chart: ['chart'], source: 'https://docs.k3s.io/add-ons/helm', checkedOn: '2026-11-30' },
];

/** Names of Datadog's charts. */
export const DATADOG_CHARTS: Fact & { readonly pattern: RegExp } = {
  pattern: /(^|\/)datadog(-[a-z-]+)?$/,
  source: 'https://github.com/DataDog/helm-charts',
  checkedOn: '2026-11-30',
};
