import type { NodeSelectorTerm, PodSpec } from 'kubernetes-types/core/v1';
import { selectorMatches } from './label-selector';
import { isObject, objectsIn } from './objects-in';
import { toleratesTaint } from './tolerations';
import { FARGATE_NODE, FARGATE_NODE_LABELS } from '../facts/fargate';

const LABELS: { readonly [name: string]: string } = { ...FARGATE_NODE_LABELS.values, [FARGATE_NODE.key]: FARGATE_NODE.value };

/** Pods of a DaemonSet that are like this are made for Fargate nodes too: they tolerate the taint and choose no other nodes. */
export function admitsFargateNodes({ tolerations, nodeSelector, affinity }: PodSpec): boolean {
  const terms = objectsIn(affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms);
  return objectsIn(tolerations).some(t => toleratesTaint(t, FARGATE_NODE))
    && fits({ matchLabels: isObject(nodeSelector) ? nodeSelector : {} })
    && (terms.length === 0 || terms.some(isFor));
}

/** Fields of a node are its name, and nobody names one of Fargate; a term that says nothing matches nothing. */
function isFor({ matchExpressions, matchFields }: NodeSelectorTerm): boolean {
  return objectsIn(matchFields).length === 0 && objectsIn(matchExpressions).length > 0 && fits({ matchExpressions });
}

/** Labels whose value differs from node to node may match. */
function fits({ matchLabels, matchExpressions }: { readonly matchLabels?: object; readonly matchExpressions?: unknown }): boolean {
  const varies = (key: string) => FARGATE_NODE_LABELS.varying.includes(key);
  const labels = Object.fromEntries(Object.entries(matchLabels ?? {}).filter(([key]) => !varies(key)));
  const expressions = objectsIn(matchExpressions as ReadonlyArray<{ readonly key?: string }> | undefined).filter(({ key = '' }) => !varies(key));
  return selectorMatches({ matchLabels: labels, matchExpressions: expressions }, { labels: LABELS, all: true });
}
