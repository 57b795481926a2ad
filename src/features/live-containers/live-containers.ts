import { envOf } from '../../parts/container-env';
import { feature } from '../feature';
import { OFF } from '../shared/off';
import { HELM_IN_CORE_AGENT, OPERATOR_IN_CORE_AGENT, processCheckEnv, resolveProcessCheck } from '../shared/process-checks';
import { SETTINGS, VALUES } from '../shared/sources';

const ENV = { DD_PROCESS_CONFIG_CONTAINER_COLLECTION_ENABLED: SETTINGS } as const;
const { flag } = envOf(ENV);
const NAME = 'DD_PROCESS_CONFIG_CONTAINER_COLLECTION_ENABLED';

export const LIVE_CONTAINERS = feature({
  name: 'liveContainers',
  env: ENV,
  resolve: context => resolveProcessCheck('liveContainers', true, context),
  nodeAgent: model => {
    const { liveContainers: on } = model.features;
    return { env: processCheckEnv(model, flag(NAME, on), on) };
  },
  // On by default in the Agent.
  sidecar: ({ features }) => features.liveContainers ? {} : { env: [flag(NAME, false)] },
  // A runner watches no containers; the Agent collects them by default.
  runners: () => ({ env: [flag(NAME, false)] }),
  operator: {
    spec: ({ nodeAgent, features }) => ({ features: { liveContainerCollection: nodeAgent ? { enabled: features.liveContainers } : OFF } }),
    env: { agent: { ...OPERATOR_IN_CORE_AGENT.agent, [NAME]: ({ liveContainerCollection }) => liveContainerCollection?.enabled } },
  },
  helm: {
    keys: [{ keys: ['datadog.processAgent.containerCollection'], ...VALUES }],
    values: ({ nodeAgent, features }) => nodeAgent ? { datadog: { processAgent: { containerCollection: features.liveContainers } } } : {},
    env: { agent: { ...HELM_IN_CORE_AGENT.agent, [NAME]: true } },
  },
  docs: { defaults: [{ what: 'Live containers', chart: 'on' }], sidecars: 'yes', nodeAgents: 'yes, Agent 7.60' },
});
