import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { PAGES } from '../../facts/pages';
import { fargateAgents, literalEnv } from '../../manifest/containers';
import { outsideClusterDns } from '../../manifest/pod-dns';
import { isOnFargate } from '../fargate-pods';
import { Rule } from '../rule';

export const clusterAgentNameResolves: Rule = {
  id: 'sidecar/cluster-agent-name-resolves',
  severity: 'error',
  title: 'A pod that reaches the Cluster Agent by the name of its Service asks the DNS of the cluster.',
  link: PAGES.podDns.source,
  check: context => context.manifests.sidecars.flatMap(at => {
    // On Fargate the host network is an error by itself, with another remedy.
    const cause = outsideClusterDns(isOnFargate(at, context) ? { ...at.pod, hostNetwork: false } : at.pod);
    return cause === undefined ? [] : fargateAgents(at.pod).flatMap(agent => {
      const url = literalEnv(agent, 'DD_CLUSTER_AGENT_URL');
      return !url || !isServiceName(hostOf(url)) ? [] : [{
        at,
        reason: `DD_CLUSTER_AGENT_URL of the container '${agent.name}' is '${url}', and ${cause}, so the pod asks its node's DNS, which knows no Services`,
        remedy: `Set 'dnsPolicy: ${at.pod.hostNetwork ? 'ClusterFirstWithHostNet' : 'ClusterFirst'}'; where the pod must keep what it has, as CoreDNS must, give the platform the 'serviceCidr' of the cluster, or the Cluster Agent a 'fixedAddress', and its Agent gets that address; by hand, write the clusterIP of a Service that always has it: https://<clusterIP>:${CLUSTER_AGENT.port}`,
      }];
    });
  }),
};

function hostOf(url: string): string {
  return url.replace(/^.*?:\/\//, '').replace(/[:/].*/s, '');
}

function isServiceName(host: string): boolean {
  return /\.svc(\.|$)/.test(host);
}
