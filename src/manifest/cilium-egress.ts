import { podLabelsOf } from './fargate-reach';
import { selectorMatches } from './label-selector';
import { groupOf, Manifest, namespaceOf } from './manifest';
import { LocatedPods, ManifestSet } from './manifest-set';
import { isObject, objectsIn } from './objects-in';
import { CILIUM_EGRESS } from '../facts/network';

/** What one rule set of a policy of Cilium says about the way out of pods. */
export interface CiliumEgress {
  readonly policy: Manifest;
  /** It denies what no rule allows. */
  readonly closes: boolean;
  readonly rules: readonly any[];
  /** What is denied whatever the rules of any policy allow. */
  readonly denied: readonly any[];
}

/** The policies of Cilium that choose the pods and have something to say about their way out. */
export function ciliumEgressFor(at: LocatedPods, manifests: ManifestSet): CiliumEgress[] {
  return CILIUM_EGRESS.kinds.flatMap(kind => manifests.ofKind(kind)).map(({ manifest }) => manifest)
    .filter(policy => groupOf(policy) === CILIUM_EGRESS.group && (policy.kind !== 'CiliumNetworkPolicy' || namespaceOf(policy) === namespaceOf(at.manifest)))
    .flatMap(policy => [policy.spec, ...objectsIn<any>(policy.specs)].filter(spec => isObject(spec)).map(spec => ({ policy, spec: spec as any })))
    .filter(({ spec }) => choosesSurely(spec.endpointSelector, at))
    .map(({ policy, spec }) => ({
      policy,
      closes: spec.enableDefaultDeny?.egress ?? (objectsIn(spec.egress).length > 0 || objectsIn(spec.egressDeny).length > 0),
      rules: objectsIn<any>(spec.egress),
      denied: objectsIn<any>(spec.egressDeny),
    }))
    .filter(({ closes, rules, denied }) => closes || rules.length > 0 || denied.length > 0);
}

/** Keys may have the source of the label before them. Labels of other sources, such as that of the namespace, are not read. */
function choosesSurely(selector: unknown, at: LocatedPods): boolean {
  if (!isObject(selector)) return false;
  const { matchLabels, matchExpressions } = selector as { readonly matchLabels?: object; readonly matchExpressions?: unknown };
  const labels = Object.fromEntries(Object.entries(podLabelsOf(at)).flatMap(([key, value]) => [key, `k8s:${key}`, `any:${key}`, `k8s.${key}`, `any.${key}`].map(name => [name, value])));
  return selectorMatches({ matchLabels, matchExpressions }, { labels, all: true });
}

/** An address range may have the node in it, and a choice of pods or Services may have the Agents. Names and the world have not. */
export function ciliumMayReach(rule: any, port: number): boolean {
  const targets = Object.keys(rule).filter(field => /^to(?!Ports$|Requires$)/.test(field) && rule[field] !== undefined && rule[field] !== null);
  const ports = objectsIn<any>(rule.toPorts);
  if (targets.length === 0 && ports.length === 0) return false;
  const named = ports.flatMap(each => objectsIn<any>(each.ports));
  const allows = ports.length === 0 || named.length === 0 || named.some(({ port: first, endPort }) => !(Number(first) > 0)
    || (Number(first) <= port && port <= Math.max(Number(first), Number(endPort ?? 0))));
  return allows && (targets.length === 0 || targets.some(field => field === 'toEntities'
    ? [rule.toEntities].flat().some((entity: unknown) => CILIUM_EGRESS.nodes.includes(String(entity)))
    : field !== 'toFQDNs'));
}

/** The node of the pod is named as an entity, alone in its entry, with the port or without any. */
export function ciliumSurelyDenies(rule: any, port: number): boolean {
  const others = Object.keys(rule).filter(field => field !== 'toEntities' && field !== 'toPorts' && rule[field] !== undefined && rule[field] !== null);
  const ports = objectsIn<any>(rule.toPorts).flatMap(each => objectsIn<any>(each.ports));
  return others.length === 0
    && [rule.toEntities].flat().some((entity: unknown) => CILIUM_EGRESS.nodes.includes(String(entity)))
    && (objectsIn(rule.toPorts).length === 0 || ports.some(({ port: first, endPort, protocol }) => [undefined, 'ANY', port === 8125 ? 'UDP' : 'TCP'].includes(protocol)
      && Number(first) <= port && port <= Math.max(Number(first), Number(endPort ?? 0))));
}
