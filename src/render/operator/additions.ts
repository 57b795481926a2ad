import type { EnvVar, Volume, VolumeMount } from 'kubernetes-types/core/v1';
import { extraInitContainers } from './init-scripts';
import { OPERATOR_PODS, OperatorComponent } from '../../facts/operator';
import { ClusterModel } from '../../model/cluster-model';
import { PodModel } from '../../model/deployment-model';
import { NodeAgentModel } from '../../model/node-agent-model';
import { WholePart } from '../../parts/merge-node-agent-parts';
import { AGENTS, INIT_CONFIG } from '../../parts/node-agent-containers';
import { NodeAgentPart } from '../../parts/node-agent-part';
import { signingTls } from '../cluster-agent-tls';
import { requireRoomForVolumes } from '../volume-room';

/** What pods of the Operator's get beside what it gives them. */
export interface Addition {
  readonly volumes: readonly Volume[];
  mountsOf(container: string): VolumeMount[];
  envOf(container: string): EnvVar[];
}

interface Mounted {
  readonly volumes: readonly Volume[];
  readonly volumeMounts: readonly VolumeMount[];
}

/** For the one container of a Deployment's pods. */
export function deploymentAddition(model: ClusterModel, component: OperatorComponent, given: PodModel, ours: Mounted): Addition {
  const tls = signingTls(model);
  const volumes = [...ours.volumes, ...tls.volumes, ...given.volumes];
  const volumeMounts = [...ours.volumeMounts, ...tls.volumeMounts, ...given.volumeMounts];
  requireRoom(component, { volumes, volumeMounts });
  return { volumes, mountsOf: () => volumeMounts, envOf: () => [] };
}

/** For the node Agents. What the plain manifests mount and the Operator has no volume for, it is given. */
export function nodeAgentAddition(nodeAgent: NodeAgentModel, whole: WholePart, parts: readonly NodeAgentPart[]): Addition {
  const { volumes: theirs, sameVolumes } = OPERATOR_PODS.nodeAgent;
  const known: readonly string[] = [...theirs, ...sameVolumes];
  const own = whole.volumes.filter(({ name }) => !known.includes(name));
  const mounts = (container: string) => whole.mountsOf(container).filter(m => own.some(v => v.name === m.name));
  const extra = extraInitContainers(parts);
  const volumes = [...own, ...nodeAgent.volumes];
  const mountsOf = (container: string): VolumeMount[] => [
    ...mounts(container),
    ...container === INIT_CONFIG ? extra.flatMap(c => [...c.volumeMounts ?? [], ...mounts(c.name)]) : [],
    ...(AGENTS as readonly string[]).includes(container) ? nodeAgent.volumeMounts : [],
  ];
  for (const container of [INIT_CONFIG, ...AGENTS]) requireRoom('nodeAgent', { volumes, volumeMounts: mountsOf(container) });
  return {
    volumes,
    mountsOf,
    envOf: container => container === INIT_CONFIG ? extra.flatMap(c => c.env ?? []) : [],
  };
}

/** A volume or a mount of a name or path that the Operator's pods have would take the place of theirs without a word. */
function requireRoom(component: OperatorComponent, more: Mounted): void {
  const { volumes, mountPaths } = OPERATOR_PODS[component];
  const volumeMounts = mountPaths.map(mountPath => ({ name: volumes[0], mountPath }));
  requireRoomForVolumes({ volumes: volumes.map(name => ({ name })), volumeMounts }, more);
}
