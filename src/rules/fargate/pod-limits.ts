import type { Container, PodSpec, Volume } from 'kubernetes-types/core/v1';
import { parseQuantity } from '../../base/quantity';
import { FARGATE_CAPABILITIES, FARGATE_MOST_STORAGE_GIB, FARGATE_POD_LIMITS, FargateLimitFact } from '../../facts/fargate';
import { choosesOtherThan } from '../../manifest/chosen-nodes';
import { allContainers } from '../../manifest/containers';
import { objectsIn } from '../../manifest/objects-in';
import { isForWindows } from '../../manifest/pod-os';
import { fargatePods } from '../fargate-pods';
import { Rule } from '../rule';

const ARCHITECTURE_LABELS = ['kubernetes.io/arch', 'beta.kubernetes.io/arch'];

interface PodLimit {
  readonly fact: FargateLimitFact;
  readonly title: string;
  /** Each place of the pod that breaks the limit, as the beginning of a sentence. */
  readonly places: (pod: PodSpec) => string[];
}

const POD_LIMITS: readonly PodLimit[] = [
  {
    fact: FARGATE_POD_LIMITS.hostPath,
    title: 'No pod on Fargate has a hostPath volume.',
    places: pod => objectsIn(pod.volumes).filter(v => v.hostPath).map(v => `the volume '${v.name}' is the hostPath '${v.hostPath!.path}'`),
  },
  {
    fact: FARGATE_POD_LIMITS.hostNetwork,
    title: 'No pod on Fargate is on the host network.',
    places: pod => pod.hostNetwork === true ? ["'hostNetwork' is true"] : [],
  },
  {
    fact: FARGATE_POD_LIMITS.hostPort,
    title: 'No container on Fargate has a hostPort.',
    places: pod => allContainers(pod).flatMap(c => objectsIn(c.ports)
      .filter(p => p.hostPort)
      .map(p => `the port ${p.name ? `'${p.name}'` : p.containerPort} of the container '${c.name}' has the hostPort ${p.hostPort}`)),
  },
  {
    fact: FARGATE_POD_LIMITS.hostPid,
    title: 'No pod on Fargate shares the processes of a host.',
    places: pod => pod.hostPID === true ? ["'hostPID' is true"] : [],
  },
  {
    fact: FARGATE_POD_LIMITS.privileged,
    title: 'No container on Fargate is privileged.',
    places: pod => allContainers(pod).filter(c => c.securityContext?.privileged === true).map(c => `the container '${c.name}' is privileged`),
  },
  {
    fact: FARGATE_POD_LIMITS.architecture,
    title: 'No pod on Fargate chooses nodes of an architecture that Fargate does not have.',
    places: pod => choosesOtherThan(pod, ARCHITECTURE_LABELS, 'amd64') ? ['it chooses nodes of an architecture other than amd64, such as arm64'] : [],
  },
  {
    fact: FARGATE_POD_LIMITS.windows,
    title: 'No pod on Fargate is for Windows.',
    places: pod => isForWindows(pod) ? ['its pods are for Windows nodes'] : [],
  },
  {
    fact: FARGATE_POD_LIMITS.device,
    title: 'No container on Fargate asks for a device.',
    places: pod => allContainers(pod).flatMap(c => devicesOf(c).map(name => `the container '${c.name}' asks for '${name}'`)),
  },
  {
    fact: FARGATE_POD_LIMITS.capability,
    title: 'No container on Fargate adds a capability beyond those it has by default.',
    places: pod => allContainers(pod).flatMap(c => addedCapabilities(c).map(name => `the container '${c.name}' adds the capability ${name}`)),
  },
  {
    fact: FARGATE_POD_LIMITS.volume,
    title: 'No pod on Fargate has a volume of EBS or FSx, or one that is made for it.',
    places: pod => objectsIn(pod.volumes).flatMap(volume => {
      const source = blockSource(volume);
      return source === undefined ? [] : [`the volume '${volume.name}' is ${source}`];
    }),
  },
  {
    fact: FARGATE_POD_LIMITS.storage,
    title: 'The storage that a pod on Fargate requests is within what a pod there can have.',
    places: pod => {
      const sum = objectsIn(pod.containers).reduce((total, c) => total + (parseQuantity(c.resources?.requests?.['ephemeral-storage']) ?? 0), 0);
      return sum > FARGATE_MOST_STORAGE_GIB.value * 2 ** 30 ? ["its containers request more 'ephemeral-storage' than Fargate has"] : [];
    },
  },
];

/** One rule for each limit. A DaemonSet has a rule of its own. */
export const FARGATE_POD_LIMIT_RULES: readonly Rule[] = POD_LIMITS.map(({ fact, title, places }): Rule => ({
  id: `fargate/${fact.id}`,
  severity: 'error',
  title,
  link: fact.source,
  check: context => fargatePods(context).flatMap(at => places(at.pod).map(place => ({ at, reason: `${place}, and ${fact.reason}`, remedy: fact.remedy }))),
}));

/** Resources with a prefix are those of device plugins; the API server takes hugepages and the like without one. */
function devicesOf({ resources }: Container): string[] {
  return [...new Set([resources?.requests, resources?.limits].flatMap(map => Object.entries(map ?? {}))
    .filter(([name, amount]) => name.includes('/') && (parseQuantity(amount) ?? 0) > 0)
    .map(([name]) => name))];
}

function addedCapabilities({ securityContext }: Container): string[] {
  const added: unknown = securityContext?.capabilities?.add;
  return Array.isArray(added) ? added.filter((name): name is string => typeof name === 'string' && !FARGATE_CAPABILITIES.names.includes(name)) : [];
}

/** What the volume is of, as the end of a sentence; undefined where Fargate may have it. A claim has a rule of its own. */
function blockSource({ awsElasticBlockStore, csi, ephemeral }: Volume): string | undefined {
  if (awsElasticBlockStore) return 'one of EBS';
  if (ephemeral) return 'one that a StorageClass makes for the pod';
  return csi?.driver && /^(ebs|fsx)\.csi\./.test(csi.driver) ? `one of the driver '${csi.driver}'` : undefined;
}
