import type { Container } from 'kubernetes-types/core/v1';
import { agentEnv } from './agent-env';
import { oncePer } from '../../base/once-per';
import { AGENT_IMAGE } from '../../facts/agent-images';
import { AGENT_VOLUMES, CONFIG_COPY, SIDECAR, SIDECAR_HEALTH } from '../../facts/sidecar';
import { sidecarPart } from '../../features/contributions';
import { ClusterModel } from '../../model/cluster-model';
import { AgentVolume } from '../../parts/sidecar-part';
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
  const { ports } = sidecarPart(model);
  return {
    ...image(model),
    name: SIDECAR.containerName,
    ...sidecar.placement === 'native' && { restartPolicy: 'Always' },
    env: (exitsWithPod && sidecar.placement === 'container' ? envOfPods.thatEnd : envOfPods.thatStay)(model),
    ...ports.length > 0 && { ports: [...ports] },
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
