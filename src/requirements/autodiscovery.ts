import { ViolationError } from '../base/violation';
import { AUTODISCOVERY_V2 } from '../facts/autodiscovery';
import { SIDECAR } from '../facts/sidecar';

/** Why a check would never run on a container that is not there, and what to write instead. */
export function noSuchContainer(container: string, names: readonly string[], asked: string): { readonly reason: string; readonly remedy: string } {
  const own = names.filter(name => name !== SIDECAR.containerName).map(name => `'${name}'`);
  const there = own.length === 0 ? 'none at all' : own.length === 1 ? `only ${own[0]}` : own.join(', ');
  return {
    reason: `${asked} the container '${container}', and the pod has no such container; it has ${there}`,
    remedy: `Write ${own.length === 1 ? own[0] : 'the name of one of them'}`,
  };
}

/** A check that the Agent can run: it has a name and at least one instance. */
export function requireCheck<T extends { readonly name: string; readonly instances: readonly object[] }>(check: T): T {
  if (!check.name || check.instances.length === 0) {
    throw new ViolationError({
      rule: 'autodiscovery/check-is-complete',
      reason: check.name ? `the check '${check.name}' has no instance, so it would never run` : 'a check has no name',
      remedy: check.name
        ? "Give it at least one in 'instances', for example { openmetrics_endpoint: 'http://%%host%%:8080/metrics' }"
        : "Write the name of the integration, for example 'openmetrics'",
      link: AUTODISCOVERY_V2.source,
    });
  }
  return check;
}
