import type { Container, EnvVar, Volume, VolumeMount } from 'kubernetes-types/core/v1';
import { NodeIntakes, requireClusterDns } from './intakes';
import { requireRoomForSockets } from './socket-conflicts';
import { NODE_CONNECTION } from '../../facts/node-connection';
import { objectsIn } from '../../manifest/objects-in';
import { PodTemplate } from '../../manifest/pod-template';
import { ClusterModel } from '../../model/cluster-model';
import { fromField, value } from '../../parts/container-env';
import { isAt } from '../mount-paths';
import { withSafeToEvict } from '../safe-to-evict';
import { serviceTagEnv, serviceTagLabels } from '../service-tags';

const { volumeName, hostPath, hostPathType, mountPath } = NODE_CONNECTION;

/** New ones each time: what several containers share would be written as an alias of YAML. */
const volume = (): Volume => ({ name: volumeName, hostPath: { path: hostPath, type: hostPathType } });
const mount = (): VolumeMount => ({ name: volumeName, mountPath, readOnly: true });

/**
 * The pod with the way to the Agent of its node: what Datadog's admission controller adds. It gets no account, no token and
 * no Secret. What the pod already says wins, and twice changes nothing. Throws a `ViolationError` where there is no room.
 */
export function connectToNodeAgent(template: PodTemplate, model: ClusterModel, intakes: NodeIntakes): PodTemplate {
  const { spec, metadata } = template;
  const sockets = intakes.apm === 'socket' || intakes.dogstatsd === 'socket';
  if (sockets) requireRoomForSockets(spec, volume());
  const connect = (container: Container, init: boolean) => withMount(withEnv(container, model, intakes, init), sockets);
  const containers = (spec.containers ?? []).map(c => connect(c, false));
  const initContainers = (spec.initContainers ?? []).map(c => connect(c, true));
  const mounted = [...initContainers, ...containers].some(c => objectsIn(c.volumeMounts).some(m => m.name === volumeName));
  const isPointedAt = (c: Container) => objectsIn(c.env).some(e => e.name === 'DD_AGENT_HOST' && e.value === intakes.service);
  if (intakes.service !== undefined && [...initContainers, ...containers].some(isPointedAt)) requireClusterDns(spec);
  const hasVolume = objectsIn(spec.volumes).some(v => v.name === volumeName);
  const tags = serviceTagLabels(model);
  const labels = Object.keys(tags).length > 0 && { labels: { ...tags, ...metadata?.labels } };
  const annotations = mounted && { annotations: { ...metadata?.annotations, ...withSafeToEvict([volumeName], metadata?.annotations) } };
  return {
    ...template,
    ...(labels || annotations) && { metadata: { ...metadata, ...labels, ...annotations } },
    spec: {
      ...spec,
      ...initContainers.length > 0 && { initContainers },
      containers,
      ...mounted && !hasVolume && { volumes: [...spec.volumes ?? [], volume()] },
    },
  };
}

function withEnv(container: Container, model: ClusterModel, intakes: NodeIntakes, init: boolean): Container {
  const env = container.env ?? [];
  const missing = [...intakeEnv(container, intakes, init), ...serviceTagEnv(model)]
    .filter(ours => !objectsIn(env).some(theirs => theirs.name === ours.name));
  return missing.length > 0 ? { ...container, env: [...env, ...missing] } : container;
}

function intakeEnv({ name }: Container, { apm, dogstatsd, service }: NodeIntakes, init: boolean): EnvVar[] {
  if (!apm && !dogstatsd) return [];
  return [
    ...apm === 'socket' ? [value('DD_TRACE_AGENT_URL', `unix://${NODE_CONNECTION.apm}`)] : [],
    ...dogstatsd === 'socket' ? [value('DD_DOGSTATSD_URL', `unix://${NODE_CONNECTION.dogstatsd}`)] : [],
    ...apm === 'port' || dogstatsd === 'port' ? [service ? value('DD_AGENT_HOST', service) : fromField('DD_AGENT_HOST', NODE_CONNECTION.hostField)] : [],
    fromField('DD_ENTITY_ID', NODE_CONNECTION.podField),
    // It comes before the one that refers to it: Kubernetes fills in what stands above alone.
    fromField('DD_INTERNAL_POD_UID', NODE_CONNECTION.podField),
    value('DD_EXTERNAL_ENV', `it-${init},cn-${name},pu-$(DD_INTERNAL_POD_UID)`),
  ];
}

/** A container that has the host's folder by a volume of its own keeps that. */
function withMount(container: Container, sockets: boolean): Container {
  const mounts = container.volumeMounts ?? [];
  return !sockets || objectsIn(mounts).some(m => isAt(m, mountPath)) ? container : { ...container, volumeMounts: [...mounts, mount()] };
}
