import { fail } from './sidecar-injection';
import { isAtLeast } from '../base/versions';
import { PAGES } from '../facts/pages';
import { SIDECAR_WEBHOOK, SIDECAR_WEBHOOK_SINCE } from '../facts/sidecar-injection';

interface Cluster {
  readonly agentVersion: string;
  readonly platform: { readonly fact: { readonly clusterDomain: string; readonly nodes: boolean } };
  readonly credentials: { readonly secret: { readonly name: string; readonly apiKey: string; readonly token: string } };
  readonly features: {
    readonly admissionController?: object;
    readonly apm: Intake;
    readonly dogstatsd: Intake;
  };
  readonly sidecar: { readonly placement: string; readonly probes: boolean; readonly serviceTags: object };
  readonly clusterAgentTls?: { readonly configMapName: string };
}

interface Intake { readonly socket: boolean; readonly port: boolean }

interface Match {
  readonly groups: ReadonlyArray<{ readonly labels: { readonly [name: string]: string } }>;
}

const LINK = PAGES.sidecarWebhook.source;

/** What the webhook of the Cluster Agent can do, and what it would leave undone without a word. */
export function requireWebhook(match: Match, cluster: Cluster): void {
  requireSecret(cluster.credentials.secret);
  requireOneSelector(match);
  requireOn(cluster);
  requireSupported(cluster);
}

/** It reads the Secret by a name and keys that nothing changes. */
function requireSecret({ name, apiKey, token }: Cluster['credentials']['secret']): void {
  const fixed = SIDECAR_WEBHOOK;
  if (name === fixed.secretName && apiKey === fixed.apiKey && token === fixed.token) return;
  fail({
    rule: 'sidecar-injection/webhook-secret',
    reason: `the credentials are in the Secret '${name}' with the keys '${apiKey}' and '${token}', and the webhook writes '${fixed.secretName}', '${fixed.apiKey}' and '${fixed.token}' into every pod`,
    remedy: 'Leave secretName and the keys of the credentials as they are by default, or take another InjectionMethod',
    link: LINK,
  });
}

/** It has one selector of labels, without wildcards, for namespaces and pods alike. */
function requireOneSelector({ groups }: Match): void {
  const wild = groups.flatMap(({ labels }) => Object.entries(labels).flat()).find(text => /[*?]/.test(text));
  if (groups.length === 1 && wild === undefined) return;
  fail({
    rule: 'sidecar-injection/webhook-has-one-selector',
    reason: wild === undefined
      ? `the selectors of the Fargate profiles choose pods in ${groups.length} ways, and with more than ${SIDECAR_WEBHOOK.maxSelectors} the webhook is not there at all, without a word`
      : `a selector of the Fargate profiles has the wildcard '${wild}', and labels of a webhook are taken as they are`,
    remedy: 'Choose with namespaces and podLabels, or take InjectionMethod.kyverno() or InjectionMethod.mutatingAdmissionPolicy()',
    link: LINK,
  });
}

function requireOn({ features, agentVersion }: Cluster): void {
  if (!isAtLeast(agentVersion, SIDECAR_WEBHOOK_SINCE.since)) {
    fail({
      rule: 'sidecar-injection/webhook-can-do-it',
      reason: `Cluster Agent ${agentVersion} has no webhook that adds Agents; it came with ${SIDECAR_WEBHOOK_SINCE.since}`,
      remedy: `Set agentVersion to ${SIDECAR_WEBHOOK_SINCE.since}.0 or newer, or leave it out`,
      link: SIDECAR_WEBHOOK_SINCE.source,
    });
  }
  if (features.admissionController) return;
  fail({
    rule: 'sidecar-injection/webhook-is-on',
    reason: 'the admission controller of the Cluster Agent is off, so no webhook of it is called',
    remedy: 'Set features: { admissionController: { enabled: true } }',
    link: LINK,
  });
}

/** Choices of the sidecar that a profile of the webhook has no place for. */
function requireSupported({ features: { apm, dogstatsd }, sidecar, platform, clusterAgentTls }: Cluster): void {
  const { clusterDomain: domain, nodes } = platform.fact;
  // Where there are nodes, ports and a switch for sockets are for the Agents there: the webhook's own sockets are what its pods use.
  const isOff = ({ socket, port }: Intake) => !socket && !(nodes && port);
  const wrong = [
    [sidecar.placement === 'native', "'placement' is NATIVE, and the webhook adds an ordinary container"],
    [sidecar.probes, "'probes' is on, and the webhook writes none"],
    [Object.keys(sidecar.serviceTags).length > 0, "'serviceTags' is set, and the webhook writes neither labels nor env vars for it"],
    [isOff(apm) || isOff(dogstatsd), 'traces or DogStatsD do not go by a socket, and the webhook points applications at both sockets in any case'],
    [!nodes && (apm.port || dogstatsd.port), 'the Agent listens on a port for traces or DogStatsD, and the webhook declares none'],
    [domain !== SIDECAR_WEBHOOK.clusterDomain, `the domain of the cluster is '${domain}', and the webhook writes '${SIDECAR_WEBHOOK.clusterDomain}'`],
    [clusterAgentTls !== undefined && clusterAgentTls.configMapName !== 'datadog-ca-cert',
      `the certificate authority is in the ConfigMap '${clusterAgentTls?.configMapName}', and the webhook mounts 'datadog-ca-cert'`],
  ] as const;
  const [, reason] = wrong.find(([broken]) => broken) ?? [];
  if (reason === undefined) return;
  fail({
    rule: 'sidecar-injection/webhook-can-do-it',
    reason,
    remedy: 'Leave that out, or take InjectionMethod.kyverno() or InjectionMethod.mutatingAdmissionPolicy()',
    link: LINK,
  });
}
