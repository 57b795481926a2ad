import { PAGES } from '../../facts/pages';
import { allContainers, fargateAgents, literalEnv } from '../../manifest/containers';
import { foreignNameservers } from '../../manifest/foreign-nameservers';
import { LocatedPods } from '../../manifest/manifest-set';
import { serviceOfNodeAgent } from '../../manifest/node-agents';
import { Rule } from '../rule';
import { quoted } from '../words';

export const nameserversKnowServices: Rule = {
  id: 'sidecar/nameservers-know-services',
  severity: 'error',
  title: 'A pod that reaches an Agent by the name of a Service asks a nameserver that knows Services.',
  link: PAGES.podDns.source,
  check: ({ manifests, serviceCidr }) => manifests.pods.flatMap(at => {
    const foreign = foreignNameservers(at.pod, serviceCidr);
    const service = foreign.length === 0 ? undefined : serviceNamedBy(at);
    return service === undefined ? [] : [{
      at,
      reason: `'dnsPolicy' is None, and ${foreign.length === 1 ? 'the nameserver' : 'the nameservers'} ${quoted(foreign)} of the pod ${foreign.length === 1 ? 'is' : 'are'} outside the cluster and ${foreign.length === 1 ? 'does' : 'do'} not know '${service}'`,
      remedy: "Remove 'dnsPolicy': the pod then asks the DNS of the cluster, and the nameservers of 'dnsConfig' after it; or name the nameserver of the cluster first",
    }];
  }),
};

function serviceNamedBy({ pod }: LocatedPods): string | undefined {
  const names = [
    ...fargateAgents(pod).map(agent => /^https?:\/\/([^:/]+)/.exec(literalEnv(agent, 'DD_CLUSTER_AGENT_URL') ?? '')?.[1]),
    ...allContainers(pod).map(serviceOfNodeAgent),
  ];
  return names.find(name => name !== undefined && /\.svc(\.|$)/.test(name));
}
