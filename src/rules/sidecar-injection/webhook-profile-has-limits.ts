import { PAGES } from '../../facts/pages';
import { isObject } from '../../manifest/objects-in';
import { sidecarWebhooks } from '../../manifest/sidecar-webhook';
import { Rule } from '../rule';

export const webhookProfileHasLimits: Rule = {
  id: 'sidecar-injection/webhook-profile-has-limits',
  severity: 'error',
  title: 'A profile for Agents in pods that requests resources limits them as well.',
  link: PAGES.sidecarWebhook.source,
  check: ({ manifests }) => sidecarWebhooks(manifests)
    .filter(({ profiles = [] }) => profiles.some(isWithoutLimits))
    .map(({ at }) => ({
      at,
      reason: "the profile in DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_PROFILES has 'resources' without 'limits', and then none of them counts, without a word",
      remedy: "Write 'limits' beside 'requests', with the same values, as Fargate wants them",
    })),
};

function isWithoutLimits(profile: unknown): boolean {
  const resources: unknown = isObject(profile) && (profile as { resources?: unknown }).resources;
  return isObject(resources) && Object.keys(resources).length > 0 && !isObject((resources as { limits?: unknown }).limits);
}
