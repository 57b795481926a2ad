import { clusterModel } from './models';
import { Manifest } from '../../src/manifest/manifest';
import { podTemplateOf } from '../../src/manifest/pod-template';
import { ClusterDescription } from '../../src/model/cluster-description';
import { clusterAgentManifests } from '../../src/render/cluster-agent/manifests';
import { runnerManifests } from '../../src/render/cluster-check-runner/manifests';

/** Cluster Agent and runners of a cluster with defaults but for what is given. */
export function components(description: Partial<ClusterDescription> = {}): Manifest[] {
  const model = clusterModel(description);
  return [...clusterAgentManifests(model), ...runnerManifests(model)];
}

/** The same without the Kubernetes resources view, whose permissions are a list of their own. */
export function plainComponents({ features, ...rest }: Partial<ClusterDescription> = {}): Manifest[] {
  return components({ ...rest, features: { orchestratorExplorer: { enabled: false }, ...features } });
}

/** `Kind name` of each object. */
export function names(manifests: readonly Manifest[]): string[] {
  return manifests.map(({ kind, metadata }) => `${kind} ${metadata?.name}`);
}

/** Every rule of the roles, as `Kind name: group/resource[name] verbs`. */
export function permissions(manifests: readonly Manifest[]): string[] {
  return manifests.filter(({ kind }) => ['Role', 'ClusterRole'].includes(kind)).flatMap(({ kind, metadata, rules }) => rules.flatMap((rule: any) => {
    const whats = rule.nonResourceURLs ?? rule.apiGroups.flatMap((group: string) => rule.resources.flatMap((resource: string) =>
      (rule.resourceNames ?? ['']).map((name: string) => `${group ? `${group}/` : ''}${resource}${name && `[${name}]`}`)));
    return whats.map((what: string) => `${kind} ${metadata?.name}: ${what} ${rule.verbs.join()}`);
  }));
}

/** Every literal env var of a container, as `container: NAME=value`. */
export function envVars(manifests: readonly Manifest[]): string[] {
  return containersIn(manifests).flatMap(({ container }) => (container.env ?? []).map((e: any) =>
    `${container.name}: ${e.name}=${e.value ?? JSON.stringify(e.valueFrom)}`));
}

export function containersIn(manifests: readonly Manifest[]) {
  return manifests.flatMap(manifest => {
    const pod: any = podTemplateOf(manifest)?.spec;
    return pod ? [...pod.initContainers ?? [], ...pod.containers].map((container: any) => ({ pod, container })) : [];
  });
}

/** What only one of two lists has: `-` the first, `+` the second. */
export function difference(before: readonly string[], after: readonly string[]): string[] {
  return [
    ...before.filter(line => !after.includes(line)).map(line => `- ${line}`),
    ...after.filter(line => !before.includes(line)).map(line => `+ ${line}`),
  ].sort();
}
