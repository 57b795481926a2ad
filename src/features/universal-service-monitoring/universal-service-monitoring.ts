import { AGENT_FEATURES } from '../../facts/agent-versions';
import { feature } from '../feature';
import { SETTINGS, VALUES } from '../shared/sources';
import {
  connections, HELM_BY_FILE, HELM_CONNECTIONS_ENV, KERNEL_DIFFERENCE, operatorConnectionsEnv, resolveOnNodes, SHARED_SETTINGS, SYSTEM_PROBE_ENV,
} from '../shared/system-probe';

const NAME = 'DD_SYSTEM_PROBE_SERVICE_MONITORING_ENABLED';

/** Requests between services. */
export const UNIVERSAL_SERVICE_MONITORING = feature({
  name: 'universalServiceMonitoring',
  env: { ...SYSTEM_PROBE_ENV, [NAME]: SETTINGS },
  since: AGENT_FEATURES.connectionsWithoutProcessAgent,
  resolve: context => resolveOnNodes('universalServiceMonitoring', context),
  nodeAgent: ({ features }) => features.universalServiceMonitoring ? connections(NAME) : {},
  operator: {
    spec: ({ nodeAgent, features }) => nodeAgent ? { features: { usm: { enabled: features.universalServiceMonitoring } } } : {},
    env: operatorConnectionsEnv(NAME, ({ usm }) => usm?.enabled),
    notes: { '': { difference: SHARED_SETTINGS } },
  },
  helm: {
    keys: [{ keys: ['datadog.serviceMonitoring.enabled'], ...VALUES }],
    values: ({ nodeAgent, features }) => nodeAgent ? { datadog: { serviceMonitoring: { enabled: features.universalServiceMonitoring } } } : {},
    env: {
      agent: HELM_CONNECTIONS_ENV.agent,
      systemProbe: { ...HELM_CONNECTIONS_ENV.systemProbe, HOST_ROOT: ({ model }) => model.features.universalServiceMonitoring },
    },
    otherWays: [...HELM_BY_FILE, NAME],
    notes: { '': { difference: KERNEL_DIFFERENCE } },
  },
  docs: { defaults: [{ what: 'Universal service monitoring', chart: 'off' }], sidecars: 'no', nodeAgents: 'system-probe' },
});
