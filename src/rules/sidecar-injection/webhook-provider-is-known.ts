import { PAGES } from '../../facts/pages';
import { SIDECAR_WEBHOOK } from '../../facts/sidecar-injection';
import { sidecarWebhooks } from '../../manifest/sidecar-webhook';
import { Rule } from '../rule';

export const webhookProviderIsKnown: Rule = {
  id: 'sidecar-injection/webhook-provider-is-known',
  severity: 'error',
  title: 'A Cluster Agent that adds Agents to pods is told of a provider that it knows.',
  link: PAGES.sidecarWebhook.source,
  check: ({ manifests }) => sidecarWebhooks(manifests)
    .filter(({ provider }) => provider !== '' && provider !== SIDECAR_WEBHOOK.provider)
    .map(({ at, provider }) => ({
      at,
      reason: `DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_PROVIDER is '${provider}', which the webhook does not know, and then it is not there at all, without a word`,
      remedy: `Write '${SIDECAR_WEBHOOK.provider}'`,
    })),
};
