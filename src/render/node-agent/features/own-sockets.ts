import { NODE_CONNECTION } from '../../../facts/node-connection';
import { ClusterModel } from '../../../model/cluster-model';
import { AGENT, TRACE_AGENT } from '../names';
import { NodeAgentPart } from '../part';

/**
 * An Agent that takes traces or metrics by a port alone opens its default socket all the same: an empty env var leaves it on. The root file
 * system is read-only, so it gets a folder that no other pod sees.
 */
export function ownSockets({ features: { agent: { apm, dogstatsd } } }: ClusterModel): NodeAgentPart {
  const { mountPath } = NODE_CONNECTION;
  const mount = { mountPath };
  const mounts = {
    ...dogstatsd.port && !dogstatsd.socket && { [AGENT]: [mount] },
    ...apm.port && !apm.socket && { [TRACE_AGENT]: [mount] },
  };
  return Object.keys(mounts).length > 0 ? { volumes: [{ volume: { name: 'own-sockets', emptyDir: {} }, mounts }] } : {};
}
