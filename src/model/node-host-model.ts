import { CONTAINER_RUNTIMES, ContainerRuntimeId, NODE_SYSTEMS, NodeSystemId } from '../facts/node-host';
import { PlatformFact } from '../facts/platforms/platform-fact';
import { requireKnown } from '../requirements/known';
import { requireHostPath } from '../requirements/node-agent';

/** What a user says of the nodes themselves; left out, what the platform has. */
export interface NodeHostDescription {
  readonly operatingSystem?: string;
  readonly containerRuntime?: string;
  readonly criSocketPath?: string;
  readonly kubeletTlsVerify?: boolean;
  readonly kubeletCaPath?: string;
}

/** What there is on a node beside the pods. */
export interface NodeHostModel {
  readonly system: NodeSystemId;
  readonly runtime: ContainerRuntimeId;
  readonly criSocketPath: string;
  /** Absent where the Agent does what it does by default: it asks for a certificate that the cluster's authority signed. */
  readonly kubeletTlsVerify?: boolean;
  /** On the node; absent where the cluster's own authority signed it. */
  readonly kubeletCaPath?: string;
}

const RUNTIMES = Object.keys(CONTAINER_RUNTIMES) as ContainerRuntimeId[];
const SYSTEMS = Object.keys(NODE_SYSTEMS) as NodeSystemId[];
const LINK = 'https://docs.datadoghq.com/containers/kubernetes/distributions/';

/** Throws a `ViolationError` for a path that is none, or something that the library does not know. */
export function resolveNodeHost(given: NodeHostDescription, { nodeHost = {} }: PlatformFact): NodeHostModel {
  const runtime = requireKnown("'containerRuntime' of nodeAgent", given.containerRuntime ?? nodeHost.runtime ?? 'containerd', RUNTIMES, LINK);
  // The platform's path is that of its own runtime.
  const platformSocket = runtime === (nodeHost.runtime ?? 'containerd') ? nodeHost.criSocketPath : undefined;
  const kubeletTlsVerify = given.kubeletTlsVerify ?? nodeHost.kubeletTlsVerify;
  return {
    system: requireKnown("'operatingSystem' of nodeAgent", given.operatingSystem ?? nodeHost.system ?? 'linux', SYSTEMS, LINK),
    runtime,
    criSocketPath: requireHostPath('criSocketPath', given.criSocketPath ?? platformSocket ?? CONTAINER_RUNTIMES[runtime].socketPath),
    ...kubeletTlsVerify !== undefined && { kubeletTlsVerify },
    ...given.kubeletCaPath !== undefined && { kubeletCaPath: requireHostPath('kubeletCaPath', given.kubeletCaPath) },
  };
}
