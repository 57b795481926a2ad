import { PAGES } from '../../facts/pages';
import { SIDECAR_WEBHOOK } from '../../facts/sidecar-injection';
import { namespaceOf } from '../../manifest/manifest';
import { sidecarWebhooks, webhookInjects } from '../../manifest/sidecar-webhook';
import { findSecret } from '../credentials/secret-in-namespace';
import { Rule } from '../rule';
import { quoted } from '../words';

export const webhookSecretIsThere: Rule = {
  id: 'sidecar-injection/webhook-secret-is-there',
  severity: 'error',
  title: "A workload that Datadog's webhook adds an Agent to is in a namespace with the Secret that it writes.",
  link: PAGES.sidecarWebhook.source,
  check: ({ manifests, complete, promisedSecrets = [] }) => !complete ? [] : sidecarWebhooks(manifests).flatMap(webhook => manifests.pods
    .filter(workload => workload !== webhook.at && webhookInjects(webhook, workload, manifests))
    .flatMap(at => {
      const { secretName, apiKey, token } = SIDECAR_WEBHOOK;
      const namespace = namespaceOf(at.manifest);
      if (promisedSecrets.some(promised => promised.namespace === namespace && promised.name === secretName)) return [];
      const found = findSecret(manifests, namespace, secretName);
      const missing = [apiKey, token].filter(key => !found?.(key));
      return missing.length === 0 ? [] : [{
        at,
        reason: `the webhook of ${webhook.at.manifest.kind} ${webhook.at.manifest.metadata?.name} adds an Agent that reads ${quoted(missing)} of the Secret '${secretName}', and the namespace '${namespace}' ${found ? 'has it without' : 'has no such Secret'}: the container does not start, or newer Cluster Agents add none`,
        remedy: `Name the namespace in 'namespaces' of datadog.injectAtAdmission(...), or make the Secret '${secretName}' there`,
      }];
    })),
};
