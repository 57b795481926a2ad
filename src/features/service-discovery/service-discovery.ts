import { AGENT_FEATURES } from '../../facts/agent-versions';
import { ClusterModel } from '../../model/cluster-model';
import { envOf } from '../../parts/container-env';
import { AGENT, INIT_CONFIG, SYSTEM_PROBE } from '../../parts/node-agent-containers';
import { NodeAgentPart } from '../../parts/node-agent-part';
import { feature, OperatorFeatures } from '../feature';
import { OFF } from '../shared/off';
import { SETTINGS, VALUES } from '../shared/sources';
import { KERNEL_DIFFERENCE, resolveOnNodes } from '../shared/system-probe';

const ENV = { DD_DISCOVERY_ENABLED: SETTINGS } as const;
const { flag } = envOf(ENV);

/** The core Agent asks the system-probe for services and their languages. On by default in the Agent. */
function nodeAgent({ features: { serviceDiscovery: on } }: ClusterModel): NodeAgentPart {
  const env = () => [flag('DD_DISCOVERY_ENABLED', on)];
  return {
    ...on && { containers: [SYSTEM_PROBE] },
    env: { ...on && { [INIT_CONFIG]: env() }, [AGENT]: env(), [SYSTEM_PROBE]: env() },
  };
}

const WRITTEN = { DD_DISCOVERY_ENABLED: ({ serviceDiscovery }: OperatorFeatures) => serviceDiscovery?.enabled };

export const SERVICE_DISCOVERY = feature({
  name: 'serviceDiscovery',
  env: ENV,
  since: AGENT_FEATURES.serviceDiscovery,
  resolve: context => resolveOnNodes('serviceDiscovery', context),
  nodeAgent,
  operator: {
    spec: ({ nodeAgent: agent, features }) => ({ features: { serviceDiscovery: agent ? { enabled: features.serviceDiscovery } : OFF } }),
    env: { 'agent': WRITTEN, 'system-probe': WRITTEN },
    notes: { '': { difference: 'from Agent 7.78 on the Operator sets DD_DISCOVERY_USE_SYSTEM_PROBE_LITE for the system-probe' } },
  },
  helm: {
    keys: [{ keys: ['datadog.discovery.enabled'], ...VALUES }],
    // The chart has it on by default, and the system-probe with it.
    values: ({ nodeAgent: agent, features }) => agent ? { datadog: { discovery: { enabled: features.serviceDiscovery } } } : {},
    notes: { '': { difference: KERNEL_DIFFERENCE } },
  },
  docs: {
    defaults: [{ what: 'Service discovery, with the system-probe', chart: 'on', reason: 'the system-probe takes capabilities that amount to root on the node, so the user turns on what needs it' }],
    sidecars: 'no',
    nodeAgents: 'system-probe',
  },
});
