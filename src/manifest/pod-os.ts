import type { NodeSelectorRequirement, PodSpec } from 'kubernetes-types/core/v1';
import { allContainers } from './containers';
import { selectorMatches } from './label-selector';
import { isObject, objectsIn } from './objects-in';
import { FORMER_NODE_OS_LABEL, NODE_OS_LABEL, WINDOWS_BUILD_LABEL } from '../facts/labels';

type Labels = { readonly [label: string]: unknown };

/** The node labels that a RuntimeClass of the app demands, by the name of the class; undefined where the app has no such class. */
export type NodeSelectorOfRuntimeClass = (name: string) => Labels | undefined;

/** Labels by which a node tells its operating system. */
const OS_LABELS: readonly string[] = [NODE_OS_LABEL.name, FORMER_NODE_OS_LABEL.name, WINDOWS_BUILD_LABEL.name];
const LINUX = { [NODE_OS_LABEL.name]: NODE_OS_LABEL.linux, [FORMER_NODE_OS_LABEL.name]: NODE_OS_LABEL.linux };
const WINDOWS = { [NODE_OS_LABEL.name]: NODE_OS_LABEL.windows, [FORMER_NODE_OS_LABEL.name]: NODE_OS_LABEL.windows };

/**
 * True where the pods can run on Windows nodes alone. `spec.os.name` decides where it is set. Otherwise the labels of
 * nodes that the pods demand decide: in `nodeSelector`, in required terms of `nodeAffinity`, or in their RuntimeClass; and
 * after those, settings for Windows. A toleration chooses no node.
 */
export function isForWindows(pod: PodSpec, nodeSelectorOf: NodeSelectorOfRuntimeClass = () => undefined): boolean {
  const os: unknown = pod.os?.name;
  if (typeof os === 'string' && os !== '') return os === NODE_OS_LABEL.windows;
  const selectors = [pod.nodeSelector, pod.runtimeClassName ? nodeSelectorOf(pod.runtimeClassName) : undefined]
    .filter((selector): selector is NonNullable<typeof selector> => isObject(selector));
  return admits(pod, selectors, 'windows') && (!admits(pod, selectors, 'linux') || hasWindowsOptions(pod));
}

function admits({ affinity }: PodSpec, selectors: readonly Labels[], os: 'linux' | 'windows'): boolean {
  const required = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  const terms = objectsIn(required?.nodeSelectorTerms);
  return selectors.every(selector => Object.entries(selector).every(([key, value]) => meets({ key, operator: 'In', values: [value as string] }, os)))
    // One term is enough, and a term that demands nothing chooses nothing. By a name of a node, it may be any.
    && (terms.length === 0 || terms.some(({ matchExpressions, matchFields }) =>
      objectsIn(matchExpressions).length + objectsIn(matchFields).length > 0 && objectsIn(matchExpressions).every(each => meets(each, os))));
}

/** A node with this operating system may meet it, whatever its other labels are. */
function meets(requirement: NodeSelectorRequirement, os: 'linux' | 'windows'): boolean {
  const { key, operator } = requirement;
  if (!OS_LABELS.includes(key)) return true;
  // Which build of Windows a node has, no manifest tells.
  if (os === 'windows' && key === WINDOWS_BUILD_LABEL.name) return operator !== 'DoesNotExist';
  return selectorMatches({ matchExpressions: [requirement] }, { labels: os === 'windows' ? WINDOWS : LINUX, all: true });
}

/** Settings that mean nothing on Linux, where the pod or a container has some. */
function hasWindowsOptions(pod: PodSpec): boolean {
  return [pod, ...allContainers(pod)].some(({ securityContext }) => {
    const options: unknown = isObject(securityContext) ? securityContext.windowsOptions : undefined;
    return isObject(options) && Object.values(options).some(Boolean);
  });
}
