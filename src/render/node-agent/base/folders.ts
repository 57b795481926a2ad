import { NODE_AGENT } from '../../../facts/node-agent';
import { HOST_MOUNTS } from '../../../facts/node-host';
import { ClusterModel } from '../../../model/cluster-model';
import { AGENT, AGENTS, INIT_CONFIG, SYSTEM_PROBE, TRACE_AGENT } from '../../../parts/node-agent-containers';
import { NodeAgentPart } from '../../../parts/node-agent-part';

const CONFIG = '/etc/datadog-agent';
const readOnly = true;

/** Folders that the Agents write to, so that the rest of their file systems can be read-only, and the token by which they know each other. */
export function folders({ features: { logs } }: ClusterModel): NodeAgentPart {
  const { logPositions: positions } = HOST_MOUNTS;
  const [run, authFolder] = [positions.mountPath, NODE_AGENT.authTokenPath.replace(/\/[^/]+$/, '')];
  return {
    volumes: [
      {
        volume: { name: 'config', emptyDir: {} },
        mounts: {
          [INIT_CONFIG]: [{ mountPath: CONFIG }],
          [AGENT]: [{ mountPath: CONFIG }],
          [TRACE_AGENT]: [{ mountPath: CONFIG, readOnly }],
          [SYSTEM_PROBE]: [{ mountPath: CONFIG, readOnly }],
        },
      },
      {
        volume: { name: 'auth-token', emptyDir: {} },
        // The core Agent makes it.
        mounts: {
          [AGENT]: [{ mountPath: authFolder }],
          [TRACE_AGENT]: [{ mountPath: authFolder, readOnly }],
          [SYSTEM_PROBE]: [{ mountPath: authFolder, readOnly }],
        },
      },
      { volume: { name: 'varlog', emptyDir: {} }, mounts: each('/var/log/datadog') },
      { volume: { name: 'tmpdir', emptyDir: {} }, mounts: { ...each('/tmp'), [INIT_CONFIG]: [{ mountPath: '/tmp' }] } },
      // Logs are not read twice when the pod is another one.
      logs
        ? {
          volume: { name: positions.volume, hostPath: { path: positions.hostPath, type: positions.type } },
          mounts: { [AGENT]: [{ mountPath: run }] },
        }
        : { volume: { name: 'datadogrun', emptyDir: {} }, mounts: { [AGENT]: [{ mountPath: run }] } },
    ],
  };
}

function each(mountPath: string) {
  return Object.fromEntries(AGENTS.map(name => [name, [{ mountPath }]]));
}
