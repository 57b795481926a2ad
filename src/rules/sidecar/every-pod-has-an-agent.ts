import { PAGES } from '../../facts/pages';
import { SIDECAR, WEBHOOK_LABEL } from '../../facts/sidecar';
import { podLabelsOf } from '../../manifest/fargate-reach';
import { injects } from '../../manifest/injection-match';
import { isDatadogs } from '../../manifest/node-agents';
import { isForWindows } from '../../manifest/pod-os';
import { sidecarWebhooks, webhookInjects } from '../../manifest/sidecar-webhook';
import { Rule } from '../rule';

export const everyPodHasAnAgent: Rule = {
  id: 'sidecar/every-pod-has-an-agent',
  severity: 'warning',
  title: 'On a cluster of Fargate alone, every workload of the app has an Agent.',
  link: PAGES.fargateSidecar.source,
  check: context => {
    const { manifests, platform, complete, sidecarInjections = [] } = context;
    // Where there are nodes as well, placement/covered-once tells.
    if (!complete || !platform || platform.nodes || platform.fargate === 'none') return [];
    const webhooks = sidecarWebhooks(manifests);
    const covered = new Set(manifests.sidecars);
    return manifests.pods
      // A DaemonSet and a pod for Windows do not run here, and the label of the webhook has a rule of its own.
      .filter(at => at.manifest.kind !== 'DaemonSet' && !isForWindows(at.pod) && !covered.has(at) && !isDatadogs(at) && !Object.hasOwn(podLabelsOf(at), WEBHOOK_LABEL.name))
      .filter(at => !sidecarInjections.some(({ match }) => injects(match, at)) && !webhooks.some(webhook => webhookInjects(webhook, at, manifests)))
      .map(at => ({
        at,
        reason: `its pods have no container '${SIDECAR.containerName}', and on Fargate no other Agent reaches them: nothing observes them`,
        remedy: 'Give it to datadog.instrument(...), or accept it with Findings.acknowledge(...)',
      }));
  },
};
