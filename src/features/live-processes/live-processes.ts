import { envOf } from '../../parts/container-env';
import { feature } from '../feature';
import { HELM_IN_CORE_AGENT, OPERATOR_IN_CORE_AGENT, PROCESS_CHECKS_ENV, processCheckEnv, resolveProcessCheck, usersFile, usersOfNode } from '../shared/process-checks';
import { CONFIG, VALUES } from '../shared/sources';

const ENV = { DD_PROCESS_CONFIG_PROCESS_COLLECTION_ENABLED: CONFIG } as const;
const { flag } = envOf(ENV);
const NAME = 'DD_PROCESS_CONFIG_PROCESS_COLLECTION_ENABLED';

export const LIVE_PROCESSES = feature({
  name: 'liveProcesses',
  env: { ...ENV, ...PROCESS_CHECKS_ENV },
  resolve: context => resolveProcessCheck('liveProcesses', false, context),
  nodeAgent: model => {
    const { liveProcesses: on } = model.features;
    return {
      env: processCheckEnv(model, flag(NAME, on), on),
      volumes: on ? usersOfNode(model) : [],
      hostPid: on,
    };
  },
  sidecar: ({ features }) => features.liveProcesses ? { env: [flag(NAME, true)] } : {},
  runners: () => ({ env: [flag(NAME, false)] }),
  operator: {
    // The Operator mounts the file of the node's users with what looks at processes, and a node without one could not start the pod.
    spec: model => model.nodeAgent
      ? { features: { liveProcessCollection: { enabled: model.features.liveProcesses && usersFile(model) !== undefined } } } : {},
    env: {
      'agent': { ...OPERATOR_IN_CORE_AGENT.agent, [NAME]: ({ liveProcessCollection }) => liveProcessCollection?.enabled },
      'cluster-checks-runner': { [NAME]: true },
    },
    notes: { '': { difference: 'on nodes without a file of users env vars turn it on: the Operator would mount that file with the feature' } },
  },
  helm: {
    keys: [{ keys: ['datadog.processAgent.processCollection'], ...VALUES }],
    values: ({ nodeAgent, features }) => nodeAgent ? { datadog: { processAgent: { processCollection: features.liveProcesses } } } : {},
    env: { agent: { ...HELM_IN_CORE_AGENT.agent, [NAME]: true, DD_STRIP_PROCESS_ARGS: true } },
  },
  docs: { defaults: [{ what: 'Live processes', chart: 'off' }], sidecars: 'yes', nodeAgents: 'yes, Agent 7.60' },
});
