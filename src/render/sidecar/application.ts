import type { Container, EnvVar } from 'kubernetes-types/core/v1';
import { hasSockets } from './agent-volumes';
import { intakePort } from './intake';
import { SERVICE_TAGS } from '../../facts/service-tags';
import { SOCKETS } from '../../facts/sidecar';
import { ClusterModel } from '../../model/cluster-model';
import { fromField, value } from '../container-env';

/** Lets a container of an application talk to the Agent in its pod; what the container already sets wins. */
export function withAgent(container: Container, model: ClusterModel): Container {
  const env = container.env ?? [];
  const missing = [...intakeEnv(model), ...serviceTagEnv(model)].filter(ours => !env.some(theirs => theirs.name === ours.name));
  return {
    ...container,
    ...missing.length > 0 && { env: [...env, ...missing] },
    ...hasSockets(model) && {
      volumeMounts: [...container.volumeMounts ?? [], { name: SOCKETS.volumeName, mountPath: SOCKETS.mountPath }],
    },
  };
}

/** Labels of the pod from which the Agent and the env vars of its containers have the unified service tags. */
export function serviceTagLabels({ sidecar: { serviceTags } }: ClusterModel): { [name: string]: string } {
  return Object.fromEntries(tagNames(serviceTags).map(tag => [SERVICE_TAGS[tag].label, serviceTags[tag]!]));
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

function serviceTagEnv({ sidecar: { serviceTags } }: ClusterModel): EnvVar[] {
  return tagNames(serviceTags).map(tag => fromField(SERVICE_TAGS[tag].envVar, `metadata.labels['${SERVICE_TAGS[tag].label}']`));
}

function tagNames(serviceTags: ClusterModel['sidecar']['serviceTags']) {
  return (['env', 'service', 'version'] as const).filter(tag => serviceTags[tag] !== undefined);
}
