import type { Container } from 'kubernetes-types/core/v1';
import { NO_HOST_AGENT_ON_FARGATE } from '../../facts/node-connection';
import { hostAddresses } from '../../manifest/client-address';
import { allContainers, isFargateAgent } from '../../manifest/containers';
import { LocatedPods } from '../../manifest/manifest-set';
import { isDatadogs } from '../../manifest/node-agents';
import { fargatePods } from '../fargate-pods';
import { Rule } from '../rule';
import { quoted } from '../words';

export const noAgentOfTheNode: Rule = {
  id: 'fargate/no-agent-of-the-node',
  severity: 'warning',
  title: 'No pod on Fargate sends traces or metrics to an Agent of its node.',
  link: NO_HOST_AGENT_ON_FARGATE.source,
  check: context => fargatePods(context).filter(at => !isDatadogs(at)).flatMap(at => applications(at).flatMap(container => {
    const names = [...new Set(hostAddresses(container).map(({ env }) => env))];
    return names.length === 0 ? [] : [{
      at,
      reason: `${quoted(names)} of the container '${container.name}' ${names.length === 1 ? 'leads' : 'lead'} to the address of the node, status.hostIP, where on Fargate no Agent listens`,
      remedy: `Remove ${names.length === 1 ? 'it' : 'them'}: datadog.instrument(...) points the container at the socket of the Agent in its pod; where ports are on, write localhost`,
    }];
  })),
};

function applications({ pod }: LocatedPods): Container[] {
  return allContainers(pod).filter(container => !isFargateAgent(container));
}
