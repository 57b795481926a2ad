import { ClusterModel } from '../../model/cluster-model';
import { envOf } from '../../parts/container-env';
import { DeliveredCluster } from '../../parts/delivered-cluster';
import { AGENT } from '../../parts/node-agent-containers';
import { requireClusterChecksForEndpoints } from '../../requirements/prometheus-scrape';
import { feature, FeatureContext } from '../feature';
import { CONFIG, DOCUMENTED } from '../shared/sources';

const ENV = {
  DD_PROMETHEUS_SCRAPE_ENABLED: CONFIG,
  DD_PROMETHEUS_SCRAPE_VERSION: CONFIG,
  DD_PROMETHEUS_SCRAPE_CHECKS: CONFIG,
  DD_PROMETHEUS_SCRAPE_SERVICE_ENDPOINTS: CONFIG,
} as const;
const { flag, json, value } = envOf(ENV);

/** Of the OpenMetrics check; the first one is for Agents older than those that this library is for. */
const CHECK_VERSION = 2;

function resolve({ given: { prometheusScrape }, of }: FeatureContext) {
  if (!prometheusScrape?.enabled) return undefined;
  const { serviceEndpoints = false, checks = [] } = prometheusScrape;
  if (serviceEndpoints) requireClusterChecksForEndpoints(of('clusterChecks'));
  return { serviceEndpoints, checks };
}

/** For each Agent that scrapes annotated pods or Services. Off by default in the Agent. */
function env({ features: { prometheusScrape } }: ClusterModel) {
  if (!prometheusScrape) return [];
  return [
    flag('DD_PROMETHEUS_SCRAPE_ENABLED', true),
    value('DD_PROMETHEUS_SCRAPE_VERSION', String(CHECK_VERSION)),
    ...json('DD_PROMETHEUS_SCRAPE_CHECKS', prometheusScrape.checks),
  ];
}

function ofClusterAgent({ features: { prometheusScrape } }: ClusterModel) {
  return prometheusScrape ? [flag('DD_PROMETHEUS_SCRAPE_SERVICE_ENDPOINTS', prometheusScrape.serviceEndpoints)] : [];
}

const BY_OPERATOR = { DD_PROMETHEUS_SCRAPE_ENABLED: true, DD_PROMETHEUS_SCRAPE_VERSION: true, DD_PROMETHEUS_SCRAPE_CHECKS: true } as const;

const isOn = ({ model }: DeliveredCluster) => model.features.prometheusScrape !== undefined;
const BY_CHART = {
  DD_PROMETHEUS_SCRAPE_ENABLED: isOn,
  DD_PROMETHEUS_SCRAPE_SERVICE_ENDPOINTS: isOn,
  DD_PROMETHEUS_SCRAPE_VERSION: isOn,
  DD_PROMETHEUS_SCRAPE_CHECKS: ({ model }: DeliveredCluster) => (model.features.prometheusScrape?.checks ?? []).length > 0,
};

export const PROMETHEUS_SCRAPE = feature({
  name: 'prometheusScrape',
  reads: ['clusterChecks'],
  env: ENV,
  resolve,
  nodeAgent: model => ({ env: { [AGENT]: env(model) } }),
  sidecar: model => ({ env: env(model) }),
  clusterAgent: model => ({ env: [...env(model), ...ofClusterAgent(model)] }),
  operator: {
    spec: ({ features: { prometheusScrape: model } }) => ({
      features: {
        prometheusScrape: {
          enabled: model !== undefined,
          ...model && {
            enableServiceEndpoints: model.serviceEndpoints,
            version: CHECK_VERSION,
            ...model.checks.length > 0 && { additionalConfigs: JSON.stringify(model.checks) },
          },
        },
      },
    }),
    env: { 'agent': BY_OPERATOR, 'cluster-agent': { ...BY_OPERATOR, DD_PROMETHEUS_SCRAPE_SERVICE_ENDPOINTS: true } },
  },
  helm: {
    keys: [{ keys: ['additionalConfigs', 'enabled', 'serviceEndpoints'].map(key => `datadog.prometheusScrape.${key}`), ...DOCUMENTED }],
    values: ({ features: { prometheusScrape: model } }) => ({
      datadog: {
        prometheusScrape: { enabled: model !== undefined, ...model && { serviceEndpoints: model.serviceEndpoints, additionalConfigs: model.checks } },
      },
    }),
    env: { agent: BY_CHART, clusterAgent: BY_CHART },
  },
  docs: {
    defaults: [{ what: 'Prometheus annotations', chart: 'off' }],
    sidecars: 'annotated pods',
    nodeAgents: 'annotated pods',
    clusterAgent: 'annotated Services',
  },
});
