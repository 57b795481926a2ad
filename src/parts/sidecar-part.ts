import type { ContainerPort, EnvVar, Volume, VolumeMount } from 'kubernetes-types/core/v1';
import { contributions, ENV_CLASH, once, onceByName, VOLUME_CLASH } from './once';

const OF = 'the sidecar';

/** A volume of the pod that is there for the Agent, and where the Agent has it. */
export interface AgentVolume {
  readonly volume: Volume;
  readonly mount: VolumeMount;
}

/** What a feature adds to a pod on Fargate: to the Agent in it, and to the containers of the application. */
export interface SidecarPart {
  /** Where it comes from, for messages. */
  readonly from?: string;
  readonly env?: readonly EnvVar[];
  readonly ports?: readonly ContainerPort[];
  readonly volumes?: readonly AgentVolume[];
  /** Env vars of the application's containers, unless they set them. */
  readonly applicationEnv?: readonly EnvVar[];
}

/** Parts as one. What two of them say alike is there once; what they say differently is a `ViolationError`. */
export function mergeSidecarParts(parts: readonly SidecarPart[]): Required<Omit<SidecarPart, 'from'>> {
  const list = <T>(of: (part: SidecarPart) => readonly T[] | undefined) => contributions(parts, of);
  const named = list(part => part.volumes?.map(({ volume, mount }) => ({ name: volume.name, volume, mount })));
  const volumes = onceByName(named, { ...VOLUME_CLASH, of: OF });
  return {
    env: onceByName(list(part => part.env), { ...ENV_CLASH, of: OF }),
    ports: once(parts.flatMap(part => part.ports ?? [])),
    volumes: volumes.map(({ volume, mount }) => ({ volume, mount })),
    applicationEnv: onceByName(list(part => part.applicationEnv), { ...ENV_CLASH, of: 'applications on Fargate' }),
  };
}
