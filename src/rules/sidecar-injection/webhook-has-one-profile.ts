import { PAGES } from '../../facts/pages';
import { SIDECAR_WEBHOOK } from '../../facts/sidecar-injection';
import { sidecarWebhooks } from '../../manifest/sidecar-webhook';
import { Rule } from '../rule';

export const webhookHasOneProfile: Rule = {
  id: 'sidecar-injection/webhook-has-one-profile',
  severity: 'error',
  title: 'A Cluster Agent that adds Agents to pods has no more than one profile for them.',
  link: PAGES.sidecarWebhook.source,
  check: ({ manifests }) => sidecarWebhooks(manifests)
    .filter(({ profiles }) => profiles === undefined || profiles.length > SIDECAR_WEBHOOK.maxProfiles)
    .map(({ at, profiles }) => ({
      at,
      reason: `DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_PROFILES ${profiles ? `has ${profiles.length} profiles` : 'is no list in JSON'}, and then the webhook is not there at all, without a word`,
      remedy: 'Write one profile, in a list, with the env vars and resources that all Agents get',
    })),
};
