import { NETWORK_POLICY } from '../../facts/network';
import { ciliumEgressFor, ciliumMayReach, ciliumSurelyDenies } from '../../manifest/cilium-egress';
import { hostAddresses } from '../../manifest/client-address';
import { allContainers, envOf } from '../../manifest/containers';
import { podLabelsOf } from '../../manifest/fargate-reach';
import { selectorMatches } from '../../manifest/label-selector';
import { groupOf, Manifest, namespaceOf } from '../../manifest/manifest';
import { LocatedPods, ManifestSet } from '../../manifest/manifest-set';
import { connectedToNodeAgents, nodeAgents, serviceOfNodeAgent } from '../../manifest/node-agents';
import { isObject, objectsIn } from '../../manifest/objects-in';
import { isOnFargate } from '../fargate-pods';
import { Breach, Rule } from '../rule';

export const egressReachesTheAgent: Rule = {
  id: 'placement/egress-reaches-the-agent',
  severity: 'warning',
  title: 'Where a NetworkPolicy or a policy of Cilium closes the way out of pods, it leaves the way to the Agent of their node open.',
  link: NETWORK_POLICY.source,
  check: context => connectedToNodeAgents(context.manifests).filter(at => !isOnFargate(at, context)).flatMap(at => {
    const ports = portsUsed(at);
    const policies = policiesFor(at, context.manifests);
    const cilium = ciliumEgressFor(at, context.manifests);
    const denying = cilium.filter(({ denied }) => byNode(at) && ports.every(port => denied.some(rule => ciliumSurelyDenies(rule, port))));
    if (denying.length > 0) return ports.length === 0 ? [] : [deniedBy(at, denying[0].policy, ports)];
    const closing = [...policies, ...cilium.filter(({ closes }) => closes).map(({ policy }) => policy)];
    if (ports.length === 0 || closing.length === 0) return [];
    const rules = policies.flatMap(policy => objectsIn<any>(policy.spec.egress));
    const shut = ports.filter(port => !rules.some(rule => mayReach(rule, port, at, context.manifests))
      && !cilium.some(({ rules: own }) => own.some(rule => ciliumMayReach(rule, port))));
    const { kind, metadata } = closing[0];
    return shut.length < ports.length ? [] : [{
      at,
      reason: `its pods send to the Agent of their node by ${shut.map(port => `port ${port}`).join(' and ')}, and the ${kind} '${metadata?.name}' lets out nothing that leads there, so traces and metrics are lost`,
      remedy: kind === 'NetworkPolicy'
        ? `Add a rule to its 'egress': { to: [{ ipBlock: { cidr: <the range of the nodes> } }], ports: [{ port: ${shut[0]}${shut[0] === 8125 ? ", protocol: 'UDP'" : ''} }] }`
        : `Add a rule to its 'egress': { toEntities: [host], toPorts: [{ ports: [{ port: '${shut[0]}', protocol: ${shut[0] === 8125 ? 'UDP' : 'TCP'} }] }] }`,
    }];
  }),
};

function deniedBy(at: LocatedPods, { kind, metadata }: Manifest, ports: readonly number[]): Breach {
  return {
    at,
    reason: `its pods send to the Agent of their node by ${ports.map(port => `port ${port}`).join(' and ')}, and 'egressDeny' of the ${kind} '${metadata?.name}' denies the way to the node whatever other policies allow, so traces and metrics are lost`,
    remedy: `Take ${ports.join(' and ')} out of the 'toPorts' of that entry, or its entity`,
  };
}

/** The pods send to the address of their node, and to no Service. */
function byNode({ pod }: LocatedPods): boolean {
  return !allContainers(pod).some(container => serviceOfNodeAgent(container) !== undefined);
}

/** Ports of the node, or of the Service of its Agent. Sockets need no way out. */
function portsUsed({ pod }: LocatedPods): number[] {
  return [...new Set(allContainers(pod).flatMap(container => {
    const byService = serviceOfNodeAgent(container) !== undefined;
    const clients = byService
      ? [...envOf(container, 'DD_TRACE_AGENT_URL') ? [] : [8126], ...envOf(container, 'DD_DOGSTATSD_URL') ? [] : [8125]]
      : hostAddresses(container).flatMap(({ port }) => port ?? []);
    return clients;
  }))];
}

/** The policies that choose the pods and close their way out but for what they list. */
function policiesFor(at: LocatedPods, manifests: ManifestSet): Manifest[] {
  return manifests.ofKind('NetworkPolicy').map(({ manifest }) => manifest)
    .filter(policy => groupOf(policy) === 'networking.k8s.io' && namespaceOf(policy) === namespaceOf(at.manifest))
    .filter(({ spec }) => Array.isArray(spec?.policyTypes) ? spec.policyTypes.includes('Egress') : objectsIn(spec?.egress).length > 0)
    .filter(({ spec }) => selectorMatches(spec.podSelector ?? {}, { labels: podLabelsOf(at), all: true }));
}

/** A range of addresses may have the nodes in it, and a choice of pods may have the Agents. */
function mayReach(rule: any, port: number, at: LocatedPods, manifests: ManifestSet): boolean {
  const ports = objectsIn<any>(rule.ports);
  const allows = ports.length === 0 || ports.some(({ port: first, endPort }) => first === undefined || typeof first === 'string' || first === port
    || (typeof endPort === 'number' && first <= port && port <= endPort));
  const peers = objectsIn<any>(rule.to);
  return allows && (peers.length === 0 || peers.some(peer => peer.ipBlock !== undefined || choosesAgents(peer, at, manifests)));
}

/** A port of the node is at its address, which no choice of pods has; the Service of the Agent leads to its pods. */
function choosesAgents({ podSelector, namespaceSelector }: any, at: LocatedPods, manifests: ManifestSet): boolean {
  if (!allContainers(at.pod).some(container => serviceOfNodeAgent(container) !== undefined)) return false;
  return nodeAgents(manifests).some(agent => {
    const inOwn = namespaceOf(agent.manifest) === namespaceOf(at.manifest);
    const namespaces = isObject(namespaceSelector)
      ? selectorMatches(namespaceSelector, namespaceLabels(namespaceOf(agent.manifest), manifests))
      : inOwn;
    return namespaces && (!isObject(podSelector) || selectorMatches(podSelector, { labels: podLabelsOf(agent), all: true }));
  });
}

function namespaceLabels(name: string, manifests: ManifestSet) {
  const namespace = manifests.namespaceNamed(name);
  return { labels: { ...namespace?.metadata?.labels, 'kubernetes.io/metadata.name': name }, all: namespace !== undefined };
}
