import { KubeApi } from './kube-api';
import { KubeObject } from './manifests';
import { Problem } from './problem';

/** A resource (`deployments`) or a subresource (`deployments/scale`) that the API server serves. */
export interface Resource {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly verbs: string[];
}

/** Everything that a cluster serves. */
export class Discovery {
  public static async of(api: KubeApi): Promise<Discovery> {
    const resources: Resource[] = [];
    for (const root of ['/api', '/apis']) {
      const { items } = await api.get(root, 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList');
      if (!items) throw new Problem('The API server has no aggregated discovery (Kubernetes 1.30 and newer have it).');
      for (const group of items) {
        for (const version of group.versions) resources.push(...readVersion(group.metadata.name ?? '', version));
      }
    }
    const { paths } = await api.get('/');
    return new Discovery(resources, paths);
  }

  private constructor(public readonly resources: Resource[], public readonly paths: string[]) {}

  /** Copies with the namespace that kubectl would give to an object without one. */
  public inNamespaces(objects: KubeObject[]): KubeObject[] {
    return objects.map((object) => {
      if (!this.resourceOf(object).namespaced || object.metadata.namespace) return object;
      return { ...object, metadata: { ...object.metadata, namespace: 'default' } };
    });
  }

  /** The path of an object at the API server. */
  public pathOf(object: KubeObject): string {
    return `${collectionPath(this.resourceOf(object), object.metadata.namespace)}/${object.metadata.name}`;
  }

  /** What can be listed, each resource once and in its preferred version. */
  public listable(): Resource[] {
    const seen = new Set<string>();
    return this.resources.filter((row) => {
      const key = `${row.group} ${row.resource}`;
      if (!row.verbs.includes('list') || row.resource.includes('/') || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  }

  private resourceOf(object: KubeObject): Resource {
    const [version, group = ''] = object.apiVersion.split('/').reverse();
    const found = this.resources.find((row) => row.kind === object.kind && row.group === group && row.version === version && !row.resource.includes('/'));
    if (found) return found;
    throw new Problem(`The API server does not serve ${object.apiVersion} ${object.kind}. If it is a custom resource, install its definition (--crds, or CRDS of e2e/cluster/start.sh).`);
  }
}

export function collectionPath({ group, version, resource, namespaced }: Resource, namespace?: string): string {
  const base = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
  return namespaced && namespace ? `${base}/namespaces/${namespace}/${resource}` : `${base}/${resource}`;
}

function readVersion(group: string, { version, resources = [] }: any): Resource[] {
  return resources.flatMap((row: any) => {
    const base = { group, version, kind: row.responseKind?.kind ?? '', namespaced: row.scope === 'Namespaced' };
    const subresources = (row.subresources ?? []).map((sub: any) => (
      { ...base, resource: `${row.resource}/${sub.subresource}`, kind: sub.responseKind?.kind ?? '', verbs: sub.verbs }
    ));
    return [{ ...base, resource: row.resource, verbs: row.verbs ?? [] }, ...subresources];
  });
}
