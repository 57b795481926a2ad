import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { AUTODISCOVERY } from '../../facts/autodiscovery';
import { LOG_EXCLUSION } from '../../facts/fargate-logging';
import { LOGS_TO_DATADOG } from '../../facts/log-destinations';
import { autodiscoveryAnnotations, identifierOf } from '../../manifest/autodiscovery';
import { envValue, fargateAgents } from '../../manifest/containers';
import { LogRouterConfig, logRouterConfigs, sectionsOf } from '../../manifest/log-router';
import { matchesTag, sampleTag } from '../../manifest/log-tag';
import { namespaceOf } from '../../manifest/manifest';
import { LocatedPods } from '../../manifest/manifest-set';
import { objectsIn } from '../../manifest/objects-in';
import { destinationOf, valueOf } from '../../requirements/log-router-section';
import { Rule } from '../rule';
import { quoted } from '../words';

const YES = /^(true|t|1|on|yes)$/i;

export const shippedOnce: Rule = {
  id: 'fargate-logging/shipped-once',
  severity: 'warning',
  title: 'Logs that the Agent in a pod collects are not also shipped by the log router to where Datadog may get them from.',
  link: LOGS_TO_DATADOG.source,
  check: ({ manifests }) => {
    const configs = logRouterConfigs(manifests);
    return manifests.sidecars.flatMap(at => configs.flatMap(config => {
      const twice = collectedContainers(at).flatMap(container => waysOn(config, at, container).map(way => ({ container, way })));
      if (twice.length === 0) return [];
      const containers = [...new Set(twice.map(({ container }) => container))];
      return [{
        at,
        reason: `the Agent collects the logs of ${quoted(containers)}, and the log router ships them too: with ${[...new Set(twice.map(({ way }) => way))].join(' or ')}, Datadog gets each line twice`,
        remedy: `Ship them one way: leave features.logs off, or narrow 'match' of the output to other namespaces, or annotate the pod template with '${LOG_EXCLUSION.annotation}: "${LOG_EXCLUSION.value}"', which a filter 'kubernetes' with ${LOG_EXCLUSION.key} heeds`,
      }];
    }));
  },
};

/** Containers whose logs an Agent of the pod collects: all, or those that an annotation asks for. */
function collectedContainers({ pod, template }: LocatedPods): string[] {
  const agents = fargateAgents(pod).filter(agent => isOn(agent, 'DD_LOGS_ENABLED'));
  if (agents.length === 0) return [];
  const annotations = autodiscoveryAnnotations(template.metadata?.annotations);
  const asked = annotations.filter(({ field }) => field === AUTODISCOVERY.logs).map(({ identifier }) => identifier);
  const all = agents.some(agent => isOn(agent, 'DD_LOGS_CONFIG_CONTAINER_COLLECT_ALL'));
  return applications(pod).map(({ name }) => name).filter(name => all || asked.includes(identifierOf(name, annotations)));
}

function applications(pod: PodSpec): Container[] {
  const agents = fargateAgents(pod);
  return objectsIn(pod.containers).filter(container => !agents.includes(container));
}

/** How Datadog would get the logs of the container from the log router. */
function waysOn(config: LogRouterConfig, { manifest, template }: LocatedPods, container: string): string[] {
  const tag = sampleTag(manifest.kind, manifest.metadata?.name ?? '', namespaceOf(manifest), container);
  const matches = (section: { readonly entries: ReadonlyArray<{ readonly key: string; readonly value: string }>; readonly name: string }) =>
    matchesTag(valueOf(section, 'Match') ?? '', tag);
  const filters = sectionsOf(config, 'FILTER').filter(matches);
  const mayExclude = filters.some(filter => YES.test(valueOf(filter, LOG_EXCLUSION.key) ?? ''));
  if (mayExclude && template.metadata?.annotations?.[LOG_EXCLUSION.annotation] === LOG_EXCLUSION.value) return [];
  // A tag that is rewritten may be for any output.
  const isRewritten = filters.some(filter => valueOf(filter, 'Name')?.toLowerCase() === 'rewrite_tag');
  return sectionsOf(config, 'OUTPUT').filter(output => isRewritten || matches(output)).flatMap(output => destinationOf(output)?.toDatadog ?? []);
}

function isOn(container: Container, name: string): boolean {
  return YES.test(envValue(container, name) ?? '');
}
