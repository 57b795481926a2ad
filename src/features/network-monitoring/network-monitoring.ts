import { AGENT_FEATURES } from '../../facts/agent-versions';
import { feature } from '../feature';
import { SETTINGS, VALUES } from '../shared/sources';
import {
  connections, HELM_BY_FILE, HELM_CONNECTIONS_ENV, KERNEL_DIFFERENCE, operatorConnectionsEnv, resolveOnNodes, SHARED_SETTINGS, SYSTEM_PROBE_ENV,
} from '../shared/system-probe';

const NAME = 'DD_SYSTEM_PROBE_NETWORK_ENABLED';

/** Connections of pods. */
export const NETWORK_MONITORING = feature({
  name: 'networkMonitoring',
  env: { ...SYSTEM_PROBE_ENV, [NAME]: SETTINGS },
  since: AGENT_FEATURES.connectionsWithoutProcessAgent,
  resolve: context => resolveOnNodes('networkMonitoring', context),
  nodeAgent: ({ features }) => features.networkMonitoring ? connections(NAME) : {},
  operator: {
    spec: ({ nodeAgent, features }) => nodeAgent ? { features: { npm: { enabled: features.networkMonitoring } } } : {},
    env: operatorConnectionsEnv(NAME, ({ npm }) => npm?.enabled),
    notes: { '': { difference: SHARED_SETTINGS } },
  },
  helm: {
    keys: [{ keys: ['datadog.networkMonitoring.enabled'], ...VALUES }],
    values: ({ nodeAgent, features }) => nodeAgent ? { datadog: { networkMonitoring: { enabled: features.networkMonitoring } } } : {},
    env: { ...HELM_CONNECTIONS_ENV, agent: { ...HELM_CONNECTIONS_ENV.agent, [NAME]: ({ model }) => model.features.networkMonitoring } },
    otherWays: [...HELM_BY_FILE, NAME],
    notes: { '': { difference: KERNEL_DIFFERENCE } },
  },
  docs: { defaults: [{ what: 'Network monitoring', chart: 'off' }], sidecars: 'no', nodeAgents: 'system-probe' },
});
