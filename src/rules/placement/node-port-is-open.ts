import { CLIENT_ENV } from '../../facts/node-connection';
import { PAGES } from '../../facts/pages';
import { HostAddress, hostAddresses } from '../../manifest/client-address';
import { allContainers } from '../../manifest/containers';
import { isDatadogs, nodeAgents } from '../../manifest/node-agents';
import { objectsIn } from '../../manifest/objects-in';
import { isOnFargate } from '../fargate-pods';
import { Rule } from '../rule';
import { quoted } from '../words';

export const nodePortIsOpen: Rule = {
  id: 'placement/node-port-is-open',
  severity: 'warning',
  title: 'Where pods send traces or metrics to the address of their node, the Agent has the port open there.',
  link: PAGES.nodeConnection.source,
  check: context => {
    const agents = nodeAgents(context.manifests);
    // On the host network every port of a container is one of the node.
    if (agents.length === 0 || agents.some(({ pod }) => pod.hostNetwork === true)) return [];
    const open = context.manifests.pods.filter(({ manifest }) => manifest.kind === 'DaemonSet')
      .flatMap(({ pod }) => allContainers(pod)).flatMap(c => objectsIn(c.ports)).flatMap(({ hostPort }) => hostPort ?? []);
    const pods = context.manifests.pods.filter(at => !isDatadogs(at) && !isOnFargate(at, context));
    return pods.flatMap(at => allContainers(at.pod).flatMap(container => {
      const used = shutAddresses(hostAddresses(container), open);
      if (used.length === 0) return [];
      const names = [...new Set(used.map(({ env }) => env))];
      const features = [...new Set(used.map(({ client }) => client === 'traces' ? 'features.apm.portEnabled' : 'features.dogstatsd.portEnabled'))];
      return [{
        at,
        reason: `${quoted(names)} of the container '${container.name}' ${names.length === 1 ? 'leads' : 'lead'} to ${used.map(({ port }) => `port ${port}`).join(' and ')} of the node, status.hostIP, and the node Agent opens no such port`,
        remedy: `Set ${features.map(name => `'${name}'`).join(' or ')} to true, with 'hostPorts' of nodeAgent on; or remove ${names.length === 1 ? 'the env var' : 'the env vars'} and give the workload to datadog.instrument(...), which points it at the socket of the Agent`,
      }];
    }));
  },
};

/** A URL names its port for certain. A host without a URL is for traces and metrics, and the application may send one of them alone. */
function shutAddresses(used: readonly HostAddress[], open: readonly number[]): HostAddress[] {
  const isShut = ({ port }: HostAddress) => port !== undefined && !open.includes(port);
  const byUrl = used.filter(address => isShut(address) && address.env === CLIENT_ENV[address.client].url);
  return byUrl.length > 0 ? byUrl : used.every(isShut) ? [...used] : [];
}
