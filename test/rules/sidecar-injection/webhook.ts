import { deployment, env } from '../fixtures';

const PREFIX = 'DD_ADMISSION_CONTROLLER_AGENT_SIDECAR';

/** A Cluster Agent whose webhook adds Agents to pods: values of its env vars by the end of their names, lists as JSON. */
export function clusterAgent(given: { selectors?: unknown; profiles?: unknown; provider?: string; enabled?: string } = {}) {
  const { selectors, profiles, provider = 'fargate', enabled = 'true' } = given;
  const json = (value: unknown) => typeof value === 'string' || value === undefined ? value : JSON.stringify(value);
  return deployment('datadog/datadog-cluster-agent', {
    containers: [{
      name: 'cluster-agent',
      env: env({ [`${PREFIX}_ENABLED`]: enabled, [`${PREFIX}_PROVIDER`]: provider, [`${PREFIX}_SELECTORS`]: json(selectors), [`${PREFIX}_PROFILES`]: json(profiles) }),
    }],
  }, { 'agent.datadoghq.com/component': 'cluster-agent' });
}

/** Pods of the namespace `shop` with a label. */
export const SHOP = {
  objectSelector: { matchLabels: { team: 'shop' } },
  namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['shop'] }] },
};
