import { ClusterModel } from '../../model/cluster-model';
import { envOf } from '../../parts/container-env';
import { DeliveredCluster } from '../../parts/delivered-cluster';
import { AGENT } from '../../parts/node-agent-containers';
import { feature } from '../feature';
import { CHART, DOCUMENTED } from '../shared/sources';

const ENV = {
  DD_CLUSTER_CHECKS_ENABLED: CHART,
  DD_EXTRA_CONFIG_PROVIDERS: CHART,
  DD_EXTRA_LISTENERS: CHART,
} as const;
const { flag, value } = envOf(ENV);

const DISCOVERY = 'kube_endpoints kube_services';
const isOn = ({ model }: DeliveredCluster) => model.features.clusterChecks;

/** Without runners the node Agents share out the checks of the cluster among them. */
const providersOfNodes = ({ clusterCheckRunners }: ClusterModel) => clusterCheckRunners ? 'endpointschecks' : 'clusterchecks endpointschecks';

export const CLUSTER_CHECKS = feature({
  name: 'clusterChecks',
  env: ENV,
  resolve: ({ given }) => given.clusterChecks?.enabled ?? true,
  nodeAgent: model => ({ env: { [AGENT]: model.features.clusterChecks ? [value('DD_EXTRA_CONFIG_PROVIDERS', providersOfNodes(model))] : [] } }),
  clusterAgent: ({ features: { clusterChecks: on } }) => ({
    env: [
      flag('DD_CLUSTER_CHECKS_ENABLED', on),
      ...on ? [value('DD_EXTRA_CONFIG_PROVIDERS', DISCOVERY), value('DD_EXTRA_LISTENERS', DISCOVERY)] : [],
    ],
  }),
  runners: () => ({ env: [value('DD_EXTRA_CONFIG_PROVIDERS', 'clusterchecks')] }),
  operator: {
    spec: ({ features, clusterCheckRunners: runners }) => ({
      features: { clusterChecks: { enabled: features.clusterChecks, useClusterChecksRunners: runners !== undefined } },
    }),
    env: {
      'agent': { DD_EXTRA_CONFIG_PROVIDERS: true },
      'cluster-agent': {
        DD_CLUSTER_CHECKS_ENABLED: ({ clusterChecks }) => clusterChecks?.enabled,
        DD_EXTRA_CONFIG_PROVIDERS: true,
        DD_EXTRA_LISTENERS: true,
      },
      'cluster-checks-runner': { DD_EXTRA_CONFIG_PROVIDERS: true },
    },
  },
  helm: {
    keys: [{ keys: ['datadog.clusterChecks.enabled'], ...DOCUMENTED }],
    values: ({ features }) => ({ datadog: { clusterChecks: { enabled: features.clusterChecks } } }),
    env: {
      agent: { DD_EXTRA_CONFIG_PROVIDERS: isOn },
      clusterAgent: { DD_CLUSTER_CHECKS_ENABLED: isOn, DD_EXTRA_CONFIG_PROVIDERS: isOn, DD_EXTRA_LISTENERS: isOn },
      clusterChecksRunner: { DD_EXTRA_CONFIG_PROVIDERS: true },
    },
  },
  docs: {
    defaults: [{ what: 'Cluster checks', chart: 'on' }],
    nodeAgents: 'node Agents do cluster checks where there are no runners',
    clusterAgent: 'yes',
  },
});
