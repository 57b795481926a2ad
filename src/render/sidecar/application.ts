import type { Container, EnvVar, VolumeMount } from 'kubernetes-types/core/v1';
import { hasSockets } from './agent-volumes';
import { SOCKETS } from '../../facts/sidecar';
import { sidecarPart } from '../../features/contributions';
import { ClusterModel } from '../../model/cluster-model';
import { serviceTagEnv } from '../service-tags';

/** Lets a container of an application talk to the Agent in its pod; what the container already sets wins. */
export function withAgent(container: Container, model: ClusterModel): Container {
  const env = container.env ?? [];
  const missing = applicationEnv(model).filter(ours => !env.some(theirs => theirs.name === ours.name));
  const mounts = applicationMounts(model);
  return {
    ...container,
    ...missing.length > 0 && { env: [...env, ...missing] },
    ...mounts.length > 0 && { volumeMounts: [...container.volumeMounts ?? [], ...mounts] },
  };
}

/** What a container of an application is told of the Agent and of itself, unless it sets that. */
export function applicationEnv(model: ClusterModel): EnvVar[] {
  return [...sidecarPart(model).applicationEnv.map(item => ({ ...item })), ...serviceTagEnv(model)];
}

/** What a container of an application mounts for the Agent. */
export function applicationMounts(model: ClusterModel): VolumeMount[] {
  return hasSockets(model) ? [{ name: SOCKETS.volumeName, mountPath: SOCKETS.mountPath }] : [];
}
