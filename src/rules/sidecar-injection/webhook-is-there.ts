import { PAGES } from '../../facts/pages';
import { WEBHOOK_LABEL } from '../../facts/sidecar';
import { clusterAgents } from '../../manifest/cluster-agents';
import { fargateAgents } from '../../manifest/containers';
import { podLabelsOf } from '../../manifest/fargate-reach';
import { injects } from '../../manifest/injection-match';
import { ManifestSet } from '../../manifest/manifest-set';
import { sidecarWebhooks } from '../../manifest/sidecar-webhook';
import { Rule } from '../rule';

export const webhookIsThere: Rule = {
  id: 'sidecar-injection/webhook-is-there',
  severity: 'error',
  title: "A pod that asks Datadog's webhook for an Agent by its label is in a cluster whose Cluster Agent has that webhook.",
  link: PAGES.sidecarWebhook.source,
  check: ({ manifests, sidecarInjections = [] }) => (isOff(manifests) ? manifests.pods : [])
    .filter(at => Object.hasOwn(podLabelsOf(at), WEBHOOK_LABEL.name) && fargateAgents(at.pod).length === 0)
    .filter(at => !sidecarInjections.some(({ match }) => injects(match, at)))
    .map(at => ({
      at,
      reason: `the pods ask for an Agent by the label '${WEBHOOK_LABEL.name}', and the webhook of the Cluster Agent that would add it is off, so they get none`,
      remedy: 'Give the workload to datadog.instrument(...), which needs no webhook, or turn the webhook on with datadog.injectAtAdmission({ via: InjectionMethod.datadogWebhook(), ... }); or remove the label',
    })),
};

/** There is a Cluster Agent, and none of them adds Agents. */
function isOff(manifests: ManifestSet): boolean {
  return clusterAgents(manifests).length > 0 && sidecarWebhooks(manifests).length === 0;
}
