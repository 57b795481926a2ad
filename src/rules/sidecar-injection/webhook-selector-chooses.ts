import { PAGES } from '../../facts/pages';
import { isObject } from '../../manifest/objects-in';
import { choosesAll, sidecarWebhooks, webhookSelector } from '../../manifest/sidecar-webhook';
import { Rule } from '../rule';

export const webhookSelectorChooses: Rule = {
  id: 'sidecar-injection/webhook-selector-chooses',
  severity: 'error',
  title: 'The selector of a Cluster Agent that adds Agents to pods does not choose every pod of the cluster.',
  link: PAGES.sidecarWebhook.source,
  check: ({ manifests }) => sidecarWebhooks(manifests)
    .map(webhook => ({ at: webhook.at, selector: webhookSelector(webhook) }))
    .filter(({ selector }) => selector !== undefined && choosesEverything(selector))
    .map(({ at }) => ({
      at,
      reason: 'the selector in DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_SELECTORS has neither an objectSelector nor a namespaceSelector with anything in it, as after a wrong indent, so it chooses every pod of the cluster',
      remedy: 'Write labels or expressions in objectSelector, in namespaceSelector, or in both',
    })),
};

function choosesEverything(selector: unknown): boolean {
  if (!isObject(selector)) return true;
  const { objectSelector, namespaceSelector } = selector as { objectSelector?: unknown; namespaceSelector?: unknown };
  return choosesAll(objectSelector) && choosesAll(namespaceSelector);
}
