import { isAtLeast } from '../../base/versions';
import { INSECURE_PORTS } from '../../facts/control-plane/checks';
import { CheckConfig, checkConfigs } from '../../manifest/check-configs';
import { Rule } from '../rule';

export const portIsThere: Rule = {
  id: 'control-plane/port-is-there',
  severity: 'error',
  title: 'Scheduler and controller-manager are asked at ports that their version has.',
  link: 'https://docs.datadoghq.com/containers/kubernetes/control_plane/',
  check: ({ manifests, kubernetesVersion }) => kubernetesVersion === undefined ? [] : checkConfigs(manifests).flatMap(config => INSECURE_PORTS
    .filter(({ check, gone }) => config.check === check && isAtLeast(kubernetesVersion, gone))
    .filter(({ port }) => urlsOf(config).some(url => portOf(url) === port))
    .map(({ port, gone }) => ({
      at: config.at,
      reason: `the check '${config.check}' asks port ${port}, which is gone since Kubernetes ${gone}, and this is ${kubernetesVersion}`,
      remedy: `Ask https on port ${SECURE[port]}, with 'bearer_token_auth: true'; leave the URL out where ControlPlaneChecks writes it`,
    }))),
};

/** What took their place. */
const SECURE: Readonly<Record<number, number>> = { 10251: 10259, 10252: 10257 };

function urlsOf({ instances }: CheckConfig): string[] {
  return instances.flatMap(({ prometheus_url: url, openmetrics_endpoint: endpoint, possible_prometheus_urls: possible }) =>
    [url, endpoint, ...Array.isArray(possible) ? possible : []].filter((u): u is string => typeof u === 'string'));
}

function portOf(url: string): number {
  return Number(/:(\d+)(\/|$|\?)/.exec(url)?.[1]);
}
