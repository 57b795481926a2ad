import { PAGES } from '../../facts/pages';
import { SIDECAR, WEBHOOK_LABEL } from '../../facts/sidecar';
import { fargateAgents } from '../../manifest/containers';
import { Rule } from '../rule';

export const notAlsoByWebhook: Rule = {
  id: 'sidecar/not-also-by-webhook',
  severity: 'error',
  title: "A pod that has the Agent does not also carry the label for which Datadog's webhook adds one.",
  link: PAGES.sidecarWebhook.source,
  check: ({ manifests }) => manifests.sidecars
    .filter(at => at.template.metadata?.labels?.[WEBHOOK_LABEL.name] === WEBHOOK_LABEL.value)
    .map(at => {
      const [agent] = fargateAgents(at.pod);
      // The webhook knows its own container by name.
      const effect = agent.name === SIDECAR.containerName ? 'changes its container' : 'adds a second Agent';
      return {
        at,
        reason: `the pod has an Agent, the container '${agent.name}', and the label '${WEBHOOK_LABEL.name}: ${WEBHOOK_LABEL.value}', for which Datadog's webhook ${effect}`,
        remedy: 'Remove the label from the pod template, or leave the Agent to the webhook and the workload out of datadog.instrument(...)',
      };
    }),
};
