import type { Container } from 'kubernetes-types/core/v1';
import { isAtLeast } from '../../base/versions';
import { KUBERNETES_FEATURES } from '../../facts/kubernetes-versions';
import { injects } from '../../manifest/injection-match';
import { hasPodResources, podResourcesExcessWith } from '../../manifest/pod-resources';
import { Rule } from '../rule';

const { since, source } = KUBERNETES_FEATURES.podLevelResources;

export const injectedHasRoom: Rule = {
  id: 'sidecar-injection/injected-has-room',
  severity: 'error',
  title: 'A workload that gets its Agent when its pods are made has room for it in the resources of the pod as a whole.',
  link: source.split(';')[0],
  check: ({ manifests, kubernetesVersion = since, sidecarInjections = [] }) => {
    // Older versions take the field off unless a feature gate is on.
    if (sidecarInjections.length === 0 || !isAtLeast(kubernetesVersion, since)) return [];
    return manifests.pods.filter(at => hasPodResources(at.pod)).flatMap(at => {
      const injection = sidecarInjections.find(({ match }) => injects(match, at));
      if (injection === undefined) return [];
      if (!injection.webhook) {
        return [{
          at,
          reason: `the injection '${injection.name}' chooses its pods and leaves out every pod with 'spec.resources' of its own, which the API server could refuse with an Agent in it: they start without an Agent`,
          remedy: REMEDY,
        }];
      }
      const { cpu, memory } = injection.resources ?? {};
      const added = { name: injection.name, resources: { requests: { cpu, memory }, limits: { cpu, memory } } };
      const excess = podResourcesExcessWith(at.pod, added as Container);
      return excess.length === 0 ? [] : [{
        at,
        reason: `Datadog's webhook adds an Agent, and with it ${excess.map(({ field, allowed, needed }) => `the containers need ${needed}, where '${field}' of the pod is ${allowed ?? 'what they needed before'}`).join(', and ')}: the API server refuses the pod`,
        remedy: `Set ${excess.map(({ field, needed }) => `'${field}' to ${needed}`).join(' and ')} or more. ${REMEDY}`,
      }];
    });
  },
};

const REMEDY = 'Give the resources to its containers instead; or choose other pods for the injection, and give this workload to datadog.instrument(...), which fits the Agent into them or tells what to raise';
