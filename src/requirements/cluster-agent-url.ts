import { requireNamespace } from './namespace';
import { parseAddress } from '../base/addresses';
import { ViolationError } from '../base/violation';
import { CLUSTER_AGENT } from '../facts/cluster-agent';
import { PAGES } from '../facts/pages';
import { CLUSTER_DOMAIN } from '../facts/platforms/platform-fact';

interface Attributes {
  readonly url?: string;
  readonly serviceName?: string;
  readonly namespace?: string;
}

const LINK = PAGES.clusterAgentEndpoint.source;

/** The address of a Cluster Agent by IP. */
export function requireAddressUrl(url: string): string {
  requireClusterAgentUrl({ url });
  const host = /^https:\/\/(\[[^\]]*\]|[^:/]*)/.exec(url)![1].replace(/^\[|\]$/g, '');
  if (!parseAddress(host)) {
    throw new ViolationError({
      rule: 'cluster-agent/url-is-https',
      reason: `'${url}' has the host '${host}', which is no IP address, and 'addressUrl' is for pods that resolve no names of the cluster`,
      remedy: `Write the clusterIP of a Service that always has it, like 'https://10.100.0.251:${CLUSTER_AGENT.port}'`,
      link: LINK,
    });
  }
  return url;
}

/** The address of a Cluster Agent, from its URL or from the name of its Service. */
export function requireClusterAgentUrl({ url, serviceName, namespace }: Attributes): string {
  const byService = serviceName !== undefined && namespace !== undefined;
  const partOfService = serviceName !== undefined || namespace !== undefined;
  if (url !== undefined ? partOfService : !byService) {
    throw new ViolationError({
      rule: 'cluster-agent/one-address',
      reason: 'a Cluster Agent is known by its URL, or by the name and the namespace of its Service',
      remedy: "Give 'url' alone, or 'serviceName' and 'namespace'",
      link: LINK,
    });
  }
  if (byService) return `https://${serviceName}.${requireNamespace(namespace)}.svc.${CLUSTER_DOMAIN.value}:${CLUSTER_AGENT.port}`;
  if (!/^https:\/\/[^/:\s]+(:\d+)?\/?$/.test(url!) && !/^https:\/\/\[[0-9a-fA-F:]+\](:\d+)?\/?$/.test(url!)) {
    throw new ViolationError({
      rule: 'cluster-agent/url-is-https',
      reason: `'${url}' is no address that Agents call a Cluster Agent by: they take https://, a host and a port`,
      remedy: `Write it like 'https://datadog-cluster-agent.datadog.svc.cluster.local:${CLUSTER_AGENT.port}'`,
      link: LINK,
    });
  }
  return url!;
}
