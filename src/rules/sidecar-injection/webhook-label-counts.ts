import { PAGES } from '../../facts/pages';
import { WEBHOOK_LABEL } from '../../facts/sidecar';
import { podLabelsOf } from '../../manifest/fargate-reach';
import { sidecarWebhooks, webhookInjects } from '../../manifest/sidecar-webhook';
import { Rule } from '../rule';

export const webhookLabelCounts: Rule = {
  id: 'sidecar-injection/webhook-label-counts',
  severity: 'error',
  title: "A pod that asks Datadog's webhook for an Agent by its label gets one.",
  link: PAGES.sidecarWebhook.source,
  check: ({ manifests, complete }) => {
    const webhooks = sidecarWebhooks(manifests);
    if (!complete || webhooks.length === 0) return [];
    return manifests.pods
      .filter(workload => podLabelsOf(workload)[WEBHOOK_LABEL.name] === WEBHOOK_LABEL.value)
      .filter(workload => !webhooks.some(webhook => webhookInjects(webhook, workload, manifests)))
      .map(at => ({
        at,
        reason: `the pods have the label '${WEBHOOK_LABEL.name}: ${WEBHOOK_LABEL.value}', and the selector of the webhook, which stands in place of that label, leaves them out: their labels or their namespace`,
        remedy: "Name the namespace in 'namespaces' and the label in 'podLabels' of datadog.injectAtAdmission(...), or remove the label",
      }));
  },
};
