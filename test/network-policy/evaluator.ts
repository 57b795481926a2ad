import { BlockList, isIP } from 'node:net';

/** An end of a connection: a pod, or something outside with an address. */
export interface End {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: { readonly [name: string]: string };
  readonly ip?: string;
  /** What Cilium knows the address as. */
  readonly entity?: string;
  readonly host?: string;
}

type Json = any;
export type Evaluator = (policies: Json[], from: End, to: End, port: number, protocol: 'TCP' | 'UDP') => boolean;

const has = (labels: { readonly [name: string]: string } = {}, selector: Json = {}): boolean =>
  Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value)
  && (selector.matchExpressions ?? []).every(({ key, operator, values }: Json) => {
    if (operator !== 'In') throw new Error(`operator ${operator}`);
    return values.includes(labels[key]);
  });

function inBlock(ip: string | undefined, cidr: string): boolean {
  if (!ip || !isIP(ip)) return false;
  const [address, length] = cidr.split('/');
  const list = new BlockList();
  list.addSubnet(address, Number(length));
  return list.check(ip);
}

/** What no policy selects is open; what one selects is closed but for what some policy allows. */
function evaluate(
  policies: Json[],
  selects: (policy: Json) => boolean,
  rules: (policy: Json) => Json[] | undefined,
  allows: (rule: Json, policy: Json) => boolean,
) {
  const selecting = policies.filter(policy => selects(policy) && rules(policy));
  return selecting.length === 0 || selecting.some(policy => rules(policy)!.some(rule => allows(rule, policy)));
}

/** NetworkPolicy of networking.k8s.io/v1, as its API reference describes it. */
export const kubernetes: Evaluator = (policies, from, to, port, protocol) => {
  const selects = (end: End) => ({ metadata, spec }: Json) => metadata.namespace === end.namespace && has(end.labels, spec.podSelector);
  const ofType = (type: string, field: string) => ({ spec }: Json) => spec.policyTypes.includes(type) ? spec[field] ?? [] : undefined;
  const ports = (rule: Json) => rule.ports === undefined || rule.ports.some((p: Json) => p.port === port && p.protocol === protocol);
  const matches = (peers: Json[] | undefined, end: End, own: string) => peers === undefined || peers.some(peer => {
    if (peer.ipBlock) return inBlock(end.ip, peer.ipBlock.cidr);
    if (end.namespace === undefined) return false;
    const namespace = peer.namespaceSelector ? has({ 'kubernetes.io/metadata.name': end.namespace }, peer.namespaceSelector) : end.namespace === own;
    return namespace && has(end.labels, peer.podSelector);
  });
  return evaluate(policies, selects(from), ofType('Egress', 'egress'), (rule, p) => ports(rule) && matches(rule.to, to, p.metadata.namespace))
    && evaluate(policies, selects(to), ofType('Ingress', 'ingress'), (rule, p) => ports(rule) && matches(rule.from, from, p.metadata.namespace));
};

const NAMESPACE = 'k8s:io.kubernetes.pod.namespace';

/** CiliumNetworkPolicy of cilium.io/v2, as far as the library writes it. */
export const cilium: Evaluator = (policies, from, to, port, protocol) => {
  const selects = (end: End) => ({ metadata, spec }: Json) => metadata.namespace === end.namespace && has(end.labels, spec.endpointSelector);
  const ports = ({ toPorts }: Json) => toPorts === undefined
    || toPorts.some((t: Json) => t.ports.some((p: Json) => p.port === String(port) && p.protocol === protocol));
  const endpoint = (selectors: Json[], end: End, own: string) => end.namespace !== undefined && selectors.some(selector => {
    const labels = { ...selector.matchLabels };
    const namespace = labels[NAMESPACE] ?? own;
    delete labels[NAMESPACE];
    return end.namespace === namespace && has(end.labels, { matchLabels: labels });
  });
  const name = ({ matchName, matchPattern }: Json, host = '') => matchName === host
    || (matchPattern !== undefined && new RegExp(`^${matchPattern.replace(/\./g, '\\.').replace(/\*/g, '[-a-zA-Z0-9_]*')}$`).test(host));
  const matches = (rule: Json, end: End, own: string) => {
    const peers = Object.keys(rule).filter(key => key !== 'toPorts');
    return peers.length === 0 || peers.some(key => {
      switch (key) {
        case 'fromEndpoints': case 'toEndpoints': return endpoint(rule[key], end, own);
        case 'toEntities': return rule[key].includes('all') || (end.entity !== undefined && rule[key].includes(end.entity));
        case 'toCIDR': return rule[key].some((cidr: string) => inBlock(end.ip, cidr));
        case 'toFQDNs': return rule[key].some((f: Json) => name(f, end.host));
        default: throw new Error(`peer ${key}`);
      }
    });
  };
  return evaluate(policies, selects(from), p => p.spec.egress, (rule, p) => ports(rule) && matches(rule, to, p.metadata.namespace))
    && evaluate(policies, selects(to), p => p.spec.ingress, (rule, p) => ports(rule) && matches(rule, from, p.metadata.namespace));
};
