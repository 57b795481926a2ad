import { Checked, ClusterScope } from './cluster-scope';
import { ManifestHook } from './manifest-hook';
import { KNATIVE } from '../facts/knative';
import { fargateAgents } from '../manifest/containers';
import { injects } from '../manifest/injection-match';
import { flatten, groupOf, Manifest, nameOf } from '../manifest/manifest';
import { connectedToNodeAgents, isDatadogs } from '../manifest/node-agents';
import { makesOtherPods } from '../manifest/pod-makers';
import { isForWindows } from '../manifest/pod-os';
import { podTemplateOf } from '../manifest/pod-template';
import { isOnFargate } from '../rules/fargate-pods';
import { RuleContext } from '../rules/rule';

/**
 * What makes pods in the targets of a cluster and is left as it is, by kind, namespace and name: kinds that nothing is added to,
 * DaemonSets where there are no nodes, pods for Windows, and pods on Fargate without an Agent.
 */
export function withoutAgent({ targets }: ClusterScope, checked: readonly Checked[], context: RuleContext): string[] {
  const connected = new Set(connectedToNodeAgents(context.manifests).map(({ manifest }) => manifest));
  const left = checked.flatMap(({ object, manifest, delivered }) => {
    const mine = targets.filter(({ construct }) => object.node.scopes.includes(construct));
    if (mine.length === 0 || delivered || ManifestHook.of(object).isOurs(object)) return [];
    const chosen = flatten(manifest).filter(one => mine.some(({ selects }) => selects?.(one) ?? true));
    return chosen.filter(one => !connected.has(one) && hasNone(one, context)).map(nameOf);
  });
  return [...new Set(left)].sort();
}

function hasNone(manifest: Manifest, context: RuleContext): boolean {
  const template = podTemplateOf(manifest);
  if (!template) return makesOtherPods(manifest) || (manifest.kind === KNATIVE.kind && groupOf(manifest) === KNATIVE.group);
  const at = { path: '', manifest, template, pod: template.spec, namespace: manifest.metadata?.namespace };
  if (isDatadogs(at) || fargateAgents(at.pod).length > 0) return false;
  if (context.sidecarInjections?.some(({ match }) => injects(match, at))) return false;
  return isForWindows(at.pod) || !context.platform?.nodes || isOnFargate(at, context);
}
