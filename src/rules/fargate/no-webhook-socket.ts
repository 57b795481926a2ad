import { ADMISSION_LABEL, CONFIG_INJECTION, CONFIG_MODE_LABEL } from '../../facts/admission-controller';
import { socketWebhook, whyItGetsSockets } from '../../manifest/socket-webhook';
import { fargatePods } from '../fargate-pods';
import { Rule } from '../rule';

export const noWebhookSocket: Rule = {
  id: 'fargate/no-webhook-socket',
  severity: 'error',
  title: "Datadog's webhook gives no folder of a node, with the sockets of the Agent there, to a Fargate pod.",
  link: CONFIG_INJECTION.source,
  check: context => {
    const [clusterAgent] = context.manifests.pods.flatMap(({ pod }) => socketWebhook(pod) ?? []);
    if (!clusterAgent) return [];
    return fargatePods(context).flatMap(at => {
      const why = whyItGetsSockets(clusterAgent, { namespace: at.namespace, labels: at.template.metadata?.labels ?? {} });
      return why === undefined ? [] : [{
        at,
        reason: `the pods are on Fargate, and the webhook of the Cluster Agent, in its mode 'socket', gives the pods that ${why} a hostPath volume, with which they never start`,
        remedy: `Label the pods '${CONFIG_MODE_LABEL.name}: hostip' (the Agent beside them is found by its own env vars), or '${ADMISSION_LABEL.name}: "false"', which keeps tracing libraries off as well`,
      }];
    });
  },
};
