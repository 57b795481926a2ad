import { FARGATE_PROFILE } from '../../facts/fargate';
import { injects } from '../../manifest/injection-match';
import { sidecarWebhooks, webhookInjects } from '../../manifest/sidecar-webhook';
import { isOnFargate } from '../fargate-pods';
import { Rule } from '../rule';

export const injectedOnFargate: Rule = {
  id: 'sidecar-injection/injected-on-fargate',
  severity: 'error',
  title: 'Where there are nodes as well, a workload that gets its Agent when its pods are made runs on Fargate.',
  link: FARGATE_PROFILE.source,
  check: context => {
    const { manifests, platform, sidecarInjections = [] } = context;
    if (!platform?.nodes) return [];
    const webhooks = sidecarWebhooks(manifests);
    return manifests.pods
      .filter(at => sidecarInjections.some(({ webhook, match }) => !webhook && injects(match, at))
        || webhooks.some(webhook => webhook.at !== at && webhookInjects(webhook, at, manifests)))
      .filter(at => !isOnFargate(at, context))
      .map(at => ({
        at,
        reason: 'it is chosen to get an Agent when its pods are made, and no Fargate profile takes them: on a node, the Agent of that node is there too, and both send the same',
        remedy: 'Choose other labels or namespaces for the injection, or give the pods what a Fargate profile asks for',
      }));
  },
};
