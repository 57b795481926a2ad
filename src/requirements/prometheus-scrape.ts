import { ViolationError } from '../base/violation';

/** Checks on the endpoints of Services are cluster checks. */
export function requireClusterChecksForEndpoints(clusterChecks: boolean): void {
  if (clusterChecks) return;
  throw new ViolationError({
    rule: 'prometheus-scrape/needs-cluster-checks',
    reason: 'the endpoints of Services are scraped by cluster checks, and those are off',
    remedy: 'Leave features.clusterChecks on, or prometheusScrape.serviceEndpoints out',
    link: 'https://docs.datadoghq.com/containers/kubernetes/prometheus/',
  });
}
