import { PAGES } from '../../facts/pages';
import { SIDECAR } from '../../facts/sidecar';
import { fargateAgents } from '../../manifest/containers';
import { injects } from '../../manifest/injection-match';
import { sidecarWebhooks, webhookInjects, webhookSelector } from '../../manifest/sidecar-webhook';
import { Rule } from '../rule';

export const oneWay: Rule = {
  id: 'sidecar-injection/one-way',
  severity: 'error',
  title: 'A pod gets an Agent in one way: from the app, from one policy, or from the webhook.',
  link: PAGES.sidecarWebhook.source,
  check: ({ manifests, sidecarInjections = [] }) => {
    const webhooks = sidecarWebhooks(manifests);
    const policies = sidecarInjections.filter(({ webhook }) => !webhook);
    if (webhooks.length === 0 && policies.length === 0) return [];
    return manifests.pods.flatMap(at => {
      const agents = fargateAgents(at.pod);
      const called = webhooks.filter(webhook => webhook.at !== at && webhookInjects(webhook, at, manifests));
      const ways = [
        ...agents.length > 0 ? ['the manifests, which have it already'] : [],
        ...policies.filter(({ match }) => injects(match, at)).map(({ name }) => `the injection '${name}'`),
        ...called.length > 0 ? ["Datadog's webhook"] : [],
      ];
      // The label and an Agent in one pod is a rule of its own.
      const byLabel = ways.length === 2 && agents.length > 0 && called.length > 0 && called.every(webhook => webhookSelector(webhook) === undefined);
      return ways.length < 2 || byLabel ? [] : [{
        at,
        reason: `its pods get the Agent from ${ways.join(' and from ')}: what comes first decides what it is, and another name than '${SIDECAR.containerName}' makes two of them`,
        remedy: ways.length > 1 && agents.length > 0
          ? 'Leave the workload out of datadog.instrument(...): the injection is enough. Or choose other labels or namespaces for the injection'
          : 'Choose other labels or namespaces for all but one of them',
      }];
    });
  },
};
