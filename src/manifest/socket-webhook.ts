import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { allContainers, literalEnv } from './containers';
import { selectorMatches } from './label-selector';
import { isObject, objectsIn } from './objects-in';
import { ADMISSION_LABEL, CONFIG_MODE_LABEL } from '../facts/admission-controller';
import { NEVER_INSTRUMENTED } from '../facts/apm-instrumentation';
import { WEBHOOK_LABEL } from '../facts/sidecar';

/** What is known of a pod when it is made. */
interface NewPod {
  readonly namespace: string | undefined;
  readonly labels: { readonly [name: string]: string };
}

/** The Cluster Agent in the pod whose webhook gives pods a folder of their node with sockets; undefined where there is none. */
export function socketWebhook(pod: PodSpec): Container | undefined {
  return allContainers(pod).find(c => literalEnv(c, 'DD_ADMISSION_CONTROLLER_ENABLED') === 'true'
    && literalEnv(c, 'DD_ADMISSION_CONTROLLER_INJECT_CONFIG_ENABLED') !== 'false'
    && literalEnv(c, 'DD_ADMISSION_CONTROLLER_INJECT_CONFIG_MODE') === 'socket');
}

/** Why the webhook gives them to this pod, as the end of a sentence; undefined where it does not, or nobody can tell. */
export function whyItGetsSockets(clusterAgent: Container, pod: NewPod): string | undefined {
  const { labels } = pod;
  const mode = labels[CONFIG_MODE_LABEL.name];
  // Where the webhook adds an Agent to a Fargate pod, it takes the folder out again.
  if (labels[WEBHOOK_LABEL.name] === WEBHOOK_LABEL.value || (mode !== undefined && mode !== 'socket')) return undefined;
  const asked = labels[ADMISSION_LABEL.name];
  if (asked === 'false') return undefined;
  if (asked === 'true') return `the label '${ADMISSION_LABEL.name}: "true"' asks for`;
  if (isInstrumented(clusterAgent, pod)) return 'DD_APM_INSTRUMENTATION_ENABLED is for';
  if (literalEnv(clusterAgent, 'DD_ADMISSION_CONTROLLER_MUTATE_UNLABELLED') === 'true') return 'DD_ADMISSION_CONTROLLER_MUTATE_UNLABELLED is for';
  return undefined;
}

/** A pod that gets tracing libraries is told of its Agent as well. */
function isInstrumented(clusterAgent: Container, { namespace = 'default', labels }: NewPod): boolean {
  const list = (name: string) => json(literalEnv(clusterAgent, `DD_APM_INSTRUMENTATION_${name}`)) ?? [];
  if (literalEnv(clusterAgent, 'DD_APM_INSTRUMENTATION_ENABLED') !== 'true' || NEVER_INSTRUMENTED.names.includes(namespace)) return false;
  const [enabled, disabled, targets] = [list('ENABLED_NAMESPACES'), list('DISABLED_NAMESPACES'), list('TARGETS')];
  if (disabled.includes(namespace) || (enabled.length > 0 && !enabled.includes(namespace))) return false;
  return targets.length === 0 || objectsIn<any>(targets).some(target => matches(target, namespace, labels));
}

/** Labels of namespaces are not known, so a target that chooses by them counts for none. */
function matches({ namespaceSelector, podSelector }: any, namespace: string, labels: NewPod['labels']): boolean {
  const names = isObject(namespaceSelector) ? (namespaceSelector as { matchNames?: unknown }).matchNames : undefined;
  const anywhere = !isObject(namespaceSelector) || Object.keys(namespaceSelector).length === 0;
  const inNamespace = anywhere || (Array.isArray(names) && names.includes(namespace));
  return inNamespace && (!isObject(podSelector) || selectorMatches(podSelector, { labels, all: true }));
}

function json(text: string | undefined): any[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text ?? '');
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
