import type { Container } from 'kubernetes-types/core/v1';
import { parseQuantity } from '../../base/quantity';
import { LIMIT_RANGE } from '../../facts/autoscaling';
import { allContainers, isFargateAgent } from '../../manifest/containers';
import { namespaceOf } from '../../manifest/manifest';
import { LocatedPods } from '../../manifest/manifest-set';
import { isObject, objectsIn } from '../../manifest/objects-in';
import { Rule } from '../rule';

type Resource = 'cpu' | 'memory';
const RESOURCES: readonly Resource[] = ['cpu', 'memory'];

export const fitsLimitRange: Rule = {
  id: 'sidecar/fits-limit-range',
  severity: 'error',
  title: 'The Agent in a pod, and the pod with it, keep the LimitRange of their namespace.',
  link: LIMIT_RANGE.source,
  check: ({ manifests }) => manifests.ofKind('LimitRange').flatMap(range => manifests.sidecars
    .filter(at => namespaceOf(at.manifest) === namespaceOf(range.manifest))
    .flatMap(at => {
      const fault = objectsIn<any>(range.manifest.spec?.limits).flatMap(limit => faultsOf(limit, at))[0];
      return fault === undefined ? [] : [{
        at,
        reason: `${fault} of the LimitRange '${range.manifest.metadata?.name}' of the namespace, so the API server refuses its pods`,
        remedy: "Change 'cpu' and 'memory' of the sidecar, by 'sidecar' of DatadogChart or the options of instrumentTarget(...), or the LimitRange",
      }];
    })),
};

/** What only the Agent breaks: what the application breaks by itself is not about Datadog. */
function faultsOf({ type, min, max, maxLimitRequestRatio }: any, { pod }: LocatedPods): string[] {
  const containers = allContainers(pod);
  const agents = containers.filter(isFargateAgent);
  if (type === 'Container') {
    return agents.flatMap(agent => RESOURCES.flatMap(resource => {
      const [request, limit] = [amount(agent, 'requests', resource), amount(agent, 'limits', resource)];
      return [
        ...isBelow(request, quantityIn(min, resource)) ? [`the Agent requests less ${resource} than 'min'`] : [],
        ...isBelow(quantityIn(max, resource), limit) ? [`the Agent has a limit of more ${resource} than 'max'`] : [],
        ...request && limit && isBelow(quantityIn(maxLimitRequestRatio, resource), limit / request) ? [`the limit of the Agent's ${resource} is more of its request than 'maxLimitRequestRatio'`] : [],
      ];
    }));
  }
  if (type !== 'Pod') return [];
  return RESOURCES.flatMap(resource => {
    const most = quantityIn(max, resource);
    const sum = (list: readonly Container[]) => list.reduce((total, c) => total + (amount(c, 'limits', resource) ?? 0), 0);
    const running = objectsIn(pod.containers);
    return isBelow(most, sum(running)) && !isBelow(most, sum(running.filter(c => !isFargateAgent(c)))) ? [`with the Agent, the limits of the pod are more ${resource} than 'max'`] : [];
  });
}

function amount({ resources }: Container, field: 'requests' | 'limits', resource: Resource): number | undefined {
  return parseQuantity(resources?.[field]?.[resource] ?? (field === 'requests' ? resources?.limits?.[resource] : undefined));
}

function quantityIn(map: unknown, resource: Resource): number | undefined {
  return isObject(map) ? parseQuantity((map as { readonly [name: string]: unknown })[resource]) : undefined;
}

function isBelow(one: number | undefined, other: number | undefined): boolean {
  return one !== undefined && other !== undefined && one < other;
}
