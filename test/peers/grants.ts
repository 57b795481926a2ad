import { GrantRow } from './chart-fargate.facts';
import { Manifest } from '../../src/manifest/manifest';
import { podTemplateOf } from '../../src/manifest/pod-template';
import { ClusterDescription } from '../../src/model/cluster-description';
import { EXISTING } from '../render/models';

/** What the values of the chart say, and what the chart has on by default beside it. */
export const SAME_CLUSTER: Partial<ClusterDescription> = {
  clusterName: 'golang-cluster',
  tags: { env: 'prd', system: 'golang' },
  credentials: { ...EXISTING, source: { kind: 'existing', appKey: true } },
  features: { externalMetrics: { enabled: true }, admissionController: { enabled: true } },
};

/** One verb on one resource, or on one object of it, in a namespace or in the cluster. */
export interface Grant {
  readonly scope: string;
  readonly verb: string;
  /** Undefined for a URL. */
  readonly group: string | undefined;
  readonly resource: string;
  /** Undefined for every object. */
  readonly name: string | undefined;
}

export function grantsOfRow([scope, verbs, group, resources, names]: GrantRow): Grant[] {
  return verbs.split(' ').flatMap(verb => resources.split(' ').flatMap(resource =>
    (names?.split(' ') ?? [undefined]).map(name => ({ scope, verb, group, resource, name }))));
}

/** True when whoever may do `wide` may do `narrow`. */
export function covers(wide: Grant, narrow: Grant): boolean {
  return wide.verb === narrow.verb
    && wide.group === narrow.group
    && ['*', narrow.resource].includes(wide.resource)
    && ['cluster', narrow.scope].includes(wide.scope)
    && (wide.name === undefined || wide.name === narrow.name);
}

/** What the roles among the manifests grant, by account. */
export function grantsByAccount(manifests: readonly Manifest[]): Map<string, Grant[]> {
  const grants = new Map<string, Grant[]>();
  for (const { kind, metadata, roleRef, subjects } of manifests.filter(m => m.kind.endsWith('Binding'))) {
    const role = manifests.find(m => m.kind === roleRef.kind && m.metadata?.name === roleRef.name && m.metadata?.namespace === metadata?.namespace);
    const scope = kind === 'RoleBinding' ? metadata!.namespace! : 'cluster';
    for (const { namespace, name } of subjects) {
      const account = `${namespace}/${name}`;
      grants.set(account, [...grants.get(account) ?? [], ...(role?.rules ?? []).flatMap((rule: any) => grantsOfRule(scope, rule))]);
    }
  }
  return grants;
}

function grantsOfRule(scope: string, { verbs, apiGroups, resources, resourceNames, nonResourceURLs }: any): Grant[] {
  const groups = apiGroups ?? [undefined];
  return groups.flatMap((group: string | undefined) =>
    grantsOfRow([scope, verbs.join(' '), group, (resources ?? nonResourceURLs).join(' '), resourceNames?.join(' ')]));
}

/** Env vars of the containers that run, by Deployment and container. */
export function containerEnv(manifests: readonly Manifest[]): Map<string, { [name: string]: string }> {
  return new Map(manifests.flatMap(manifest => (podTemplateOf(manifest)?.spec.containers ?? [])
    .map(({ name, env }): [string, { [name: string]: string }] => [
      `${manifest.metadata!.name}/${name}`,
      Object.fromEntries((env ?? []).map((e: any) => [e.name, e.value ?? reference(e.valueFrom)])),
    ])));
}

function reference({ secretKeyRef, fieldRef, configMapKeyRef }: any): string {
  if (secretKeyRef) return `Secret ${secretKeyRef.name} ${secretKeyRef.key}`;
  return fieldRef ? `field ${fieldRef.fieldPath}` : `ConfigMap ${configMapKeyRef.name} ${configMapKeyRef.key}`;
}
