import { envOf } from '../../parts/container-env';
import { feature } from '../feature';
import { OFF } from '../shared/off';
import { HELM_IN_CORE_AGENT, OPERATOR_IN_CORE_AGENT, processCheckEnv, resolveProcessCheck, usersFile, usersOfNode } from '../shared/process-checks';
import { SETTINGS, VALUES } from '../shared/sources';

const ENV = { DD_PROCESS_CONFIG_PROCESS_DISCOVERY_ENABLED: SETTINGS } as const;
const { flag } = envOf(ENV);
const NAME = 'DD_PROCESS_CONFIG_PROCESS_DISCOVERY_ENABLED';

export const PROCESS_DISCOVERY = feature({
  name: 'processDiscovery',
  env: ENV,
  resolve: context => resolveProcessCheck('processDiscovery', true, context),
  nodeAgent: model => {
    const { processDiscovery: on } = model.features;
    return { env: processCheckEnv(model, flag(NAME, on), on), volumes: on ? usersOfNode(model) : [] };
  },
  // On by default in the Agent.
  sidecar: ({ features }) => features.processDiscovery ? {} : { env: [flag(NAME, false)] },
  runners: () => ({ env: [flag(NAME, false)] }),
  operator: {
    spec: model => ({
      features: { processDiscovery: model.nodeAgent ? { enabled: model.features.processDiscovery && usersFile(model) !== undefined } : OFF },
    }),
    env: { agent: { ...OPERATOR_IN_CORE_AGENT.agent, [NAME]: ({ processDiscovery }) => processDiscovery?.enabled } },
  },
  helm: {
    keys: [{ keys: ['datadog.processAgent.processDiscovery'], ...VALUES }],
    values: ({ nodeAgent, features }) => nodeAgent ? { datadog: { processAgent: { processDiscovery: features.processDiscovery } } } : {},
    // By an older name.
    env: { agent: { ...HELM_IN_CORE_AGENT.agent, DD_PROCESS_AGENT_DISCOVERY_ENABLED: true } },
    otherWays: [NAME],
  },
  docs: { defaults: [{ what: 'Process discovery', chart: 'on' }], sidecars: 'yes', nodeAgents: 'yes, Agent 7.60' },
});
