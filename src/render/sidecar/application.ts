import type { Container, EnvVar, VolumeMount } from 'kubernetes-types/core/v1';
import { hasSockets } from './agent-volumes';
import { intakePort } from './intake';
import { SOCKETS } from '../../facts/sidecar';
import { ClusterModel } from '../../model/cluster-model';
import { value } from '../container-env';
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
  return [...intakeEnv(model), ...serviceTagEnv(model)];
}

/** What a container of an application mounts for the Agent. */
export function applicationMounts(model: ClusterModel): VolumeMount[] {
  return hasSockets(model) ? [{ name: SOCKETS.volumeName, mountPath: SOCKETS.mountPath }] : [];
}

function intakeEnv(model: ClusterModel): EnvVar[] {
  const { apm, dogstatsd } = model.features.agent;
  return [
    ...apm.socket ? [value('DD_TRACE_AGENT_URL', `unix://${SOCKETS.apm}`)]
      : apm.port ? [value('DD_TRACE_AGENT_URL', `http://127.0.0.1:${intakePort(model, 'apm')}`)] : [],
    ...dogstatsd.socket ? [value('DD_DOGSTATSD_URL', `unix://${SOCKETS.dogstatsd}`)]
      : dogstatsd.port ? [value('DD_DOGSTATSD_URL', `udp://127.0.0.1:${intakePort(model, 'dogstatsd')}`)] : [],
  ];
}
