import type { Container } from 'kubernetes-types/core/v1';
import { CheckConfig } from './check-configs';
import { allContainers, envValue } from './containers';
import { LocatedPods, ManifestSet } from './manifest-set';
import { nodeAgents } from './node-agents';
import { objectsIn } from './objects-in';

/** A container that runs checks, in its pod. */
export interface CheckHostContainer {
  readonly pods: LocatedPods;
  readonly container: Container;
}

/** What an Agent asks the Cluster Agent for: checks that anybody may run, and those of endpoints on its own node. */
export type Provider = 'clusterchecks' | 'endpointschecks';

const AGENT = 'agent';

/** The containers that ask for these checks. A sidecar asks for none. */
export function containersThatAskFor(manifests: ManifestSet, provider: Provider): CheckHostContainer[] {
  return manifests.pods.filter(({ manifest }) => manifest.spec?.replicas !== 0).flatMap(pods => allContainers(pods.pod)
    .filter(c => envValue(c, 'DD_EXTRA_CONFIG_PROVIDERS')?.split(/[\s,]+/).includes(provider))
    .map(container => ({ pods, container })));
}

/** The Agents of nodes that run checks of what is beside them. */
export function nodeCheckContainers(manifests: ManifestSet): CheckHostContainer[] {
  return nodeAgents(manifests).flatMap(pods => objectsIn(pods.pod.containers).filter(c => c.name === AGENT).map(container => ({ pods, container })));
}

/** Who asks for it, where the Cluster Agent hands the check out. */
export function providerOf({ target }: CheckConfig): Provider | undefined {
  switch (target.kind) {
    case 'service': return 'clusterchecks';
    case 'none': return target.clusterCheck ? 'clusterchecks' : undefined;
    // Endpoints of the API server have no pods behind them, and so no node.
    case 'endpoints': return target.resolve === 'ip' || isApiServer(target) ? 'clusterchecks' : 'endpointschecks';
    case 'containers': case 'pods': return undefined;
  }
}

/** The containers that run the check; none where nobody does. */
export function containersThatRun(manifests: ManifestSet, config: CheckConfig): CheckHostContainer[] {
  const provider = providerOf(config);
  if (provider) return containersThatAskFor(manifests, provider);
  const { target, loader } = config;
  if (target.kind === 'pods') return nodeCheckContainers(manifests);
  return loader ? objectsIn(loader.pod.containers).filter(c => c.name === AGENT).map(container => ({ pods: loader, container })) : [];
}

function isApiServer({ namespace, name }: { readonly namespace: string; readonly name: string }): boolean {
  return namespace === 'default' && name === 'kubernetes';
}
