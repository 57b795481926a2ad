import { Discovery } from './discovery';
import { KubeApi } from './kube-api';
import { Kubectl } from './kubectl';
import { describe, KubeObject, podTemplateOf } from './manifests';
import { poll } from './parallel';

const SECONDS = 60;

/** Their controllers are not in the cluster, so no pod comes of them. */
const WITHOUT_CONTROLLER = new Set(['Rollout']);

/** A pod with a node, and what it was made for. */
export interface PlacedPod {
  readonly workload: KubeObject;
  readonly pod: KubeObject;
}

/** A Job from every CronJob, which has no pod of its own; applied as `kubectl create job` makes it. */
export async function jobsOfCronJobs(kubectl: Kubectl, objects: KubeObject[]): Promise<KubeObject[]> {
  const jobs: KubeObject[] = [];
  for (const { metadata } of objects.filter(({ kind }) => kind === 'CronJob')) {
    const name = `e2e-${metadata.name}`.slice(0, 63);
    const created = await kubectl.run(['create', 'job', name, `--from=cronjob/${metadata.name}`, '--namespace', metadata.namespace!, '-o', 'json']);
    if (!created.ok) throw new Error(`A Job from CronJob ${metadata.namespace}/${metadata.name}: ${created.errors}`);
    jobs.push(JSON.parse(created.output));
  }
  return jobs;
}

/** The pods that a controller would make, where the cluster has none for the kind: a dry run says whether they would be admitted. */
export async function tryPods(api: KubeApi, objects: KubeObject[]): Promise<KubeObject[]> {
  const workloads = objects.filter(({ kind }) => WITHOUT_CONTROLLER.has(kind));
  for (const workload of workloads) {
    const { metadata, spec } = podTemplateOf(workload)!;
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { ...metadata, generateName: `${workload.metadata.name}-` }, spec };
    try {
      await api.post(`/api/v1/namespaces/${workload.metadata.namespace}/pods?dryRun=All&fieldValidation=Strict`, pod);
    } catch (error) {
      throw new Error(`A pod of ${describe(workload)}: ${(error as Error).message}`);
    }
  }
  return workloads;
}

/** Waits until every pod of these workloads was admitted and has a node; throws with what the cluster says where that fails. */
export async function awaitPods(api: KubeApi, discovery: Discovery, objects: KubeObject[]): Promise<PlacedPod[]> {
  const workloads = objects.filter((object) => podTemplateOf(object) && object.kind !== 'CronJob' && !WITHOUT_CONTROLLER.has(object.kind));
  const namespaces = [...new Set(workloads.map(({ metadata }) => metadata.namespace!))];
  const seen = new PodBook();
  let short: string[] = [];
  let found: PlacedPod[] = [];

  await poll(SECONDS, async () => {
    for (const namespace of namespaces) await seen.read(api, namespace);
    short = [];
    found = [];
    for (const workload of workloads) {
      const live = await api.get(discovery.pathOf(workload));
      const expected = expectedPods(live);
      const pods = seen.podsOf(live.metadata.uid);
      const placed = pods.filter((pod) => pod.spec.nodeName);
      found.push(...placed.map((pod) => ({ workload, pod })));
      if (expected === undefined || placed.length < expected || placed.length < pods.length) {
        short.push(`${describe(workload)}: ${placed.length} of ${Math.max(expected ?? 0, pods.length) || '?'} pods have a node${reasons(pods)}`);
      }
    }
    return short.length === 0 || undefined;
  });

  if (short.length > 0) throw new Error([...short, ...await warnings(api, namespaces)].join('\n'));
  return found;
}

/** Pods by the workload that they come from, also those that have ended and gone between two looks. */
class PodBook {
  private readonly pods = new Map<string, KubeObject>();
  private readonly ownerOf = new Map<string, string>();

  public async read(api: KubeApi, namespace: string): Promise<void> {
    for (const collection of ['apis/apps/v1/namespaces/NS/replicasets', 'apis/batch/v1/namespaces/NS/jobs', 'api/v1/namespaces/NS/pods']) {
      const { items } = await api.get(`/${collection.replace('NS', namespace)}`);
      for (const { metadata } of items as KubeObject[]) {
        if (metadata.ownerReferences?.length) this.ownerOf.set(metadata.uid!, metadata.ownerReferences[0].uid);
      }
      if (collection.endsWith('/pods')) items.forEach((pod: KubeObject) => this.pods.set(pod.metadata.uid!, pod));
    }
  }

  public podsOf(workload: string): KubeObject[] {
    return [...this.pods.values()].filter((pod) => this.comesFrom(pod.metadata.uid, workload));
  }

  private comesFrom(uid: string | undefined, workload: string): boolean {
    return uid !== undefined && (uid === workload || this.comesFrom(this.ownerOf.get(uid), workload));
  }
}

/** Undefined where the controller has not said it yet, or has not made all pods of the template as it is now. */
function expectedPods({ kind, metadata, spec, status }: KubeObject): number | undefined {
  const current = (status?.observedGeneration ?? 0) >= metadata.generation!;
  const all = (expected: number, updated = 0) => (current && updated >= expected ? expected : undefined);
  switch (kind) {
    case 'Pod': return 1;
    case 'Job': return spec.suspend ? 0 : Math.min(spec.parallelism ?? 1, spec.completions ?? Infinity);
    case 'DaemonSet': return all(status?.desiredNumberScheduled ?? 0, status?.updatedNumberScheduled);
    case 'Deployment': case 'StatefulSet': return all(spec.replicas ?? 1, status?.updatedReplicas);
    default: return spec.replicas ?? 1;
  }
}

function reasons(pods: KubeObject[]): string {
  const messages = pods.flatMap((pod) => pod.status?.conditions ?? [])
    .filter((condition: any) => condition.type === 'PodScheduled' && condition.status === 'False')
    .map((condition: any) => condition.message);
  return messages.length > 0 ? ` (${[...new Set(messages)].join('; ')})` : '';
}

/** The refusals of admission are told as events of the ReplicaSet or Job. */
async function warnings(api: KubeApi, namespaces: string[]): Promise<string[]> {
  const last = new Map<string, string>();
  for (const namespace of namespaces) {
    const { items } = await api.get(`/api/v1/namespaces/${namespace}/events?fieldSelector=type%3DWarning`);
    for (const { involvedObject, message } of items) last.set(`${involvedObject.kind} ${namespace}/${involvedObject.name}`, message);
  }
  return [...last].slice(0, 10).map(([object, message]) => `  ${object}: ${message}`);
}
