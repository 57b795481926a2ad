import { FARGATE_OPT_OUT, FARGATE_PROFILE } from '../../facts/fargate';
import { SIDECAR, WEBHOOK_LABEL } from '../../facts/sidecar';
import { FargateProfile } from '../../manifest/fargate-profile';
import { fargateRequestOf, podLabelsOf, profileOf } from '../../manifest/fargate-reach';
import { injects } from '../../manifest/injection-match';
import { namespaceOf } from '../../manifest/manifest';
import { LocatedPods } from '../../manifest/manifest-set';
import { isDatadogs } from '../../manifest/node-agents';
import { isForWindows } from '../../manifest/pod-os';
import { sidecarWebhooks, webhookInjects } from '../../manifest/sidecar-webhook';
import { isOnFargate, takenPods } from '../fargate-pods';
import { nearestInWords, noSelectorInWords, podsInWords } from '../profile-words';
import { Breach, Rule, RuleContext } from '../rule';

export const coveredOnce: Rule = {
  id: 'placement/covered-once',
  severity: 'error',
  title: 'Where there are nodes, a pod has an Agent of its own if a Fargate profile takes it, and otherwise not: none has two, and none has none.',
  link: FARGATE_PROFILE.source,
  check: context => !context.complete || !context.platform?.nodes ? [] : [...withTwo(context), ...withNone(context)],
};

/** A sidecar, and the Agent of the node. */
function withTwo(context: RuleContext): Breach[] {
  const { manifests, platform, fargateProfiles = [] } = context;
  const profiles = platform?.fargate === 'profiles' ? fargateProfiles : [];
  // Those that ask for Fargate in vain have a rule of their own.
  return manifests.sidecars.filter(at => !isOnFargate(at, context) && !fargateRequestOf(at)).map(at => ({
    at,
    reason: `its pods have an Agent as a sidecar, and run on nodes beside the Agent there, so both send the same: ${whyOnNodes(at, profiles)}`,
    remedy: `Give it to datadog.instrument(...) alone, which connects it to the Agent of its node${profiles.length > 0 ? '; or add a selector for it, in EKS and in the platform' : ''}`,
  }));
}

function whyOnNodes(at: LocatedPods, profiles: readonly FargateProfile[]): string {
  if (at.manifest.kind === 'DaemonSet') return 'a DaemonSet has no pods on Fargate';
  if (profiles.length === 0) return 'the cluster has no Fargate profile';
  const refused = profileOf({ ...at, template: { ...at.template, metadata: { ...at.template.metadata, annotations: {} } } }, profiles);
  return refused ? `the annotation '${FARGATE_OPT_OUT.annotation}' keeps them off the Fargate profile '${refused.name}'` : `${noSelectorInWords(at, profiles)}${nearestInWords(at, profiles)}`;
}

/** On Fargate, where no node Agent reaches, and without a sidecar. */
function withNone(context: RuleContext): Breach[] {
  const covered = new Set(context.manifests.sidecars);
  return takenPods(context)
    // Fargate has no Windows: the pods do not run there, and a rule of its own says so.
    .filter(({ at }) => isOnFargate(at, context) && !isForWindows(at.pod) && !covered.has(at) && !isDatadogs(at) && !isInjected(at, context))
    .map(({ at, profile }) => ({
      at,
      reason: `the Fargate profile '${profile.name}' takes its pods (${podsInWords(at)}), where no Agent of a node reaches them, and they have no container '${SIDECAR.containerName}': nothing observes them`,
      remedy: `Give it to datadog.instrument(...), or choose its pods with datadog.injectAtAdmission(...); or narrow the selectors of '${profile.name}' for the namespace '${namespaceOf(at.manifest)}', or annotate the pods with '${FARGATE_OPT_OUT.annotation}: ${FARGATE_OPT_OUT.value}', so that they run on nodes; or accept it with Findings.acknowledge(...)`,
    }));
}

/**
 * A policy or Datadog's webhook adds the Agent when the pod is made, or the pod asks for that by the webhook's label. Where
 * nothing comes of it, rules of their own say so.
 */
function isInjected(at: LocatedPods, { manifests, sidecarInjections = [] }: RuleContext): boolean {
  return podLabelsOf(at)[WEBHOOK_LABEL.name] === WEBHOOK_LABEL.value
    || sidecarInjections.some(({ match }) => injects(match, at))
    || sidecarWebhooks(manifests).some(webhook => webhook.at !== at && webhookInjects(webhook, at, manifests));
}
