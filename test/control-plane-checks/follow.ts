/**
 * Follows a check from where it is written to the file that it reads, with nothing of src: what the library believes of its own
 * manifests is not to prove them.
 */
type Json = any;

export interface Followed {
  readonly check: string;
  readonly instance: Json;
  /** Service, containers or pods that it is for. */
  readonly service?: { readonly namespace: string; readonly name: string; readonly kind: 'endpoints' | 'service'; readonly resolve?: string };
  readonly images?: readonly string[];
  /** DaemonSet of ours whose pods carry it. */
  readonly carrier?: string;
  /** The pod that runs it, and the container in it. */
  readonly workload: Json;
  readonly container: Json;
}

/** What a path in a container is in the end. */
export interface Origin {
  readonly path: string;
  readonly kind: 'hostPath' | 'secret' | 'configMap' | 'copy' | 'account';
  /** Path on the host, or name and key of the object. */
  readonly of: string;
  readonly readOnly: boolean;
}

const NAMES = ['kube_apiserver_metrics', 'etcd', 'kube_scheduler', 'kube_controller_manager'];

export function follow(manifests: readonly Json[]): Followed[] {
  return [...fromClusterAgentFiles(manifests), ...fromNodeFiles(manifests), ...fromServices(manifests), ...fromPods(manifests)];
}

function workloads(manifests: readonly Json[]): Json[] {
  return manifests.filter(m => ['Deployment', 'DaemonSet'].includes(m.kind));
}

function env(container: Json, name: string): string {
  return (container.env ?? []).find((e: Json) => e.name === name)?.value ?? '';
}

/** Runners ask for cluster checks, and node Agents where there are no runners; node Agents ask for those of endpoints beside them. */
function whoAsks(manifests: readonly Json[], provider: string) {
  const found = workloads(manifests).flatMap(workload => workload.spec.template.spec.containers
    .filter((c: Json) => env(c, 'DD_EXTRA_CONFIG_PROVIDERS').split(' ').includes(provider))
    .map((container: Json) => ({ workload, container })));
  if (found.length !== 1) throw new Error(`${found.length} workloads ask for ${provider}`);
  return found[0];
}

function configMapData(manifests: readonly Json[], name: string): Json {
  return manifests.find(m => m.kind === 'ConfigMap' && m.metadata.name === name)?.data ?? {};
}

function fromClusterAgentFiles(manifests: readonly Json[]): Followed[] {
  const agent = workloads(manifests).find(w => w.metadata.name === 'datadog-cluster-agent')!.spec.template.spec;
  const volume = agent.volumes.find((v: Json) => v.configMap?.name === 'datadog-cluster-agent-confd');
  const mount = agent.containers[0].volumeMounts.find((m: Json) => m.name === volume?.name);
  if (!volume) return [];
  expect(mount.mountPath).toBe('/conf.d');
  const data = configMapData(manifests, volume.configMap.name);
  return volume.configMap.items
    .map(({ key, path }: Json) => ({ check: path.split('/')[0].replace(/\.d$/, ''), content: JSON.parse(data[key]) }))
    .filter(({ check }: Json) => NAMES.includes(check))
    .map(({ check, content }: Json) => {
      expect(content).toMatchObject({ cluster_check: true, init_config: {}, instances: [expect.anything()] });
      expect(content.advanced_ad_identifiers).toHaveLength(1);
      const [[kind, { namespace, name, resolve }]] = Object.entries<Json>(content.advanced_ad_identifiers[0]);
      const service = { namespace, name, resolve, kind: kind === 'kube_service' ? 'service' as const : 'endpoints' as const };
      return { check, instance: content.instances[0], service, ...hostOf(manifests, service) };
    });
}

function hostOf(manifests: readonly Json[], { kind, resolve, namespace, name }: NonNullable<Followed['service']>) {
  // default/kubernetes has no pods, and so no node that one of its endpoints would be on.
  const anybody = kind === 'service' || resolve === 'ip' || (namespace === 'default' && name === 'kubernetes');
  return whoAsks(manifests, anybody ? 'clusterchecks' : 'endpointschecks');
}

function fromNodeFiles(manifests: readonly Json[]): Followed[] {
  const daemonSet = workloads(manifests).find(w => w.metadata.name === 'datadog-agent');
  const pod = daemonSet?.spec.template.spec;
  const volume = pod?.volumes.find((v: Json) => v.configMap?.name === 'datadog-agent-checks');
  if (!volume) return [];
  const scripts = pod.initContainers.find((c: Json) => c.name === 'init-config');
  expect(scripts.volumeMounts.find((m: Json) => m.name === volume.name).mountPath).toBe('/conf.d');
  const data = configMapData(manifests, volume.configMap.name);
  return volume.configMap.items.map(({ key, path }: Json) => ({ check: path.replace(/\.yaml$/, ''), content: JSON.parse(data[key]) }))
    .filter(({ check }: Json) => NAMES.includes(check))
    .map(({ check, content }: Json) => ({
      check, instance: content.instances[0], images: content.ad_identifiers, workload: daemonSet, container: pod.containers.find((c: Json) => c.name === 'agent'),
    }));
}

/** Both versions of the annotations, by the identifier that they are for. */
function annotated(annotations: Json, identifier: string): Array<{ check: string; instance: Json }> {
  const at = (field: string) => annotations?.[`ad.datadoghq.com/${identifier}.${field}`];
  if (at('checks')) return Object.entries<Json>(JSON.parse(at('checks'))).map(([check, { instances }]) => ({ check, instance: instances[0] }));
  if (!at('check_names')) return [];
  const [names, inits, instances] = ['check_names', 'init_configs', 'instances'].map(field => JSON.parse(at(field)));
  expect([inits.length, instances.length]).toEqual([names.length, names.length]);
  return names.map((check: string, index: number) => ({ check, instance: instances[index] }));
}

function fromServices(manifests: readonly Json[]): Followed[] {
  return manifests.filter(m => m.kind === 'Service').flatMap(({ metadata: { namespace, name, annotations } }) => (['endpoints', 'service'] as const)
    .flatMap(kind => annotated(annotations, kind).map(found => {
      const service = { namespace, name, kind, resolve: annotations[`ad.datadoghq.com/${kind}.resolve`] };
      return { ...found, service, ...hostOf(manifests, service) };
    })));
}

function fromPods(manifests: readonly Json[]): Followed[] {
  const daemonSet = workloads(manifests).find(w => w.metadata.name === 'datadog-agent');
  return workloads(manifests).filter(w => w.metadata.name.endsWith('-pause')).flatMap(({ metadata, spec: { template } }) => {
    const [container] = template.spec.containers;
    return annotated(template.metadata.annotations, container.name).map(found => ({
      ...found, carrier: metadata.name, workload: daemonSet, container: daemonSet.spec.template.spec.containers.find((c: Json) => c.name === 'agent'),
    }));
  });
}

/** Where each file of the instance comes from. */
export function origins({ instance, workload, container }: Followed): Origin[] {
  return ['tls_cert', 'tls_private_key', 'tls_ca_cert'].flatMap(option => instance[option] === undefined ? [] : [origin(workload.spec.template.spec, container, instance[option])]);
}

function origin(pod: Json, container: Json, path: string): Origin {
  if (path.startsWith('/var/run/secrets/kubernetes.io/serviceaccount/')) return { path, kind: 'account', of: path, readOnly: true };
  const mounts = container.volumeMounts.filter((m: Json) => path === m.mountPath || path.startsWith(`${m.mountPath}/`));
  if (mounts.length !== 1) throw new Error(`${path} is at ${mounts.length} mounts of ${container.name}`);
  const [mount] = mounts;
  const volume = pod.volumes.find((v: Json) => v.name === mount.name);
  const rest = path.slice(mount.mountPath.length);
  const keyed = (items: Json[]) => items.find((i: Json) => `/${i.path}` === rest)?.key;
  const readOnly = mount.readOnly === true;
  if (volume.hostPath) return { path, kind: 'hostPath', of: `${volume.hostPath.path}${rest}`, readOnly };
  const sources: Json[] = volume.projected?.sources ?? [volume];
  for (const { secret, configMap } of sources) {
    const name = secret?.secretName ?? secret?.name ?? configMap?.name;
    const key = name && keyed((secret ?? configMap).items);
    if (key) return { path, kind: secret ? 'secret' : 'configMap', of: `${name}/${key}`, readOnly };
  }
  const [copier] = pod.initContainers.filter((c: Json) => c.volumeMounts?.some((m: Json) => m.name === volume.name));
  if (volume.emptyDir && copier) return { path, kind: 'copy', of: copier.name, readOnly };
  throw new Error(`${path} is in the volume ${volume.name}, which has no such file`);
}
