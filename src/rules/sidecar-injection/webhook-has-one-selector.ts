import { PAGES } from '../../facts/pages';
import { SIDECAR_WEBHOOK } from '../../facts/sidecar-injection';
import { sidecarWebhooks } from '../../manifest/sidecar-webhook';
import { Rule } from '../rule';

export const webhookHasOneSelector: Rule = {
  id: 'sidecar-injection/webhook-has-one-selector',
  severity: 'error',
  title: 'A Cluster Agent that adds Agents to pods chooses them with one selector, or by the label.',
  link: PAGES.sidecarWebhook.source,
  check: ({ manifests }) => sidecarWebhooks(manifests)
    .filter(({ selectors, provider }) => selectors === undefined || selectors.length > SIDECAR_WEBHOOK.maxSelectors || (selectors.length === 0 && provider === ''))
    .map(({ at, selectors }) => ({
      at,
      reason: `DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_SELECTORS ${selectors === undefined ? 'is no list in JSON' : selectors.length === 0 ? 'is empty without a provider' : `has ${selectors.length} selectors`}, and then the webhook is not there at all, without a word`,
      remedy: 'Write one selector, in a list, or leave it out with the provider fargate, whose label then counts',
    })),
};
