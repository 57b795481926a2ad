import { CONTAINER_RUNTIMES, ContainerRuntimeFact, HOST_FILES, HOST_MOUNTS, NODE_SYSTEMS } from '../../../facts/node-host';
import { ClusterModel } from '../../../model/cluster-model';
import { NodeAgentModel } from '../../../model/node-agent-model';
import { flag, value } from '../../../parts/container-env';
import { hostFolder } from '../../../parts/host-folder';
import { AGENT, INIT_CONFIG, SYSTEM_PROBE, TRACE_AGENT } from '../../../parts/node-agent-containers';
import { NodeAgentPart } from '../../../parts/node-agent-part';

/** What the Agents see of their node in any case, read-only, each of them what it looks at. */
export function hostView(_: ClusterModel, { host }: NodeAgentModel): NodeAgentPart {
  const system = NODE_SYSTEMS[host.system];
  return {
    volumes: [
      // The scripts leave the check of the host's network out where they see no processes of the host.
      hostFolder(HOST_MOUNTS.proc, INIT_CONFIG, AGENT, TRACE_AGENT, SYSTEM_PROBE),
      hostFolder(HOST_MOUNTS.cgroups, AGENT, TRACE_AGENT, SYSTEM_PROBE),
      {
        volume: { name: HOST_FILES.osReleaseVolume, hostPath: { path: system.osReleasePath } },
        mounts: Object.fromEntries([AGENT, SYSTEM_PROBE].map(name => [name, [{ mountPath: HOST_FILES.osRelease, readOnly: true }]])),
      },
    ],
  };
}

/** The folder of the runtime's socket for the core Agent alone: whoever reaches the socket rules the node. */
export function containerRuntime(_: ClusterModel, { host }: NodeAgentModel): NodeAgentPart {
  const runtime: ContainerRuntimeFact = CONTAINER_RUNTIMES[host.runtime];
  const folder = host.criSocketPath.replace(/\/[^/]+$/, '');
  const socket = `${HOST_FILES.root}${host.criSocketPath}`;
  const env = runtime.docker ? value('DOCKER_HOST', `unix://${socket}`) : value('DD_CRI_SOCKET_PATH', socket);
  return {
    env: { [AGENT]: [env] },
    volumes: [{
      volume: { name: HOST_FILES.runtimeVolume, hostPath: { path: folder } },
      mounts: { [AGENT]: [{ mountPath: `${HOST_FILES.root}${folder}`, readOnly: true }] },
    }],
  };
}

/** How the kubelet's certificate is checked, where that is not the Agent's own way. */
export function kubelet(_: ClusterModel, { host: { kubeletTlsVerify, kubeletCaPath } }: NodeAgentModel): NodeAgentPart {
  return {
    env: {
      [AGENT]: [
        ...kubeletTlsVerify === undefined ? [] : [flag('DD_KUBELET_TLS_VERIFY', kubeletTlsVerify)],
        ...kubeletCaPath === undefined ? [] : [value('DD_KUBELET_CLIENT_CA', HOST_FILES.kubeletCa)],
      ],
    },
    volumes: kubeletCaPath === undefined ? [] : [{
      volume: { name: HOST_FILES.kubeletCaVolume, hostPath: { path: kubeletCaPath, type: 'File' } },
      mounts: { [AGENT]: [{ mountPath: HOST_FILES.kubeletCa, readOnly: true }] },
    }],
  };
}
