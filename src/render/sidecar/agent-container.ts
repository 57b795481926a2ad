import type { Container, ContainerPort } from 'kubernetes-types/core/v1';
import { agentEnv } from './agent-env';
import { AgentVolume } from './agent-volumes';
import { intakePort } from './intake';
import { oncePer } from '../../base/once-per';
import { AGENT_IMAGE } from '../../facts/agent-images';
import { INTAKE_PORTS } from '../../facts/agent-ports';
import { AGENT_VOLUMES, CONFIG_COPY, SIDECAR, SIDECAR_HEALTH } from '../../facts/sidecar';
import { ClusterModel } from '../../model/cluster-model';
import { probes } from '../probes';
import { resources } from '../resources';
import { restricted } from '../security-context';

/** One list for all pods of a model: what the rules read of it once holds for every pod. */
const envOfPods = {
  thatEnd: oncePer((model: ClusterModel) => agentEnv(model, true)),
  thatStay: oncePer((model: ClusterModel) => agentEnv(model, false)),
};

/** The Agent as a container of somebody else's pod. */
export function agentContainer(model: ClusterModel, volumes: readonly AgentVolume[], exitsWithPod: boolean): Container {
  const { sidecar } = model;
  const ports = intakePorts(model);
  return {
    ...image(model),
    name: SIDECAR.containerName,
    ...sidecar.placement === 'native' && { restartPolicy: 'Always' },
    env: (exitsWithPod && sidecar.placement === 'container' ? envOfPods.thatEnd : envOfPods.thatStay)(model),
    ...ports.length > 0 && { ports },
    ...sidecar.probes && probes(SIDECAR_HEALTH.port),
    ...volumes.length > 0 && { volumeMounts: volumes.map(({ mount }) => mount) },
    resources: resources(sidecar.resources),
    securityContext: { ...restricted(AGENT_IMAGE), ...sidecar.readOnlyRootFilesystem && { readOnlyRootFilesystem: true } },
  };
}

/** Fills the Agent's configuration folder where its own file system is read-only; none where it is not. */
export function configCopy(model: ClusterModel): Container[] {
  const { sidecar } = model;
  return sidecar.readOnlyRootFilesystem ? [{
    ...image(model),
    name: CONFIG_COPY.containerName,
    command: ['sh', '-c', CONFIG_COPY.command],
    volumeMounts: [{ name: AGENT_VOLUMES.config.name, mountPath: CONFIG_COPY.mountPath }],
    resources: resources(sidecar.resources),
    securityContext: { ...restricted(AGENT_IMAGE), readOnlyRootFilesystem: true },
  }] : [];
}

function image({ agentImage }: ClusterModel) {
  return { image: agentImage, imagePullPolicy: SIDECAR.imagePullPolicy };
}

function intakePorts(model: ClusterModel): ContainerPort[] {
  const { agent } = model.features;
  return (['apm', 'dogstatsd'] as const)
    .filter(intake => agent[intake].port)
    .map(intake => ({ name: INTAKE_PORTS[intake].name, containerPort: intakePort(model, intake), protocol: INTAKE_PORTS[intake].protocol }));
}
