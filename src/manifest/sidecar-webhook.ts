import type { Container } from 'kubernetes-types/core/v1';
import { allContainers, envValue } from './containers';
import { podLabelsOf } from './fargate-reach';
import { selectorMatches } from './label-selector';
import { namespaceOf } from './manifest';
import { LocatedPods, ManifestSet } from './manifest-set';
import { isObject } from './objects-in';
import { oncePer } from '../base/once-per';
import { NAMESPACE_NAME_LABEL } from '../facts/labels';
import { WEBHOOK_LABEL } from '../facts/sidecar';
import { SIDECAR_WEBHOOK } from '../facts/sidecar-injection';

const PREFIX = 'DD_ADMISSION_CONTROLLER_AGENT_SIDECAR';

/** A Cluster Agent that is told to add Agents to pods. */
export interface SidecarWebhook {
  readonly at: LocatedPods;
  /** Nothing where it is left out. */
  readonly provider: string;
  /** Undefined where it is no list in JSON. */
  readonly selectors?: readonly unknown[];
  readonly profiles?: readonly unknown[];
}

/** The Cluster Agents among the manifests, whoever wrote them, that add Agents to pods. */
export const sidecarWebhooks = oncePer(({ pods }: ManifestSet): readonly SidecarWebhook[] =>
  pods.flatMap(at => allContainers(at.pod).filter(c => envValue(c, `${PREFIX}_ENABLED`) === 'true').map(container => ({
    at,
    provider: envValue(container, `${PREFIX}_PROVIDER`) ?? '',
    selectors: list(container, `${PREFIX}_SELECTORS`),
    profiles: list(container, `${PREFIX}_PROFILES`),
  }))));

/** The one selector; undefined where the label of the provider counts. */
export function webhookSelector({ selectors = [] }: SidecarWebhook): unknown {
  return selectors.length > 0 ? selectors[0] : undefined;
}

/** A selector chooses by what it says; one that is left out, or null, or empty, chooses everything. */
export function choosesAll(selector: unknown): boolean {
  return !isObject(selector) || Object.values(selector).every((part: unknown) => part === null || (typeof part === 'object' && Object.keys(part).length === 0));
}

/** The webhook adds an Agent to the pods of the workload, as far as the manifests tell. */
export function webhookInjects(webhook: SidecarWebhook, workload: LocatedPods, manifests: ManifestSet): boolean {
  const labels = podLabelsOf(workload);
  const selector = webhookSelector(webhook);
  if (selector === undefined) {
    return webhook.provider === SIDECAR_WEBHOOK.provider && labels[WEBHOOK_LABEL.name] === webhook.provider;
  }
  const { objectSelector, namespaceSelector } = (isObject(selector) ? selector : {}) as { objectSelector?: unknown; namespaceSelector?: unknown };
  const name = namespaceOf(workload.manifest);
  const namespace = manifests.namespaceNamed(name);
  const known = { labels: { ...namespace?.metadata?.labels, [NAMESPACE_NAME_LABEL.name]: name }, all: namespace !== undefined };
  return (choosesAll(objectSelector) || selectorMatches(objectSelector, { labels, all: true }))
    && (choosesAll(namespaceSelector) || selectorMatches(namespaceSelector, known));
}

function list(container: Container, name: string): readonly unknown[] | undefined {
  const text = envValue(container, name);
  if (text === undefined) return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
