import { Discovery } from './discovery';
import { KubeApi } from './kube-api';
import { countKinds, describe, KubeObject } from './manifests';
import { poll } from './parallel';

/** Why something that names pods, or a Service, does not find it; undefined where it does. */
type Probe = (api: KubeApi, live: KubeObject) => Promise<string | undefined>;

const NO_POD = 'selects no pod';

const PROBES: Record<string, Probe> = {
  Service: async (api, { metadata, spec }) => {
    if (!spec.selector) return undefined;
    const selector = encodeURIComponent(`kubernetes.io/service-name=${metadata.name}`);
    const { items } = await api.get(`/apis/discovery.k8s.io/v1/namespaces/${metadata.namespace}/endpointslices?labelSelector=${selector}`);
    const ready = items.flatMap(({ endpoints }: any) => endpoints ?? []).filter(({ conditions }: any) => conditions.ready);
    if (ready.length === 0) return `${NO_POD} that is ready`;
    // A named target port that no container has is left out.
    const ports = new Set(items.flatMap((slice: any) => (slice.ports ?? []).map(({ name }: any) => name ?? '')));
    const missing = spec.ports.filter(({ name = '' }: any) => !ports.has(name));
    return missing.length === 0 ? undefined : `no pod has the port ${missing.map(({ name, port }: any) => name ?? port).join(', ')}`;
  },
  PodDisruptionBudget: async (_, { status }) => (status?.expectedPods > 0 ? undefined : NO_POD),
  NetworkPolicy: async (api, { metadata, spec }) => {
    const labels = Object.entries(spec.podSelector.matchLabels ?? {}).map(([name, value]) => `${name}=${value}`).join();
    const { items } = await api.get(`/api/v1/namespaces/${metadata.namespace}/pods?labelSelector=${encodeURIComponent(labels)}`);
    return items.length > 0 ? undefined : NO_POD;
  },
  // Nobody answers behind it. That this is all it lacks says that its Service, the port and the pods are there.
  APIService: async (_, { status }) => {
    const available = status?.conditions?.find(({ type }: any) => type === 'Available');
    return available?.status === 'True' || available?.reason === 'FailedDiscoveryCheck' ? undefined : `${available?.reason}: ${available?.message}`;
  },
};

/**
 * Waits until everything that names pods or a Service has found them.
 *
 * @param delivered namespaces into which controllers bring pods that are not here: who finds none there is told
 */
export async function awaitWiring(api: KubeApi, discovery: Discovery, objects: KubeObject[], delivered: string[]): Promise<string> {
  const wired = objects.filter(({ kind }) => PROBES[kind]);
  let problems: string[] = [];
  const told = new Set<string>();
  await poll(30, async () => {
    problems = [];
    for (const object of wired) {
      const reason = await PROBES[object.kind](api, await api.get(discovery.pathOf(object)));
      if (!reason) continue;
      if (reason.startsWith(NO_POD) && delivered.includes(object.metadata.namespace!)) told.add(`${describe(object)}: ${reason}; a controller that is not here brings them`);
      else problems.push(`${describe(object)}: ${reason}`);
    }
    return problems.length === 0 || undefined;
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return [countKinds(wired), ...told].join('\n');
}
