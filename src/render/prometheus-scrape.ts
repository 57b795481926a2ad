import type { EnvVar } from 'kubernetes-types/core/v1';
import { flag, value } from './container-env';
import { ClusterModel } from '../model/cluster-model';

/** Of the OpenMetrics check; the first one is for Agents older than those that this library is for. */
const CHECK_VERSION = 2;

/** What every Agent that scrapes annotated pods or Services is told; nothing where that is off, as it is by default. */
export function prometheusScrapeEnv({ features: { prometheusScrape } }: ClusterModel): EnvVar[] {
  if (!prometheusScrape) return [];
  return [
    flag('DD_PROMETHEUS_SCRAPE_ENABLED', true),
    value('DD_PROMETHEUS_SCRAPE_VERSION', String(CHECK_VERSION)),
    ...prometheusScrape.checks.length > 0 ? [value('DD_PROMETHEUS_SCRAPE_CHECKS', JSON.stringify(prometheusScrape.checks))] : [],
  ];
}
